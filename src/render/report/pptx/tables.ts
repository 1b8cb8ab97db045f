/** Tables on slides. They are real ones, so that the presenter can edit them. */
import type { Slide, TableRow } from './library.ts';
import { fontName } from '#render/report/office/colors.ts';
import { capitalize } from '#render/report/wording/labels.ts';
import type { Deck } from './deck.ts';
import { type FittedText, fitText } from './fit-text.ts';

/** Space inside the edges of a cell, in inches. */
const inset = 0.08;

/** A cell: its text, or also its colors. */
export type SlideCell =
  | string
  | { readonly text: string; readonly bold?: boolean; readonly color?: string; readonly fill?: string };

/** The colors of a cell that is only text. */
const plainCell: Exclude<SlideCell, string> = { text: '' };

/** Where a table is, and how large its parts are, in inches. */
export interface TablePlace {
  readonly x: number;
  readonly y: number;
  readonly widths: readonly number[];
  readonly rowHeight: number;
  /** Height of the title row. */
  readonly headHeight: number;
  /** Font size from the largest to the smallest, in points. */
  readonly sizes: readonly [number, number];
}

/** Adds a table with a title row. Its rows have the largest font size at which every text fits its cell. */
export function addTable(
  slide: Slide,
  { colors }: Deck,
  head: readonly string[],
  rows: readonly (readonly SlideCell[])[],
  { x, y, widths, rowHeight, headHeight, sizes: [largest, smallest] }: TablePlace,
): void {
  const fit = (text: string, bold: boolean, column: number, height: number): FittedText =>
    fitText(text, {
      w: (widths[column] ?? 1) - 2 * inset,
      h: height - 2 * inset * 0.6,
      largest,
      smallest,
      bold,
    });
  const base = { fontFace: fontName, valign: 'middle', margin: inset } as const;
  const titles: TableRow = head.map((title, column) => {
    const { text, fontSize } = fit(capitalize(title), true, column, headHeight);
    return {
      text,
      options: { ...base, fontSize, bold: true, color: 'FFFFFF', fill: { color: colors.accent } },
    };
  });
  const fitted = rows.map((row) =>
    row.map((cell, column) =>
      typeof cell === 'string'
        ? fit(cell, false, column, rowHeight)
        : fit(cell.text, cell.bold === true, column, rowHeight),
    ),
  );
  const fontSize = Math.min(largest, ...fitted.flat().map((each) => each.fontSize));
  const body = rows.map((row, line): TableRow =>
    row.map((cell, column) => {
      const { bold = false, color = colors.ink, fill } = typeof cell === 'string' ? plainCell : cell;
      return {
        text: fitted[line]?.[column]?.text ?? '',
        options: {
          ...{ ...base, fontSize, bold, color },
          ...(fill !== undefined && { fill: { color: fill } }),
        },
      };
    }),
  );
  slide.addTable([titles, ...body], {
    ...{ x, y, w: widths.reduce((sum, width) => sum + width, 0), colW: [...widths] },
    rowH: [headHeight, ...rows.map(() => rowHeight)],
    border: { type: 'solid', pt: 0.75, color: colors.line },
  });
}
