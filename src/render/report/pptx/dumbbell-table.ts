/** The table in the chart of how each side sees the practices: names and numbers. */
import type { Slide } from './library.ts';
import type { Perception, Voices } from '#domain/types/report.ts';
import { fontName } from '#render/report/office/colors.ts';
import { formatGap, listSides, nameSide } from '#render/report/voices/perception.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';
import type { Deck } from './deck.ts';
import { type Layout, axisHeight, legendHeight } from './dumbbell-layout.ts';
import { type TextBox, fitText } from './fit-text.ts';

/** Adds the names and numbers: a table with an empty column for the scale. */
export function addNumbers(
  slide: Slide,
  { report, colors, context: { messages } }: Deck,
  rows: readonly Perception[],
  voices: Voices,
  { x, y, w, widths, rowHeight }: Layout,
): void {
  const getName = makeNameLookup(report);
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
            ...[getName(row.id), ''],
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
