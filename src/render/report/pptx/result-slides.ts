/** The first slides: the finding with the four elements, and the three lenses. */
import { isAsked } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import type { ElementResult, ReportDocument } from '#domain/types/report.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { getLenses } from '#render/report/charts/lenses.ts';
import type { ReportContext } from '#render/report/context.ts';
import { fontName, getVerdictColors, verdictSigns } from '#render/report/office/colors.ts';
import { describeBands, describeLensNames } from '#render/report/office/office-wording.ts';
import { describeOverall, listSurprise, renderCounts } from '#render/report/wording/headline.ts';
import { describeStatus } from '#render/report/wording/labels.ts';
import { describeLenses, formatSaid, formatWholeScore } from '#render/report/wording/numbers.ts';
import { listLenses } from '#render/report/wording/lenses.ts';
import { getVerdict } from '#render/report/wording/verdicts.ts';
import { type Deck, addSlide, addText, contentTop, contentWidth, margin } from './deck.ts';

/** Adds the first slide: the finding as its title, the score, and a card for each element. */
export function addFindingSlide(deck: Deck): void {
  const { report, colors, context } = deck;
  const { messages } = context;
  const { summary, elements } = report;
  const lines = [...listSurprise(report, messages), ...renderCounts(report, messages)];
  const slide = addSlide(deck, summary.sentence, lines);
  const score = summary.score === null ? '–' : formatWholeScore(summary.score, messages);
  addText(slide, deck, score, {
    ...{ x: margin, y: contentTop, w: 2.6, h: 1.3, size: 80, color: colors.accent, bold: true },
  });
  const range = describeRange(summary.range, messages).join(' ');
  addText(
    slide,
    deck,
    summary.score === null ? describeOverall(report, messages) : messages['office.ofScore'],
    {
      ...{ x: margin, y: contentTop + 1.4, w: 2.6, h: 0.75, size: 16, color: colors.ink },
    },
  );
  addText(slide, deck, range, {
    ...{ x: margin, y: contentTop + 2.2, w: 2.6, h: 0.5, size: 14, color: colors.faint },
  });
  const [left, gap, height] = [3.6, 0.2, 2.7];
  const width = (contentWidth + margin - left - gap * (elements.length - 1)) / elements.length;
  for (const [index, element] of elements.entries()) {
    const x = left + index * (width + gap);
    const verdict = getVerdict(element);
    const { fill, color, isFilled } = getVerdictColors(verdict, colors);
    const [ink, faint] = isFilled ? [color, color] : [colors.ink, colors.faint];
    slide.addShape('rect', { x, y: contentTop, w: width, h: height, fill: { color: fill } });
    slide.addShape('rect', { x, y: contentTop, w: width, h: 0.1, fill: { color } });
    const inside = { x: x + 0.15, w: width - 0.3 };
    addText(slide, deck, element.name, {
      ...inside,
      y: contentTop + 0.25,
      h: 0.4,
      size: 18,
      bold: true,
      color: ink,
    });
    addText(slide, deck, element.asks, {
      ...{ ...inside, y: contentTop + 0.65, h: 0.3, size: 12, color: faint },
    });
    addText(slide, deck, formatSaid({ said: element.score, isAsked: isAsked(element.practices) }, messages), {
      ...{
        ...inside,
        y: contentTop + 1.0,
        h: 0.65,
        size: 36,
        least: 14,
        bold: true,
        color: ink,
        valign: 'middle',
      },
    });
    addText(slide, deck, `${verdictSigns[verdict]} ${describeStatus(element, messages)}`, {
      ...{ ...inside, y: contentTop + 1.8, h: 0.75, size: 14, color, bold: true },
    });
  }
  addText(slide, deck, lines.join('\n'), {
    ...{ x: margin, y: contentTop + 3.15, w: contentWidth, h: 1.85, size: 16, least: 11 },
  });
}

/** Returns the message of the lenses: what is said beside what is declared and shown. */
function describeAllLenses({ summary }: ReportDocument, { messages }: ReportContext): string {
  const whole = (score: number | null): string => formatWholeScore(score, messages);
  const [said, declared, shown] = [summary.score, summary.declared, summary.shown].map(whole) as [
    string,
    string,
    string,
  ];
  if (summary.score === null) return messages['office.slideLensesUnknown'];
  if (summary.shown === null) return messages['office.slideLensesNothing'];
  return summary.declared === null
    ? formatMessage(messages, 'office.slideLenses', { said, shown })
    : formatMessage(messages, 'office.slideLensesDeclared', { said, declared, shown });
}

/** Adds the slide of the lenses: a bar chart that can be edited. */
export function addLensesSlide(deck: Deck): void {
  const { report, colors, context } = deck;
  const { messages } = context;
  const { elements } = report;
  const described = elements.map((element) =>
    describeLenses(getLenses(element, element.practices), listLenses(report), messages),
  );
  const slide = addSlide(deck, describeAllLenses(report, context), described);
  const lenses = [
    ['score', messages['summary.said'], colors.said],
    ['declared', messages['summary.declared'], colors.declared],
    ['shown', messages['summary.shown'], colors.accent],
  ] as const;
  const known = lenses.filter(([lens]) => elements.some((element) => element[lens] !== null));
  addText(
    slide,
    deck,
    [describeLensNames(report, messages).join(' · '), describeBands(report, messages)].join('\n'),
    {
      ...{
        x: margin,
        y: contentTop - 0.15,
        w: contentWidth,
        h: 0.45,
        size: 13,
        least: 10,
        color: colors.faint,
      },
    },
  );
  if (known.length === 0) return;
  const values = (lens: (typeof lenses)[number][0]): number[] =>
    // An unknown score has no bar. The library writes no value for it, although its types do not say so.
    elements.map((element: ElementResult) => {
      const score = element[lens];
      return (score === null ? null : Math.round(score)) as number;
    });
  const text = { fontFace: fontName, color: colors.ink } as const;
  slide.addChart(
    'bar',
    known.map(([lens, name]) => ({ name, labels: elements.map((each) => each.name), values: values(lens) })),
    {
      ...{ x: margin, y: contentTop + 0.4, w: contentWidth, h: 4.7 },
      altText: described.join(' '),
      barDir: 'col',
      barGapWidthPct: 60,
      chartColors: known.map(([, , color]) => color),
      ...{ valAxisMinVal: 0, valAxisMaxVal: 100, valAxisMajorUnit: 25 },
      valGridLine: { color: colors.line, size: 0.75 },
      ...{ catAxisLabelFontFace: text.fontFace, catAxisLabelFontSize: 14, catAxisLabelColor: text.color },
      ...{ valAxisLabelFontFace: text.fontFace, valAxisLabelFontSize: 11, valAxisLabelColor: colors.faint },
      ...{ showValue: true, dataLabelFontFace: text.fontFace, dataLabelFontSize: 12 },
      ...{ dataLabelColor: text.color, dataLabelPosition: 'outEnd', dataLabelFormatCode: '0' },
      ...{ showLegend: true, legendPos: 'b', legendFontFace: text.fontFace, legendFontSize: 12 },
    },
  );
}
