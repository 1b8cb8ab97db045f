import type { Feature, Image, SheetData } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import { renderChoices } from './choices.ts';

/** What a sheet has besides its cells. */
export interface SheetTools {
  readonly name: string;
  /** The table whose columns can be filtered, title row included; undefined for none. */
  readonly filter: SheetData | undefined;
  /** A column that offers a list of values. */
  readonly choice?: {
    /** Number of the column, from 0. */
    readonly column: number;
    /** The cells with the values, such as `'About'!$A$1:$A$4`. */
    readonly source: string;
  };
  /** Number of the first columns that are printed, so that they can be read; undefined for all. */
  readonly printed?: number;
}

/** Space around a printed page, and of its header and footer from the edge, in inches. */
const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };

/** Below every printed page: its number, and how many there are. */
const footer = '<headerFooter><oddFooter>&amp;C&amp;A · &amp;P / &amp;N</oddFooter></headerFooter>';

/** Returns the address of the cells from the first to the last of a table. */
function getRange(rows: number, columns: number): string {
  return `${getCellAddress(0, 0)}:${getCellAddress(rows - 1, columns - 1)}`;
}

function renderChoice({ filter, choice }: SheetTools): string | undefined {
  const rows = filter?.length ?? 0;
  if (choice === undefined || rows < 2) return undefined;
  const cells = `${getCellAddress(1, choice.column)}:${getCellAddress(rows - 1, choice.column)}`;
  return renderChoices([{ cells: [cells], source: choice.source }]);
}

function renderFilter({ filter }: SheetTools): string | undefined {
  const rows = filter?.length ?? 0;
  if (rows < 2) return undefined;
  return `<autoFilter ref="${sanitizeAttributeValue(getRange(rows, filter?.[0]?.length ?? 1))}"/>`;
}

/** Returns the cells of a sheet that are printed, and the row that every page repeats, as names of the workbook. */
function renderPrinted({ name, filter, printed }: SheetTools, index: number): string {
  const rows = filter?.length ?? 0;
  if (rows === 0) return '';
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const columns = printed ?? filter?.[0]?.length ?? 1;
  const [first, last] = [getCellAddress(0, 0), getCellAddress(rows - 1, columns - 1)].map((address) =>
    address.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2'),
  );
  const define = (what: string, cells: string): string =>
    `<definedName name="_xlnm.${what}" localSheetId="${index}">${sanitizeTextContent(cells)}</definedName>`;
  return define('Print_Area', `${sheet}!${first}:${last}`) + define('Print_Titles', `${sheet}!$1:$1`);
}

/**
 * Returns a feature that adds filters and lists of values to the sheets, and prints each as wide as the page, with its
 * title row on every page. The library has no option for them, but takes the XML of the format.
 *
 * @param sheets for each sheet, in order
 */
export function addSheetTools(sheets: readonly SheetTools[]): Feature<Image['content']> {
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          // The library writes an empty list, and has no option to fill it.
          transform: (xml) =>
            xml.replace(
              '<definedNames/>',
              () => `<definedNames>${sheets.map(renderPrinted).join('')}</definedNames>`,
            ),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const tools = sheets[sheetIndex];
            const parts = [
              '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
              tools && renderFilter(tools),
              tools && renderChoice(tools),
              footer,
            ];
            return parts
              .filter((part) => part !== undefined)
              .reduce(
                (whole, part) =>
                  insertElementMarkupAccordingToOrderOfSiblings(whole, part, order, 'worksheet'),
                xml,
              );
          },
          transformElementAttributes: (tag, attributes) => {
            if (tag === 'pageSetup') return { ...attributes, fitToWidth: 1, fitToHeight: 0 };
            return tag === 'pageMargins' ? margins : attributes;
          },
        },
      },
    },
  };
}
