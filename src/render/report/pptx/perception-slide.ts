/** The slide of how the leader, managers and sellers see the practices: a chart that can be edited. */
import type { Slide } from './library.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Voices } from '#domain/types/report.ts';
import { fontName } from '#render/report/office/colors.ts';
import { listLeftOut } from '#render/report/voices/left-out.ts';
import { describeAgreed, describeWhoAnswered } from '#render/report/voices/people.ts';
import {
  describePerception,
  listSides,
  nameSide,
  sortByGap,
  writePerceptionTitle,
} from '#render/report/voices/perception.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';
import { type Deck, addSlide, addText, contentEnd, contentTop, contentWidth, margin } from './deck.ts';

/** Practices in the chart: more could not be read. */
const mostPractices = 7;

/** Readings beside the chart. The notes have all of them. */
const mostReadings = 3;

/** Width of the chart, in inches, if readings are beside it. */
const chartWidth = 7.5;

/** Adds the chart: for each practice a bar of each side, the largest gap first. */
function addChart(slide: Slide, deck: Deck, voices: Voices, width: number): void {
  const { report, colors, context } = deck;
  const { messages } = context;
  const nameOf = makeNameLookup(report);
  const shown = sortByGap(voices.practices).slice(0, mostPractices);
  const labels = shown.map(({ id }) => nameOf(id));
  const sides = listSides(voices);
  const barColors = { leader: colors.accent, managers: colors.said, sellers: colors.ink };
  // An unknown score has no bar. The library writes no value for it, although its types do not say so.
  const round = (score: number | null): number => (score === null ? null : Math.round(score)) as number;
  const data = sides.map((side) => ({
    name: nameSide(side, voices, messages),
    labels,
    values: shown.map((practice) => round(practice[side])),
  }));
  slide.addChart('bar', data, {
    ...{ x: margin, y: contentTop + 0.25, w: width, h: contentEnd - contentTop - 0.75 },
    altText: shown.map((each) => describePerception(each, report, voices, messages)).join(' '),
    ...{ barDir: 'bar', barGapWidthPct: 50, chartColors: sides.map((side) => barColors[side]) },
    // Bars are drawn from the bottom up, unless the axis is turned round. The types of the library do not know it.
    ...{
      catAxisOrientation: 'maxMin' as 'minMax',
      valAxisMinVal: 0,
      valAxisMaxVal: 100,
      valAxisMajorUnit: 25,
    },
    valAxisHidden: true,
    valGridLine: { color: colors.line, size: 0.75 },
    ...{ catAxisLabelFontFace: fontName, catAxisLabelFontSize: 12, catAxisLabelColor: colors.ink },
    ...{ showValue: true, dataLabelFontFace: fontName, dataLabelFontSize: 10, dataLabelColor: colors.ink },
    ...{ dataLabelPosition: 'outEnd', dataLabelFormatCode: '0' },
    ...{ showLegend: true, legendPos: 't', legendFontFace: fontName, legendFontSize: 12 },
  });
}

/** Adds what the differences mean, beside the chart. */
function addReadings(slide: Slide, deck: Deck, { readings }: Voices): void {
  const { colors, context } = deck;
  const left = margin + chartWidth + 0.4;
  const width = contentWidth + margin - left;
  addText(slide, deck, context.messages['voices.readings'], {
    ...{ x: left, y: contentTop, w: width, h: 0.45, size: 16, bold: true, color: colors.accent },
    valign: 'middle',
  });
  for (const [index, { name, means }] of readings.slice(0, mostReadings).entries()) {
    const y = contentTop + 0.6 + index * 1.4;
    slide.addShape('rect', { x: left, y, w: 0.06, h: 1.2, fill: { color: colors.accent } });
    const inside = { x: left + 0.2, w: width - 0.2 };
    addText(slide, deck, name, { ...inside, y, h: 0.35, size: 16, least: 11, bold: true });
    addText(slide, deck, means, { ...inside, y: y + 0.36, h: 0.9, size: 14, least: 9 });
  }
}

/** Adds the slide of how each side sees the practices. Nothing for a report of one person. */
export function addPerceptionSlide(deck: Deck): void {
  const { report, colors, context } = deck;
  const { messages } = context;
  const { voices } = report;
  if (voices === undefined) return;
  const { practices, readings } = voices;
  const leftOut = listLeftOut(voices, messages).map(({ text }) => text);
  const slide = addSlide(deck, `${writePerceptionTitle(report, voices, messages)}.`, [
    ...(practices.length === 0 ? [] : [messages['voices.gapAbout']]),
    ...sortByGap(practices).map((each) => describePerception(each, report, voices, messages)),
    ...readings.map(({ name, means, firstMove }) => `${name}: ${means} ${firstMove}`),
    ...leftOut,
  ]);
  const about = [describeWhoAnswered(voices, messages), describeAgreed(voices, messages) ?? ''].join(' ');
  addText(slide, deck, about.trim(), {
    ...{ x: margin, y: contentTop - 0.15, w: contentWidth, h: 0.35, size: 13, least: 9, color: colors.faint },
  });
  const more = Math.max(0, practices.length - mostPractices);
  const below = [
    ...(more === 0 ? [] : [`${formatMessage(messages, 'voices.moreRows', { count: more })}.`]),
    leftOut[0] ?? '',
  ].join(' ');
  addText(slide, deck, below, {
    ...{ x: margin, y: contentEnd - 0.3, w: contentWidth, h: 0.4, size: 12, least: 9, color: colors.faint },
  });
  if (readings.length > 0) addReadings(slide, deck, voices);
  if (practices.length > 0) {
    addChart(slide, deck, voices, readings.length > 0 ? chartWidth : contentWidth);
    return;
  }
  addText(slide, deck, leftOut.join('\n'), {
    ...{ x: margin, y: contentTop + 0.6, w: readings.length > 0 ? chartWidth : contentWidth, h: 3 },
    size: 16,
  });
}
