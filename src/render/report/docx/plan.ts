/** The plan with what it buys, and the gaps. */
import type { Move, PlannedMove } from '#domain/types/report.ts';
import { describePlanned, splitGaps } from '#render/report/backlog.ts';
import { listGapQuestions } from '#render/report/cards.ts';
import { describeTask, listMoveFacts } from '#render/report/wording/actions.ts';
import { formatLimit } from '#render/report/wording/recommendations.ts';
import { describePlanGain, describeRest, describeRoads } from '#render/report/wording/gain.ts';
import { describeKindOfEvidence, describeMove, describeState } from '#render/report/wording/labels.ts';
import { describeGain, formatWholeScore } from '#render/report/wording/numbers.ts';
import {
  describeNoGaps,
  describeNoPlan,
  describeWaits,
  renderMoveTitle,
} from '#render/report/wording/phrases.ts';
import { renderCommentary } from './commentary.ts';
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

/** Lists the details of a move. A summary has the owner, the first step and what shows that it is done. */
function listFacts(
  move: Move,
  { report: { asOf }, context: { messages, length } }: Page,
): ReturnType<typeof listMoveFacts> {
  const facts = listMoveFacts(move, asOf, messages);
  if (move.recommendation === undefined || length !== 'summary') return facts;
  const labels = new Set([
    messages['report.owner'],
    formatLimit(30, asOf, messages),
    messages['report.doneWhen'],
  ]);
  return facts.filter(([label]) => labels.has(label));
}

function renderMove(move: Move, place: number, page: Page): Block[] {
  const { getName, context } = page;
  const { messages } = context;
  const { ask = [], attach = [] } = move;
  return [
    makeHeading(2, `${place}. ${describeMove(move.move, messages)}: ${renderMoveTitle(move, getName)}`),
    makeText(move.because),
    makeText(describeTask(move, messages), { bold: true }),
    ...listFacts(move, page).map(([label, text]) => makeLabeled(label, text)),
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
    ...renderCommentary(context.commentary?.actions.get(place), page),
  ];
}

/** Renders what the plan buys and, but for a summary, the shortest path of each element to being in place. */
function renderGain({ report, context: { messages, length } }: Page): Block[] {
  const gain = describePlanGain(report, messages);
  const isSummary = length === 'summary';
  return [
    ...(gain.length === 0
      ? []
      : [makeHeading(2, messages['plan.buys']), makeText(messages['plan.buysAbout']), ...makeList(gain)]),
    ...(isSummary
      ? []
      : [
          makeHeading(2, messages['plan.roads']),
          makeText(messages['plan.roadsAbout']),
          ...makeList(describeRoads(report, messages)),
        ]),
  ];
}

/** Renders a line for each of the next moves. The rest is left to the list of gaps. */
function renderNext({ report, getName, context: { messages } }: Page): Block[] {
  const { now, next } = report.plan;
  if (next.length === 0) return [];
  const rest = describeRest(report, messages);
  const describe = (move: PlannedMove, index: number): string => {
    const title = `${now.length + 1 + index}. ${move.name} (${getName(move.element)})`;
    return [
      move.do === undefined ? title : `${title}: ${move.do}`,
      ...(move.blockedBy.length === 0 ? [] : [describeWaits(move.blockedBy, getName, messages)]),
    ].join(' · ');
  };
  return [
    makeHeading(2, messages['report.next']),
    ...next.map((move, index) => makeText(describe(move, index))),
    ...(rest === undefined ? [] : [makeText(rest)]),
  ];
}

/** Renders what to do now, what that buys, and what comes next. */
export const renderPlan: Section = (page) => {
  const { report, context } = page;
  const { messages } = context;
  const { now } = report.plan;
  return [
    makeHeading(1, messages['summary.do']),
    makeText(now.length === 0 ? describeNoPlan(report, messages) : messages['report.firstAbout']),
    ...now.flatMap((move, index) => renderMove(move, index + 1, page)),
    ...renderGain(page),
    ...renderNext(page),
  ];
};

/** Renders the practices below their target that the plan leaves for later, with its numbers. */
export const renderGaps: Section = (page) => {
  const { report, getName, context } = page;
  const { messages } = context;
  const title = makeHeading(1, messages['report.gaps']);
  if (report.gaps.length === 0) return [title, makeText(describeNoGaps(report, messages))];
  const { rest } = splitGaps(report);
  const planned = describePlanned(report, messages);
  const rows = rest.map((gap) => [
    String(gap.rank),
    getName(gap.practice),
    getName(gap.element),
    formatWholeScore(gap.score, messages),
    formatWholeScore(gap.target, messages),
    describeGain(gap, report, messages),
    listGapQuestions(gap, report)
      .map(({ label, state }) => label ?? describeState(state, messages))
      .join(', '),
  ]);
  const head = [
    messages['office.number'],
    messages['report.practice'],
    messages['report.element'],
    messages['report.today'],
    messages['report.target'],
    messages['report.adds'],
    messages['report.behind'],
  ];
  return [
    title,
    makeText(`${messages['report.gapsAbout']} ${messages['report.addsAbout']}`),
    ...(planned === undefined ? [] : [makeText(planned)]),
    ...(rows.length === 0 ? [] : [makeTable(page, head, rows, [0.7, 2.1, 1.5, 1.1, 1.15, 1, 3.9])]),
  ];
};
