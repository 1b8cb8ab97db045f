/** The plan: at most three moves in full, one line for each of the rest, and a table of gaps. */
import type { Gap, Move, PlannedMove } from '#domain/types/report.ts';
import { safeMarkdown } from '#render/escape.ts';
import {
  renderMoveTitle,
  listRecommendationFacts,
  describeWaits,
  describeNoGaps,
} from '#render/report/phrases.ts';
import { describeKindOfEvidence, describeMove } from '#render/report/labels.ts';
import { describeGain, formatWholeScore } from '#render/report/numbers.ts';
import { type Page, type Section, renderHeading, renderLabeled, list, strong, table } from './parts.ts';

function renderRecommendation({ recommendation }: Move, { words }: Page): string[] {
  if (recommendation === undefined) return [];
  const facts = listRecommendationFacts(recommendation, words);
  return [strong(recommendation.do), list(facts.map(([label, text]) => renderLabeled(label, text)))];
}

function renderMove(move: Move, place: number, page: Page): string[] {
  const { words, nameOf } = page;
  const { ask = [], attach = [] } = move;
  return [
    renderHeading(3, `${describeMove(move.move, words)}: ${renderMoveTitle(move, nameOf)}`, place),
    safeMarkdown(move.because),
    ...renderRecommendation(move, page),
    ...(ask.length === 0
      ? []
      : [
          strong(`${words['report.askThem']}:`),
          list(ask.map((each) => renderLabeled(words[`role.${each.bestAnsweredBy}`], each.ask))),
        ]),
    ...(attach.length === 0
      ? []
      : [
          strong(`${words['report.attachThis']}:`),
          list(
            attach.map(
              ({ kind, what }) =>
                `${safeMarkdown(what)} (${safeMarkdown(describeKindOfEvidence(kind, words))})`,
            ),
          ),
        ]),
  ];
}

function renderLaterMoves(title: string, moves: readonly PlannedMove[], page: Page): string[] {
  if (moves.length === 0) return [];
  const item = (move: PlannedMove): string => {
    const name = `${strong(move.name)} (${safeMarkdown(page.nameOf(move.element))})`;
    const waits = describeWaits(move.blockedBy, page.nameOf, page.words);
    const act = move.do === undefined ? [] : [safeMarkdown(move.do)];
    return [[name, ...act].join(': '), safeMarkdown(waits)].join(' · ');
  };
  return [renderHeading(2, title), list(moves.map(item))];
}

/** Renders the moves to make first, next and later. */
export const planSection: Section = (page) => {
  const { report, words } = page;
  const { now, next, later } = report.plan;
  return [
    renderHeading(2, words['report.first']),
    ...(now.length === 0
      ? [safeMarkdown(words['summary.nothingToDo'])]
      : [
          safeMarkdown(words['report.firstAbout']),
          ...now.flatMap((move, index) => renderMove(move, index + 1, page)),
        ]),
    ...renderLaterMoves(words['report.next'], next, page),
    ...renderLaterMoves(words['report.later'], later, page),
  ];
};

/** Renders every practice below its target, in working order. */
export const gapsSection: Section = (page) => {
  const { report, words, nameOf } = page;
  if (report.gaps.length === 0)
    return [renderHeading(2, words['report.gaps']), safeMarkdown(describeNoGaps(report, words))];
  const row = (gap: Gap): string[] => [
    String(gap.rank),
    safeMarkdown(nameOf(gap.practice)),
    safeMarkdown(nameOf(gap.element)),
    safeMarkdown(formatWholeScore(gap.score, words)),
    safeMarkdown(formatWholeScore(gap.target, words)),
    safeMarkdown(describeGain(gap, report, words)),
    safeMarkdown(gap.blockedBy.map(nameOf).join(', ')),
    safeMarkdown(gap.recommendation?.do ?? ''),
  ];
  return [
    renderHeading(2, words['report.gaps']),
    safeMarkdown(`${words['report.gapsAbout']} ${words['report.addsAbout']}`),
    table(
      [
        { title: words['report.rank'], isNumber: true },
        { title: words['report.practice'] },
        { title: words['report.element'] },
        { title: words['report.today'], isNumber: true },
        { title: words['report.target'], isNumber: true },
        { title: words['report.adds'], isNumber: true },
        { title: words['report.blockedBy'] },
        { title: words['report.recommendation'] },
      ],
      report.gaps.map(row),
    ),
  ];
};
