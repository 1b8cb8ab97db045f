import type { Feature, Image, SheetData } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';

/** What a sheet has besides its cells. */
export interface SheetTools {
  /** The table whose columns can be filtered, title row included; undefined for none. */
  readonly filter: SheetData | undefined;
  /** A column that offers a list of values. */
  readonly choice?: {
    /** Number of the column, from 0. */
    readonly column: number;
    /** The cells with the values, such as `'About'!$A$1:$A$4`. */
    readonly source: string;
  };
}

/** Returns the address of the cells from the first to the last of a table. */
function getRange(rows: number, columns: number): string {
  return `${getCellAddress(0, 0)}:${getCellAddress(rows - 1, columns - 1)}`;
}

function renderChoice({ filter, choice }: SheetTools): string | undefined {
  const rows = filter?.length ?? 0;
  if (choice === undefined || rows < 2) return undefined;
  const cells = `${getCellAddress(1, choice.column)}:${getCellAddress(rows - 1, choice.column)}`;
  return (
    `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${cells}">` +
    `<formula1>${sanitizeTextContent(choice.source)}</formula1></dataValidation></dataValidations>`
  );
}

function renderFilter({ filter }: SheetTools): string | undefined {
  const rows = filter?.length ?? 0;
  if (rows < 2) return undefined;
  return `<autoFilter ref="${sanitizeAttributeValue(getRange(rows, filter?.[0]?.length ?? 1))}"/>`;
}

/**
 * Returns a feature that adds filters and lists of values to the sheets, and prints each as wide as the page. The library
 * has no option for them, but takes the XML of the format.
 *
 * @param sheets for each sheet, in order
 */
export function addFilters(sheets: readonly SheetTools[]): Feature<Image['content']> {
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const tools = sheets[sheetIndex] ?? { filter: undefined };
            const parts = [
              '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
              renderFilter(tools),
              renderChoice(tools),
            ];
            return parts
              .filter((part) => part !== undefined)
              .reduce(
                (whole, part) =>
                  insertElementMarkupAccordingToOrderOfSiblings(whole, part, order, 'worksheet'),
                xml,
              );
          },
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        },
      },
    },
  };
}
