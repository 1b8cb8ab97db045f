/** The plan: at most three moves in full, one line for each of the rest, and a table of gaps. */
import type { Gap, Move, PlannedMove } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { escapeMarkdown } from '#render/escape.ts';
import { splitGaps } from '#render/report/backlog.ts';
import {
  describeNoPlan,
  renderMoveTitle,
  listRecommendationFacts,
  describeWaits,
  describeNoGaps,
} from '#render/report/wording/phrases.ts';
import { describeKindOfEvidence, describeMove } from '#render/report/wording/labels.ts';
import { describeGain, formatWholeScore } from '#render/report/wording/numbers.ts';
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

function renderRecommendation({ recommendation }: Move, { messages }: Page): string[] {
  if (recommendation === undefined) return [];
  const facts = listRecommendationFacts(recommendation, messages);
  return [
    renderStrong(recommendation.do),
    renderList(facts.map(([label, text]) => renderLabeled(label, text))),
  ];
}

function renderMove(move: Move, place: number, page: Page): string[] {
  const { messages, nameOf } = page;
  const { ask = [], attach = [] } = move;
  return [
    renderHeading(3, `${describeMove(move.move, messages)}: ${renderMoveTitle(move, nameOf)}`, place),
    escapeMarkdown(move.because),
    ...renderRecommendation(move, page),
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

/** Renders one line for each move. `start` is the number of the first one in the plan. */
function renderLaterMoves(title: string, moves: readonly PlannedMove[], start: number, page: Page): string[] {
  if (moves.length === 0) return [];
  const item = (move: PlannedMove, index: number): string => {
    const name = `${renderStrong(`${start + index}. ${move.name}`)} (${escapeMarkdown(page.nameOf(move.element))})`;
    const waits = describeWaits(move.blockedBy, page.nameOf, page.messages);
    const act = move.do === undefined ? [] : [escapeMarkdown(move.do)];
    return [[name, ...act].join(': '), escapeMarkdown(waits)].join(' · ');
  };
  return [renderHeading(2, title), renderList(moves.map(item))];
}

/** Renders the moves to make first, next and later. */
export const renderPlanSection: Section = (page) => {
  const { report, messages } = page;
  const { now, next, later } = report.plan;
  return [
    renderHeading(2, messages['report.first']),
    ...(now.length === 0
      ? [escapeMarkdown(describeNoPlan(report, messages))]
      : [
          escapeMarkdown(messages['report.firstAbout']),
          ...now.flatMap((move, index) => renderMove(move, index + 1, page)),
        ]),
    ...renderLaterMoves(messages['report.next'], next, now.length + 1, page),
    ...renderLaterMoves(messages['report.later'], later, now.length + next.length + 1, page),
  ];
};

/** Renders every practice below its target, in the order of the plan: those of now and next, and the rest collapsed. */
export const renderGapsSection: Section = (page) => {
  const { report, messages, nameOf } = page;
  if (report.gaps.length === 0)
    return [renderHeading(2, messages['report.gaps']), escapeMarkdown(describeNoGaps(report, messages))];
  const row = (gap: Gap): string[] => [
    String(gap.rank),
    escapeMarkdown(nameOf(gap.practice)),
    escapeMarkdown(nameOf(gap.element)),
    escapeMarkdown(formatWholeScore(gap.score, messages)),
    escapeMarkdown(formatWholeScore(gap.target, messages)),
    escapeMarkdown(describeGain(gap, report, messages)),
    escapeMarkdown(gap.blockedBy.map(nameOf).join(', ')),
    escapeMarkdown(gap.recommendation?.do ?? ''),
  ];
  const table = (gaps: readonly Gap[]): string =>
    renderTable(
      [
        { title: messages['report.rank'], isNumber: true },
        { title: messages['report.practice'] },
        { title: messages['report.element'] },
        { title: messages['report.today'], isNumber: true },
        { title: messages['report.target'], isNumber: true },
        { title: messages['report.adds'], isNumber: true },
        { title: messages['report.blockedBy'] },
        { title: messages['report.recommendation'] },
      ],
      gaps.map(row),
    );
  const { shown, folded } = splitGaps(report);
  const more = formatMessage(messages, 'report.moreGaps', { count: folded.length });
  return [
    renderHeading(2, messages['report.gaps']),
    escapeMarkdown(`${messages['report.gapsAbout']} ${messages['report.addsAbout']}`),
    ...(shown.length === 0 ? [] : [table(shown)]),
    ...(folded.length === 0 ? [] : renderFold(more, [table(folded)])),
  ];
};
