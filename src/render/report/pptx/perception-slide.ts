/** The slide of how the leader, managers and sellers see the practices: a chart of shapes that can be edited. */
import type { Slide } from './library.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Voices } from '#domain/types/report.ts';
import { listLeftOut } from '#render/report/voices/left-out.ts';
import { describeAgreed, describeWhoAnswered } from '#render/report/voices/people.ts';
import { describePerception, sortByGap, writePerceptionTitle } from '#render/report/voices/perception.ts';
import { describeScale } from '#render/report/wording/verdicts.ts';
import { type Deck, addSlide, addText, contentEnd, contentTop, contentWidth, margin } from './deck.ts';
import { addDumbbells } from './dumbbells.ts';
import { fitText } from './fit-text.ts';

/** Practices in the chart: more could not be read. */
const mostPractices = 7;

/** Readings beside the chart. The notes have all of them. */
const mostReadings = 3;

/** Width of the chart, in inches, if readings are beside it. */
const chartWidth = 7.5;

/** Adds what the differences mean, beside the chart. */
function addReadings(slide: Slide, deck: Deck, { readings }: Voices): void {
  const { colors, context } = deck;
  const left = margin + chartWidth + 0.4;
  const width = contentWidth + margin - left;
  addText(slide, deck, context.messages['voices.readings'], {
    ...{ x: left, y: contentTop, w: width, h: 0.45, size: 16, bold: true, color: colors.accent },
    valign: 'middle',
  });
  const shown = readings.slice(0, mostReadings);
  const box = { w: width - 0.2, h: 0.9, largest: 14, smallest: 9 };
  // One size for all of them.
  const size = Math.min(...shown.map(({ means }) => fitText(means, box).fontSize));
  for (const [index, { name, means }] of shown.entries()) {
    const y = contentTop + 0.6 + index * 1.4;
    slide.addShape('rect', { x: left, y, w: 0.06, h: 1.2, fill: { color: colors.accent } });
    const inside = { x: left + 0.2, w: box.w };
    addText(slide, deck, name, { ...inside, y, h: 0.35, size: 16, least: 11, bold: true });
    addText(slide, deck, means, { ...inside, y: y + 0.36, h: box.h, size });
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
    ...(practices.length === 0 ? [] : [describeScale(report.thresholds, messages)]),
    ...(more === 0 ? [] : [`${formatMessage(messages, 'voices.moreRows', { count: more })}.`]),
    leftOut[0] ?? '',
  ].join(' ');
  addText(slide, deck, below, {
    ...{ x: margin, y: contentEnd - 0.3, w: contentWidth, h: 0.4, size: 12, least: 9, color: colors.faint },
  });
  if (readings.length > 0) addReadings(slide, deck, voices);
  if (practices.length > 0) {
    addDumbbells(slide, deck, sortByGap(practices).slice(0, mostPractices), voices, {
      ...{ x: margin, y: contentTop + 0.25, h: contentEnd - contentTop - 0.75 },
      w: readings.length > 0 ? chartWidth : contentWidth,
    });
    return;
  }
  addText(slide, deck, leftOut.join('\n'), {
    ...{ x: margin, y: contentTop + 0.6, w: readings.length > 0 ? chartWidth : contentWidth, h: 3 },
    size: 16,
  });
}
