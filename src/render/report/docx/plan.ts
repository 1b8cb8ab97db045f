/** The plan and the gaps. */
import { addDaysTo } from '#domain/calendar.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Move, PlannedMove } from '#domain/types/report.ts';
import { numberGaps } from '#render/report/backlog.ts';
import { firstStepDays } from '#render/report/wording/headline.ts';
import { describeKindOfEvidence, describeMove } from '#render/report/wording/labels.ts';
import { describeGain, formatWholeScore } from '#render/report/wording/numbers.ts';
import {
  describeNoGaps,
  describeNoPlan,
  describeWaits,
  listRecommendationFacts,
  renderMoveTitle,
} from '#render/report/wording/phrases.ts';
import {
  type Block,
  type Page,
  type Section,
  makeHeading,
  makeLabeled,
  makeList,
  makeTable,
  makeText,
} from './parts.ts';

function renderMove(move: Move, place: number, { report, nameOf, context: { messages } }: Page): Block[] {
  const { ask = [], attach = [], recommendation } = move;
  const date = addDaysTo(report.asOf, firstStepDays);
  return [
    makeHeading(2, `${place}. ${describeMove(move.move, messages)}: ${renderMoveTitle(move, nameOf)}`),
    makeText(move.because),
    ...(recommendation === undefined
      ? []
      : [
          makeText(recommendation.do, { bold: true }),
          makeLabeled(messages['office.firstStepDue'], date),
          ...listRecommendationFacts(recommendation, messages).map(([label, text]) =>
            makeLabeled(label, text),
          ),
        ]),
    ...(ask.length === 0
      ? []
      : [
          makeLabeled(messages['report.askThem'], ''),
          ...makeList(ask.map((each) => `${messages[`role.${each.bestAnsweredBy}`]}: ${each.ask}`)),
        ]),
    ...(attach.length === 0
      ? []
      : [
          makeLabeled(messages['report.attachThis'], ''),
          ...makeList(attach.map(({ kind, what }) => `${what} (${describeKindOfEvidence(kind, messages)})`)),
        ]),
  ];
}

function renderLater(title: string, moves: readonly PlannedMove[], start: number, page: Page): Block[] {
  const { nameOf, context } = page;
  if (moves.length === 0) return [];
  return [
    makeHeading(2, title),
    ...makeList(
      moves.map((move, index) =>
        [
          `${start + index}. ${move.name} (${nameOf(move.element)})${move.do === undefined ? '' : `: ${move.do}`}`,
          describeWaits(move.blockedBy, nameOf, context.messages),
        ].join(' · '),
      ),
    ),
  ];
}

/** Renders what to do now, next and later. */
export const renderPlan: Section = (page) => {
  const { report, context } = page;
  const { messages } = context;
  const { now, next, later } = report.plan;
  return [
    makeHeading(1, messages['report.first']),
    makeText(now.length === 0 ? describeNoPlan(report, messages) : messages['report.firstAbout']),
    ...now.flatMap((move, index) => renderMove(move, index + 1, page)),
    ...renderLater(messages['report.next'], next, now.length + 1, page),
    ...renderLater(messages['report.later'], later, now.length + next.length + 1, page),
  ];
};

/** Renders every practice below its target, numbered as in the plan. */
export const renderGaps: Section = (page) => {
  const { report, nameOf, context } = page;
  const { messages } = context;
  const title = makeHeading(1, messages['report.gaps']);
  if (report.gaps.length === 0) return [title, makeText(describeNoGaps(report, messages))];
  const rows = numberGaps(report).map((gap) => [
    String(gap.rank),
    nameOf(gap.practice),
    nameOf(gap.element),
    formatWholeScore(gap.score, messages),
    formatWholeScore(gap.target, messages),
    describeGain(gap, report, messages),
    gap.recommendation?.do ?? '',
  ]);
  const head = [
    messages['office.number'],
    messages['report.practice'],
    messages['report.element'],
    messages['report.today'],
    messages['report.target'],
    messages['report.adds'],
    messages['report.recommendation'],
  ];
  return [
    title,
    makeText(`${messages['report.gapsAbout']} ${messages['report.addsAbout']}`),
    makeText(formatMessage(messages, 'report.asOf', { date: report.asOf })),
    makeTable(page, head, rows, [0.7, 2.2, 1.5, 1, 1, 1, 4]),
  ];
};
