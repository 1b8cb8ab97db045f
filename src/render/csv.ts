import { escapeCell } from './escape.ts';

/** The value of a cell. null and undefined are unknown, and give an empty cell. */
export type Value = string | number | boolean | null | undefined | { readonly date: string };

/** A column: its stable name, and its value for what a row is about. */
export type Column<T> = readonly [name: string, value: (of: T) => Value];

/** Matches text that a spreadsheet would take for a number, a date or a time and change: `007`, `1e5`, `3-4`. */
const looksLikeNumber = /^[\d\s.,:/+\-%e\p{Sc}]*\d[\d\s.,:/+\-%e\p{Sc}]*$/iu;

function renderCell(value: Value): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return escapeCell(value.date);
  if (typeof value !== 'string') return String(value);
  return escapeCell(looksLikeNumber.test(value) ? `'${value}` : value);
}

/**
 * Renders a table by RFC 4180, with the names of the columns in the first row, also if there are no items.
 *
 * Numbers and dates stay what they are. Text that a spreadsheet would compute or change gets an apostrophe in front.
 */
export function renderTable<T>(columns: readonly Column<T>[], items: readonly T[]): string {
  const rows = items.map((item) => columns.map(([, value]) => renderCell(value(item))));
  return [columns.map(([name]) => name), ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}
