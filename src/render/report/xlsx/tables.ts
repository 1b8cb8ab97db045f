/** Cells and tables of a workbook. A text is always text, whatever it begins with: nothing in a workbook is computed. */
import type { CellObject, Row, SheetData } from 'write-excel-file/node';
import { countDaysBetween } from '#domain/calendar.ts';
import { splitSigns, wrap } from '#render/terminal/layout.ts';
import type { OfficeColors } from '#render/report/office/colors.ts';
import { capitalize } from '#render/report/wording/labels.ts';

/** Characters that a cell can have at most, counted in UTF-16. */
const mostCharacters = 32_767;

/** The day before the first one of a workbook. It counts the day 1900-02-29, which did not exist. */
const dayZero = '1899-12-30';

/** How every date is shown: the same in every country. */
const dateFormat = 'yyyy-mm-dd';

/** Shortens a text that is too long for a cell, between two signs, with an ellipsis. */
function fitCell(text: string): string {
  if (text.length <= mostCharacters) return text;
  let length = 0;
  const signs = splitSigns(text.slice(0, mostCharacters)).filter((sign) => {
    length += sign.length;
    return length < mostCharacters;
  });
  return `${signs.join('')}…`;
}

/** The value of a cell. null and undefined are unknown, and give an empty cell. */
export type Value = string | number | null | undefined | { readonly date: string | undefined };

/** A column of a table. */
export interface Column<T> {
  readonly title: string;
  /** Width in characters. */
  readonly width: number;
  readonly value: (of: T) => Value;
  /** How numbers are shown. */
  readonly format?: string;
}

/** Makes a cell. Dates and numbers are real ones, so that they sort and filter. */
export function makeCell(value: Value, format = 'General'): CellObject {
  const style = { alignVertical: 'top', wrap: true } as const;
  if (typeof value === 'object' && value !== null) {
    const shown = { ...style, align: 'left', format: dateFormat } as const;
    return value.date === undefined
      ? { ...shown, type: Number }
      : { ...shown, type: Number, value: countDaysBetween(dayZero, value.date) };
  }
  if (typeof value === 'number') return { ...style, align: 'left', type: Number, value, format };
  const text = value ?? '';
  return text === '' ? style : { ...style, type: String, value: fitCell(text), format: '@' };
}

/** Height of a line, and of the tallest row that a workbook can have, in points. */
const [lineHeight, mostHeight] = [13, 409];

/** Returns the height of a row that shows its texts whole, in points. No program works it out by itself. */
export function measureRow(values: readonly Value[], widths: readonly number[]): number {
  const lines = values.map((value, index) =>
    typeof value === 'string'
      ? value
          .split('\n')
          .reduce((sum, line) => sum + Math.max(1, wrap(line, (widths[index] ?? 10) - 1).length), 0)
      : 1,
  );
  return Math.min(mostHeight, Math.max(1, ...lines) * lineHeight + 4);
}

/** Makes the cells of a table: its columns' titles, and a row for each item. */
export function makeTable<T>(
  columns: readonly Column<T>[],
  items: readonly T[],
  { accent }: OfficeColors,
): SheetData {
  const head: Row = columns.map(({ title }) => ({
    ...makeCell(capitalize(title)),
    height: measureRow(
      columns.map((column) => column.title),
      columns.map(({ width }) => width),
    ),
    fontWeight: 'bold',
    textColor: '#ffffff',
    backgroundColor: `#${accent}`,
  }));
  const border = { bottomBorderStyle: 'thin', bottomBorderColor: '#d3d9e1' } as const;
  return [
    head,
    ...items.map((item): Row => {
      const values = columns.map(({ value }) => value(item));
      const height = measureRow(
        values,
        columns.map(({ width }) => width),
      );
      return columns.map(({ format }, index) => ({
        ...makeCell(values[index], format),
        ...border,
        height,
      }));
    }),
  ];
}
