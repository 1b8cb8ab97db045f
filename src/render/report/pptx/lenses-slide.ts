/** The slide of the three lenses: a chart that can be edited. */
import type { Slide } from './library.ts';
import { formatMessage } from '#domain/messages.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { getLenses } from '#render/report/charts/lenses.ts';
import type { ReportContext } from '#render/report/context.ts';
import { fontName } from '#render/report/office/colors.ts';
import { describeLensNames } from '#render/report/office/office-wording.ts';
import { defineLenses, listLenses } from '#render/report/wording/lenses.ts';
import { describeLenses, formatWholeScore } from '#render/report/wording/numbers.ts';
import { describeBand } from '#render/report/wording/verdicts.ts';
import { type Deck, addSlide, addText, contentTop, contentWidth, margin } from './deck.ts';

/** Returns the message of the lenses: what is said beside what is declared and shown. */
function describeAllLenses({ summary }: ReportDocument, { messages }: ReportContext): string {
  const formatScore = (score: number | null): string => formatWholeScore(score, messages);
  const [said, declared, shown] = [summary.score, summary.declared, summary.shown].map(formatScore) as [
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

/** Returns the lines across the chart: the thresholds, and the target if it is another score. */
function listLines({ report: { thresholds }, colors: { tones, ink }, context: { messages } }: Deck) {
  const { neglectedBelow, inPlaceAt, target } = thresholds;
  const name = formatMessage(messages, 'chart.target', { score: formatWholeScore(target, messages) });
  return [
    { name: describeBand('missing', thresholds, messages), at: neglectedBelow, color: tones.missing.strong },
    { name: describeBand('in-place', thresholds, messages), at: inPlaceAt, color: tones['in-place'].strong },
    ...(target === inPlaceAt ? [] : [{ name, at: target, color: ink }]),
  ];
}

/** Adds the chart: a bar for each element and lens, and the lines that scores are judged by. */
function addChart(slide: Slide, deck: Deck, altText: string): void {
  const { report, colors, context } = deck;
  const parts = report.elements.map((element) => getLenses(element, element.practices));
  const labels = parts.map(({ name }) => name);
  const barColors = { said: colors.said, declared: colors.declared, shown: colors.accent };
  const lenses = defineLenses(report, context.messages).filter(({ lens }) =>
    parts.some((part) => part[lens] !== null),
  );
  const lines = listLines(deck);
  // An unknown score has no bar. The library writes no value for it, although its types do not say so.
  const round = (score: number | null): number => (score === null ? null : Math.round(score)) as number;
  const bars = {
    type: 'bar' as const,
    data: lenses.map(({ lens, name }) => ({ name, labels, values: parts.map((part) => round(part[lens])) })),
    options: {
      barGapWidthPct: 60,
      chartColors: lenses.map(({ lens }) => barColors[lens]),
      ...{ showValue: true, dataLabelFontFace: fontName, dataLabelFontSize: 12 },
      ...{ dataLabelColor: colors.ink, dataLabelPosition: 'outEnd' as const, dataLabelFormatCode: '0' },
    },
  };
  const across = {
    type: 'line' as const,
    data: lines.map(({ name, at }) => ({ name, labels, values: labels.map(() => at) })),
    options: {
      // The library picks a color at random for a series whose number in the whole chart is past the last color.
      chartColors: [...bars.data, ...lines].map(
        (_, index) => lines[index % lines.length]?.color ?? colors.ink,
      ),
      ...{ lineSize: 1.5, lineDataSymbol: 'none' as const, showValue: false },
    },
  };
  const options = {
    ...{ x: margin, y: contentTop + 0.3, w: contentWidth, h: 4.8, altText },
    ...{ valAxisMinVal: 0, valAxisMaxVal: 100, valAxisMajorUnit: 25 },
    valGridLine: { color: colors.line, size: 0.75 },
    ...{ catAxisLabelFontFace: fontName, catAxisLabelFontSize: 14, catAxisLabelColor: colors.ink },
    ...{ valAxisLabelFontFace: fontName, valAxisLabelFontSize: 11, valAxisLabelColor: colors.faint },
    ...{ showLegend: true, legendPos: 'b' as const, legendFontFace: fontName, legendFontSize: 12 },
  } as const;
  // Charts of several types have their data inside, and the library reads the options only without any beside them.
  slide.addChart([bars, across], undefined as unknown as [], options);
}

/** Adds the slide of the lenses. */
export function addLensesSlide(deck: Deck): void {
  const { report, colors, context } = deck;
  const { messages } = context;
  const described = report.elements.map((element) =>
    describeLenses(getLenses(element, element.practices), listLenses(report), messages),
  );
  const slide = addSlide(deck, describeAllLenses(report, context), described);
  addText(slide, deck, describeLensNames(report, messages).join(' · '), {
    ...{ x: margin, y: contentTop - 0.15, w: contentWidth, h: 0.35, size: 13, least: 9, color: colors.faint },
  });
  if (report.elements.some(({ score }) => score !== null)) addChart(slide, deck, described.join(' '));
}
