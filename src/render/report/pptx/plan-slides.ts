/** The slides of the plan: the actions with owner and day, and the road of ninety days. */
import { addDaysTo } from '#domain/calendar.ts';
import { formatMessage } from '#domain/messages.ts';
import { listTrackedActions } from '#render/report/office/tracked-actions.ts';
import { firstStepDays } from '#render/report/wording/headline.ts';
import { describeNoPlan } from '#render/report/wording/phrases.ts';
import {
  type Deck,
  addSlide,
  addText,
  contentEnd,
  contentTop,
  contentWidth,
  margin,
  showDate,
} from './deck.ts';
import { addTable } from './tables.ts';

/** Returns as many questions of a first step as a slide has room for. */
function shortenStep(step: string): string {
  return step.split('\n').slice(0, 2).join('\n');
}

/** Adds the slide of the actions to begin with. */
export function addActionsSlide(deck: Deck): void {
  const { report, context } = deck;
  const { messages } = context;
  const { now } = report.plan;
  const date = showDate(addDaysTo(report.asOf, firstStepDays));
  const title =
    now.length === 0
      ? describeNoPlan(report, messages)
      : now.length === 1
        ? formatMessage(messages, 'office.slideAction', { date })
        : formatMessage(messages, 'office.slideActions', { count: now.length, date });
  const slide = addSlide(
    deck,
    title,
    now.map(({ name, because }) => `${name}: ${because}`),
  );
  if (now.length === 0) return;
  const rows = listTrackedActions(report, messages)
    .slice(0, now.length)
    .map(({ number, action, firstStep, owner, firstStepBy, doneWhen }) => [
      { text: String(number), bold: true },
      { text: action, bold: true },
      shortenStep(firstStep),
      owner,
      firstStepBy === undefined ? '' : showDate(firstStepBy),
      doneWhen,
    ]);
  addTable(
    slide,
    deck,
    [
      messages['office.number'],
      messages['office.action'],
      messages['report.firstMove'],
      messages['report.owner'],
      messages['office.firstStepDue'],
      messages['report.doneWhen'],
    ],
    rows,
    {
      ...{ x: margin, y: contentTop, widths: [0.6, 2.9, 3.55, 1.4, 1.35, 2.333], headHeight: 0.55 },
      ...{ rowHeight: Math.min(1.45, (contentEnd - contentTop - 0.5) / rows.length), sizes: [14, 9] },
    },
  );
}

/** Adds the slide of the road: what is done by when, and what comes after that. */
export function addRoadmapSlide(deck: Deck): void {
  const { report, context } = deck;
  const { messages } = context;
  const { now, next, later } = report.plan;
  const days = [30, 60, 90].map((count) => showDate(addDaysTo(report.asOf, count)));
  const [first = '', , last = ''] = days;
  const after = next.map(({ name }) => name).join(', ');
  const hasSteps = now.some(({ recommendation }) => recommendation !== undefined);
  const title =
    now.length === 0
      ? describeNoPlan(report, messages)
      : hasSteps
        ? formatMessage(messages, 'office.slideRoadmap', { first, last })
        : formatMessage(messages, 'office.slideAction', { date: first });
  const slide = addSlide(
    deck,
    title,
    [...next, ...later].map(({ name, do: act }) => (act === undefined ? name : `${name}: ${act}`)),
  );
  if (now.length > 0) {
    const rows = now.map(({ name, recommendation }, index) => {
      const { firstStep = '' } = listTrackedActions(report, messages)[index] ?? {};
      return [
        { text: `${index + 1}. ${name}`, bold: true },
        shortenStep(firstStep),
        recommendation?.days60 ?? '',
        recommendation?.days90 ?? '',
      ];
    });
    const head = [
      messages['office.action'],
      ...days.map((date) => formatMessage(messages, 'office.by', { date })),
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
