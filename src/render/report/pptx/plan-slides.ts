/** The slides of the plan: the actions with owner and day, and the road of ninety days. */
import { addDaysTo } from '#domain/calendar.ts';
import { formatMessage } from '#domain/messages.ts';
import { listCommentaryTexts } from '#render/report/office/commentary-texts.ts';
import { listTrackedActions } from '#render/report/office/tracked-actions.ts';
import { formatDay } from '#domain/format-day.ts';
import { formatLimit, writeDates } from '#render/report/wording/recommendations.ts';
import { listFootLines } from '#render/report/cover.ts';
import { describePlanGain, describeRoads } from '#render/report/wording/gain.ts';
import { firstStepDays } from '#render/report/wording/actions.ts';
import { describeNoPlan } from '#render/report/wording/phrases.ts';
import type { Slide } from './library.ts';
import { type Deck, addSlide, addText, contentEnd, contentTop, contentWidth, margin } from './deck.ts';
import { addTable } from './tables.ts';

/** Returns as many questions of a first step as a slide has room for. */
function shortenStep(step: string): string {
  return step.split('\n').slice(0, 2).join('\n');
}

/** Where the line with what the plan buys begins, from the top, in inches. */
const gainTop = 5.75;

/** Adds what the plan buys, below the actions. */
function addGain(slide: Slide, deck: Deck): void {
  const { report, colors, context } = deck;
  const { messages } = context;
  const gain = describePlanGain(report, messages);
  slide.addShape('rect', {
    ...{ x: margin, y: gainTop, w: contentWidth, h: contentEnd + 0.1 - gainTop },
    fill: { color: colors.card },
  });
  const inside = { x: margin + 0.2, w: contentWidth - 0.4 };
  addText(slide, deck, messages['plan.buys'], {
    ...{ ...inside, y: gainTop + 0.1, h: 0.3, size: 14, bold: true, color: colors.accent },
  });
  addText(slide, deck, gain.join(' '), { ...inside, y: gainTop + 0.42, h: 0.7, size: 14, least: 9 });
}

/** Adds the slide of the actions to begin with, and of what they buy. */
export function addActionsSlide(deck: Deck): void {
  const { report, context } = deck;
  const { messages } = context;
  const { now } = report.plan;
  const date = formatDay(addDaysTo(report.asOf, firstStepDays), messages);
  const title =
    now.length === 0
      ? describeNoPlan(report, messages)
      : now.length === 1
        ? formatMessage(messages, 'office.slideAction', { date })
        : formatMessage(messages, 'office.slideActions', { count: now.length, date });
  const slide = addSlide(deck, title, [
    ...now.flatMap(({ name, because }, index) => [
      `${name}: ${because}`,
      ...listCommentaryTexts(context.commentary?.actions.get(index + 1), context),
    ]),
    messages['plan.buysAbout'],
  ]);
  if (now.length === 0) return;
  const rows = listTrackedActions(report, messages)
    .slice(0, now.length)
    .map(({ number, action, firstStep, owner, firstStepBy, doneWhen }) => [
      { text: String(number), bold: true },
      { text: action, bold: true },
      shortenStep(firstStep),
      owner,
      firstStepBy === undefined ? '' : formatDay(firstStepBy, messages),
      doneWhen,
    ]);
  addTable(
    slide,
    deck,
    [
      messages['office.number'],
      messages['office.action'],
      messages['office.firstStep'],
      messages['report.owner'],
      messages['office.firstStepDue'],
      messages['report.doneWhen'],
    ],
    rows,
    {
      ...{ x: margin, y: contentTop, widths: [0.55, 2.85, 3.4, 1.65, 1.35, 2.333], headHeight: 0.55 },
      ...{ rowHeight: Math.min(1.3, (gainTop - contentTop - 0.7) / rows.length), sizes: [14, 9] },
    },
  );
  addGain(slide, deck);
}

/** Adds the slide of the road: what is done by when, and what comes after that. */
export function addRoadmapSlide(deck: Deck): void {
  const { report, context } = deck;
  const { messages } = context;
  const { now, next, later } = report.plan;
  const [first = '', last = ''] = [30, 90].map((count) => formatDay(addDaysTo(report.asOf, count), messages));
  const after = next.map(({ name }) => name).join(', ');
  const hasSteps = now.some(({ recommendation }) => recommendation !== undefined);
  const title =
    now.length === 0
      ? describeNoPlan(report, messages)
      : hasSteps
        ? formatMessage(messages, 'office.slideRoadmap', { first, last })
        : formatMessage(messages, 'office.slideAction', { date: first });
  const slide = addSlide(deck, title, [
    messages['plan.roads'],
    ...describeRoads(report, messages),
    ...[...next, ...later].map(({ name, do: act }) => (act === undefined ? name : `${name}: ${act}`)),
    ...listFootLines(context),
  ]);
  if (now.length > 0) {
    const rows = now.map(({ name, recommendation }, index) => {
      const { firstStep = '' } = listTrackedActions(report, messages)[index] ?? {};
      return [
        { text: `${index + 1}. ${name}`, bold: true },
        shortenStep(firstStep),
        writeDates(recommendation?.days60 ?? '', report.asOf, messages),
        writeDates(recommendation?.days90 ?? '', report.asOf, messages),
      ];
    });
    const head = [
      messages['office.action'],
      ...([30, 60, 90] as const).map((count) => formatLimit(count, report.asOf, messages)),
    ];
    addTable(slide, deck, head, rows, {
      ...{ x: margin, y: contentTop, widths: [2.053, 3.36, 3.36, 3.36], headHeight: 0.45, rowHeight: 1.3 },
      sizes: [13, 9],
    });
  }
  if (after === '') return;
  addText(slide, deck, formatMessage(messages, 'summary.then', { names: after }), {
    ...{ x: margin, y: contentEnd - 0.45, w: contentWidth, h: 0.5, size: 14, least: 10 },
  });
}
