import { escapeCell } from './escape.ts';
import type { Separator } from './report/choices.ts';

/** The value of a cell. null and undefined are unknown, and give an empty cell. */
export type Value = string | number | boolean | null | undefined | { readonly date: string };

/** A column: its stable name, and its value for what a row is about. */
export type Column<T> = readonly [name: string, value: (of: T) => Value];

/** Excel reads UTF-8 without it as the code page of the machine, and spoils every name with an accent. */
const byteOrderMark = '\ufeff';

/** The sign between cells. */
const signs: Readonly<Record<Separator, string>> = { comma: ',', semicolon: ';', tab: '\t' };

/** Matches text that a spreadsheet would take for a number, a date or a time and change: `007`, `1e5`, `3-4`. */
const looksLikeNumber = /^[\d\s.,:/+\-%e\p{Sc}]*\d[\d\s.,:/+\-%e\p{Sc}]*$/iu;

/** Spreadsheets that separate cells by a semicolon have a decimal comma: they would read `3.5` as the third of May. */
function renderNumber(value: number, separator: Separator): string {
  return separator === 'semicolon' ? String(value).replace('.', ',') : String(value);
}

function renderCell(value: Value, separator: Separator): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return renderNumber(value, separator);
  if (typeof value === 'boolean') return String(value);
  const sign = signs[separator];
  if (typeof value === 'object') return escapeCell(value.date, sign);
  return escapeCell(looksLikeNumber.test(value) ? `'${value}` : value, sign);
}

/**
 * Renders a table by RFC 4180, with the names of the columns in the first row, also if there are no items.
 *
 * A byte order mark comes first: Excel needs it, LibreOffice and pandas skip it, Python does with `utf-8-sig`. Numbers
 * and dates stay what they are. Text that a spreadsheet would compute or change gets an apostrophe in front. With
 * semicolons, numbers have a decimal comma, as `write.csv2` of R does it.
 */
export function renderTable<T>(
  columns: readonly Column<T>[],
  items: readonly T[],
  separator: Separator = 'comma',
): string {
  const rows = items.map((item) => columns.map(([, value]) => renderCell(value(item), separator)));
  const lines = [columns.map(([name]) => name), ...rows];
  return byteOrderMark + lines.map((row) => `${row.join(signs[separator])}\r\n`).join('');
}
