/** Lists of values to choose from in cells. The library has no option for them, but takes the XML of the format. */
import { sanitizeAttributeValue, sanitizeTextContent } from 'write-excel-file/utility';

/** Cells that offer the same list of values. */
export interface CellChoice {
  /** Addresses of the cells, such as `C2:C9` or `C2`. */
  readonly cells: readonly string[];
  /** The cells with the values, such as `'About'!$A$1:$A$4`, or the values themselves, none of which has a comma. */
  readonly source: string | readonly string[];
  /** What somebody is told who writes another value. */
  readonly refusal?: string;
}

/** Most characters of a message in a cell, by the format. */
const mostInMessage = 255;

/** Renders the lists of a sheet as an element of its XML. Returns undefined for none. */
export function renderChoices(choices: readonly CellChoice[]): string | undefined {
  if (choices.length === 0) return undefined;
  const rendered = choices.map(({ cells, source, refusal }) => {
    const formula = typeof source === 'string' ? source : `"${source.join(',').replaceAll('"', '""')}"`;
    const error =
      refusal === undefined ? '' : ` error="${sanitizeAttributeValue(refusal.slice(0, mostInMessage))}"`;
    return (
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1"${error} sqref="${sanitizeAttributeValue(cells.join(' '))}">` +
      `<formula1>${sanitizeTextContent(formula)}</formula1></dataValidation>`
    );
  });
  return `<dataValidations count="${rendered.length}">${rendered.join('')}</dataValidations>`;
}
