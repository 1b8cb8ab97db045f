/** The plan: at most three moves in full, one line for each of the rest, and a table of gaps. */
import { describeTask, listMoveFacts } from '#render/report/wording/actions.ts';
import type { Gap, Move, PlannedMove, QuestionResult } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { escapeMarkdown } from '#render/escape.ts';
import { describePlanned, splitGaps } from '#render/report/backlog.ts';
import { listGapQuestions, listMoveQuestions } from '#render/report/cards.ts';
import {
  describeNoPlan,
  renderMoveTitle,
  describeWaits,
  describeNoGaps,
} from '#render/report/wording/phrases.ts';
import { describePlanGain, describeRest, describeRoads } from '#render/report/wording/gain.ts';
import { describeKindOfEvidence, describeMove, describeState } from '#render/report/wording/labels.ts';
import { describeGain, formatWholeScore } from '#render/report/wording/numbers.ts';
import { renderLink } from './anchors.ts';
import { renderCommentary } from './commentary.ts';
import {
  type Page,
  type Section,
  renderFold,
  renderHeading,
  renderLabeled,
  renderList,
  renderStrong,
  renderTable,
} from './parts.ts';

/** Renders what a move asks for, with its details. */
function renderTask(move: Move, { report, messages }: Page): string[] {
  const facts = listMoveFacts(move, report.asOf, messages);
  return [
    renderStrong(describeTask(move, messages)),
    renderList(facts.map(([label, text]) => renderLabeled(label, text))),
  ];
}

/** Renders answers by their labels, with links to their practices. */
function renderAnswers(questions: readonly QuestionResult[], { report, messages, anchors }: Page): string {
  const practices = report.elements.flatMap((element) => element.practices);
  return questions
    .map((question) => {
      const practice = practices.find((each) => each.questions.includes(question));
      const answer = escapeMarkdown(question.label ?? describeState(question.state, messages));
      return renderLink(answer, anchors.cards.get(practice?.id ?? ''));
    })
    .join(', ');
}

/** Renders the answers that a move rests on. */
function renderAnswersBehind(move: Move, page: Page): string {
  const answers = renderAnswers(listMoveQuestions(move, page.report), page);
  return answers === '' || move.move !== 'close'
    ? ''
    : `${renderStrong(`${page.messages['report.behind']}:`)} ${answers}`;
}

function renderMove(move: Move, place: number, page: Page): string[] {
  const { messages, getName } = page;
  const { ask = [], attach = [] } = move;
  return [
    renderHeading(3, `${describeMove(move.move, messages)}: ${renderMoveTitle(move, getName)}`, place),
    escapeMarkdown(move.because),
    renderAnswersBehind(move, page),
    ...renderTask(move, page),
    ...renderCommentary(page.context.commentary?.actions.get(place), page),
    ...(ask.length === 0
      ? []
      : [
          renderStrong(`${messages['report.askThem']}:`),
          renderList(ask.map((each) => renderLabeled(messages[`role.${each.bestAnsweredBy}`], each.ask))),
        ]),
    ...(attach.length === 0
      ? []
      : [
          renderStrong(`${messages['report.attachThis']}:`),
          renderList(
            attach.map(
              ({ kind, what }) =>
                `${escapeMarkdown(what)} (${escapeMarkdown(describeKindOfEvidence(kind, messages))})`,
            ),
          ),
        ]),
  ];
}

/** Renders one line for each of the next moves. The rest is left to the list of gaps. */
function renderNextMoves(page: Page): string[] {
  const { report, messages, getName } = page;
  const { now, next } = report.plan;
  if (next.length === 0) return [];
  const renderItem = (move: PlannedMove, index: number): string => {
    const name = `${renderLink(renderStrong(`${now.length + 1 + index}. ${move.name}`), page.anchors.cards.get(move.practice))} (${escapeMarkdown(getName(move.element))})`;
    const waits = describeWaits(move.blockedBy, getName, messages);
    const act = move.do === undefined ? [] : [escapeMarkdown(move.do)];
    return [[name, ...act].join(': '), escapeMarkdown(waits)].join(' · ');
  };
  const rest = describeRest(report, messages);
  return [
    renderHeading(2, messages['report.next']),
    renderList(next.map(renderItem)),
    ...(rest === undefined ? [] : [escapeMarkdown(rest)]),
  ];
}

/** Renders what the plan buys, and the shortest path of each element to being in place. */
function renderGain({ report, messages }: Page): string[] {
  const gain = describePlanGain(report, messages);
  return [
    renderHeading(3, messages['plan.buys']),
    ...(gain.length === 0
      ? []
      : [escapeMarkdown(messages['plan.buysAbout']), renderList(gain.map(escapeMarkdown))]),
    renderStrong(messages['plan.roads']),
    escapeMarkdown(messages['plan.roadsAbout']),
    renderList(describeRoads(report, messages).map(escapeMarkdown)),
  ];
}

/** Renders the moves to make first and next, and what the first ones buy. */
export const renderPlanSection: Section = (page) => {
  const { report, messages } = page;
  const { now } = report.plan;
  return [
    renderHeading(2, messages['report.first']),
    ...(now.length === 0
      ? [escapeMarkdown(describeNoPlan(report, messages))]
      : [
          escapeMarkdown(messages['report.firstAbout']),
          ...now.flatMap((move, index) => renderMove(move, index + 1, page)),
        ]),
    ...renderGain(page),
    ...renderNextMoves(page),
  ];
};

/** Renders the practices below their target that the plan leaves for later, with its numbers, collapsed. */
export const renderGapsSection: Section = (page) => {
  const { report, messages, getName, anchors } = page;
  if (report.gaps.length === 0)
    return [renderHeading(2, messages['report.gaps']), escapeMarkdown(describeNoGaps(report, messages))];
  const makeRow = (gap: Gap): string[] => [
    String(gap.rank),
    renderLink(escapeMarkdown(getName(gap.practice)), anchors.cards.get(gap.practice)),
    escapeMarkdown(getName(gap.element)),
    escapeMarkdown(formatWholeScore(gap.score, messages)),
    escapeMarkdown(formatWholeScore(gap.target, messages)),
    escapeMarkdown(describeGain(gap, report, messages)),
    escapeMarkdown(gap.blockedBy.map(getName).join(', ')),
    renderAnswers(listGapQuestions(gap, report), page),
  ];
  const renderGaps = (gaps: readonly Gap[]): string =>
    renderTable(
      [
        { title: messages['report.rank'], isNumber: true },
        { title: messages['report.practice'] },
        { title: messages['report.element'] },
        { title: messages['report.today'], isNumber: true },
        { title: messages['report.target'], isNumber: true },
        { title: messages['report.adds'], isNumber: true },
        { title: messages['report.blockedBy'] },
        { title: messages['report.behind'] },
      ],
      gaps.map(makeRow),
    );
  const { rest } = splitGaps(report);
  const planned = describePlanned(report, messages);
  const more = formatMessage(messages, 'report.moreGaps', { count: rest.length });
  return [
    renderHeading(2, messages['report.gaps']),
    escapeMarkdown(`${messages['report.gapsAbout']} ${messages['report.addsAbout']}`),
    ...(planned === undefined ? [] : [escapeMarkdown(planned)]),
    ...(rest.length === 0 ? [] : renderFold(more, [renderGaps(rest)])),
  ];
};
