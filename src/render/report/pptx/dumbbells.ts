/**
 * The chart of how each side sees the practices, of shapes and a table that can be edited. No chart that office programs
 * draw themselves has rows with names, and signs of different shapes on them.
 */
import type { Slide } from './library.ts';
import type { Perception, Voices } from '#domain/types/report.ts';
import type { OfficeColors } from '#render/report/office/colors.ts';
import { type Side, formatGap, listSides, nameSide, sides } from '#render/report/voices/perception.ts';
import { formatWholeScore, roundToOneDigit } from '#render/report/wording/numbers.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';
import { listMarks } from '#render/report/wording/verdicts.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import { type Deck, addText } from './deck.ts';
import { type Layout, type Place, axisHeight, layOut, legendHeight, signSize } from './dumbbell-layout.ts';
import { addNumbers } from './dumbbell-table.ts';

/** Height of each side in a row, as a share of it: no sign hides another one with the same score. */
const heights = { leader: 0.22, managers: 0.5, sellers: 0.78 } as const;

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
