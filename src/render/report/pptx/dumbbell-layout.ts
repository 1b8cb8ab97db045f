/** Where the parts of the chart of how each side sees the practices are on a slide. */
import { measureWidth } from '#render/terminal/layout.ts';

/** Width and height of a sign, and heights of the legend and of the numbers of the scale, in inches. */
export const [signSize, legendHeight, axisHeight] = [0.17, 0.36, 0.3];

/** Height of the highest row, in inches. */
const mostHeight = 0.56;

/** Where the chart is, in inches. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Where the parts of the chart are, in inches. */
export interface Layout extends Place {
  readonly rowHeight: number;
  /** Top of the first row. */
  readonly top: number;
  /** Widths of the columns: names, scale, and a number for each side and the gap. */
  readonly widths: readonly number[];
  /** Returns the place of a score of 0..100 from the left. */
  readonly at: (score: number) => number;
}

/** Lays out a chart with as many rows, and a number for each head. */
export function layOut(place: Place, rows: number, heads: readonly string[]): Layout {
  const names = Math.min(3, place.w * 0.27);
  const numbers = heads.map((head) => Math.max(0.6, Math.min(0.9, measureWidth(head) * 0.11)));
  const scale = place.w - names - numbers.reduce((sum, width) => sum + width, 0);
  // Signs at 0 and 100 are inside the column.
  const [left, length] = [place.x + names + signSize, scale - 2 * signSize];
  const top = place.y + legendHeight + axisHeight;
  return {
    ...place,
    top,
    rowHeight: Math.min(mostHeight, (place.h - legendHeight - axisHeight) / rows),
    widths: [names, scale, ...numbers],
    at: (score) => left + (score / 100) * length,
  };
}
