/**
 * The chart of how each side sees the practices, of shapes and a table that can be edited. No chart that office programs
 * draw themselves has rows with names, and signs of different shapes on them.
 */
import type { Slide } from './library.ts';
import type { Perception, Voices } from '#domain/types/report.ts';
import { type OfficeColors, fontName } from '#render/report/office/colors.ts';
import { type Side, formatGap, listSides, nameSide, sides } from '#render/report/voices/perception.ts';
import { formatWholeScore, roundToOneDigit } from '#render/report/wording/numbers.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';
import { listMarks } from '#render/report/wording/verdicts.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import { type Deck, addText } from './deck.ts';
import { type TextBox, fitText } from './fit-text.ts';

/** Width and height of a sign, and heights of the legend, of the numbers of the scale, and of the highest row, in inches. */
const [signSize, legendHeight, axisHeight, mostHeight] = [0.17, 0.36, 0.3, 0.56];

/** Height of each side in a row, as a share of it: no sign hides another one with the same score. */
const heights = { leader: 0.22, managers: 0.5, sellers: 0.78 } as const;

/** Where the chart is, in inches. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Where the parts of the chart are, in inches. */
interface Layout extends Place {
  readonly rowHeight: number;
  /** Top of the first row. */
  readonly top: number;
  /** Widths of the columns: names, scale, and a number for each side and the gap. */
  readonly widths: readonly number[];
  /** Returns the place of a score of 0..100 from the left. */
  readonly at: (score: number) => number;
}

function layOut(place: Place, rows: number, heads: readonly string[]): Layout {
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

/**
 * Adds the sign of a side around a point. Its shape tells it apart, as in the other charts.
 *
 * @param name what the sign says, for screen readers
 */
function addSign(
  slide: Slide,
  { accent, ink }: OfficeColors,
  side: Side,
  [x, y]: readonly [number, number],
  name: string,
): void {
  const box = { x: x - signSize / 2, y: y - signSize / 2, w: signSize, h: signSize, objectName: name };
  switch (side) {
    case 'leader':
      return void slide.addShape('triangle', { ...box, flipV: true, fill: { color: accent } });
    case 'managers':
      return void slide.addShape('ellipse', {
        ...box,
        fill: { color: 'FFFFFF' },
        line: { color: ink, width: 1.5 },
      });
    case 'sellers':
      return void slide.addShape('triangle', { ...box, fill: { color: ink } });
  }
}

function addLegend(slide: Slide, deck: Deck, voices: Voices, { x, y }: Layout): void {
  let left = x;
  for (const side of listSides(voices)) {
    const name = nameSide(side, voices, deck.context.messages);
    const width = measureWidth(name) * 0.12 + 0.2;
    addSign(slide, deck.colors, side, [left + signSize / 2, y + legendHeight / 2], name);
    addText(slide, deck, name, {
      ...{ x: left + signSize + 0.1, y, w: width, h: legendHeight, size: 12, valign: 'middle' },
    });
    left += signSize + 0.1 + width;
  }
}

/** Adds the names and numbers: a table with an empty column for the scale. */
function addNumbers(
  slide: Slide,
  { report, colors, context: { messages } }: Deck,
  rows: readonly Perception[],
  voices: Voices,
  { x, y, w, widths, rowHeight }: Layout,
): void {
  const nameOf = makeNameLookup(report);
  const base = { fontFace: fontName, valign: 'middle', color: colors.ink, margin: 0.04 } as const;
  const under = { type: 'solid', pt: 0.75, color: colors.line } as const;
  const none = { type: 'none' } as const;
  const border: [typeof none, typeof none, typeof under, typeof none] = [none, none, under, none];
  const makeCell = (text: string, column: number, box: Omit<TextBox, 'w'>) => {
    const { bold = false } = box;
    const fitted = fitText(text, { ...box, w: (widths[column] ?? 1) - 0.06 });
    const align = column < 2 ? ('left' as const) : ('center' as const);
    return { text: fitted.text, options: { ...base, border, align, bold, fontSize: fitted.fontSize } };
  };
  const write = (texts: readonly string[], isHead: boolean) =>
    texts.map((text, column) => {
      const bold = isHead || column === texts.length - 1;
      const h = isHead ? axisHeight : rowHeight;
      return makeCell(text, column, { h, largest: isHead ? 9 : 12, smallest: isHead ? 6 : 9, bold });
    });
  const shown = listSides(voices);
  const head = [
    ...[messages['report.practice'], ''],
    ...[...shown.map((side) => nameSide(side, voices, messages)), messages['voices.gap']],
  ];
  slide.addTable(
    [
      write(head, true),
      ...rows.map((row) =>
        write(
          [
            ...[nameOf(row.id), ''],
            ...shown.map((side) => formatWholeScore(row[side], messages)),
            formatGap(row.gap, messages),
          ],
          false,
        ),
      ),
    ],
    {
      ...{ x, y: y + legendHeight, w, colW: [...widths] },
      rowH: [axisHeight, ...rows.map(() => rowHeight)],
    },
  );
}

/** Adds the scale: its numbers, and a line through all rows at each threshold and the target. */
function addScale(slide: Slide, deck: Deck, rows: number, { at, y, top, rowHeight }: Layout): void {
  const { report, colors, context } = deck;
  const { thresholds } = report;
  const marks = listMarks(thresholds);
  for (const score of [0, ...marks, 100])
    addText(slide, deck, roundToOneDigit(score, context.messages), {
      ...{ x: at(score) - 0.25, y: y + legendHeight, w: 0.5, h: axisHeight, size: 8, least: 7 },
      ...{ color: colors.faint, align: 'center', valign: 'middle' },
    });
  for (const score of marks) {
    const isTarget = score === thresholds.target;
    slide.addShape('line', {
      ...{ x: at(score), y: top, w: 0, h: rows * rowHeight },
      objectName: roundToOneDigit(score, context.messages),
      line: { color: colors.faint, width: isTarget ? 1.25 : 0.75, dashType: isTarget ? 'solid' : 'dash' },
    });
  }
}

/** Adds a row of the scale: a sign per side, and a bar between the leader, or the managers without one, and the sellers. */
function addRow(
  slide: Slide,
  { report, colors, context: { messages } }: Deck,
  row: Perception,
  voices: Voices,
  { at, rowHeight }: Layout,
  top: number,
): void {
  const name = makeNameLookup(report)(row.id);
  const middle = top + rowHeight / 2;
  slide.addShape('line', {
    ...{ x: at(0), y: middle, w: at(100) - at(0), h: 0, line: { color: colors.line, width: 1.25 } },
    objectName: name,
  });
  const above = row.leader ?? row.managers;
  if (above !== null && row.sellers !== null && above !== row.sellers) {
    const [left, right] = [Math.min(above, row.sellers), Math.max(above, row.sellers)].map(at) as [
      number,
      number,
    ];
    slide.addShape('rect', {
      ...{ x: left, y: middle - 0.05, w: right - left, h: 0.1, fill: { color: colors.said } },
      objectName: `${name}: ${messages['voices.gap']} ${formatGap(row.gap, messages)}`,
    });
  }
  for (const side of sides) {
    const score = row[side];
    if (score === null) continue;
    const place = [at(score), top + heights[side] * rowHeight] as const;
    const text = `${name}: ${nameSide(side, voices, messages)} ${formatWholeScore(score, messages)}`;
    addSign(slide, colors, side, place, text);
  }
}

/** Adds a row per practice: its name, the signs of the sides on a scale from 0 to 100, their scores, and the gap. */
export function addDumbbells(
  slide: Slide,
  deck: Deck,
  rows: readonly Perception[],
  voices: Voices,
  place: Place,
): void {
  const { messages } = deck.context;
  const heads = [
    ...listSides(voices).map((side) => nameSide(side, voices, messages)),
    messages['voices.gap'],
  ];
  const layout = layOut(place, rows.length, heads);
  addLegend(slide, deck, voices, layout);
  addNumbers(slide, deck, rows, voices, layout);
  addScale(slide, deck, rows.length, layout);
  for (const [index, row] of rows.entries())
    addRow(slide, deck, row, voices, layout, layout.top + index * layout.rowHeight);
}
