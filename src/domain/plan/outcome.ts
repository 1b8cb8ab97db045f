/** What the plan buys: the result once its moves of now are done (docs/scoring.md, "What the plan buys"). */
import type { Assessment } from '#domain/scoring/assess.ts';
import { reassess } from '#domain/scoring/reassess.ts';
import type { Answer } from '#domain/types/answers.ts';
import type { Gap } from './gaps.ts';
import type { Move, Plan } from './plan.ts';

/**
 * Returns the level, 0..4, that a recommendation leads to: one above the highest level that it is for. undefined if the gap
 * has no recommendation.
 */
function findReach({ recommendation }: Gap): number | undefined {
  return recommendation && Math.min(4, Math.max(...recommendation.levels) + 1);
}

/** Returns the answers that a move changes, by question id. */
function changeAnswers(move: Move, asOf: string): (readonly [string, Answer])[] {
  switch (move.move) {
    case 'close': {
      const reach = findReach(move.gap) ?? 0;
      return move.gap.drivers
        .filter(({ level }) => level < reach)
        .map(({ question, answer }) => [question.id, { ...answer, level: reach }]);
    }
    case 'prove':
      return move.questions.map(({ question, answer }) => [
        question.id,
        {
          ...answer,
          evidence: [
            ...(answer?.evidence ?? []),
            ...question.evidence.slice(0, 1).map(({ kind, what }) => ({ kind, what, date: asOf })),
          ],
        },
      ]);
    case 'find-out':
      // Nobody knows what the answers will be.
      return [];
  }
}

/**
 * Scores the answers as they are once the moves of now are done. Closing a gap raises the questions that drive it to the
 * level that its recommendation leads to; proving adds the evidence that the move asks for; finding out changes nothing.
 * No score and no status is lower than today.
 */
export function assessAfter(assessment: Assessment, { now }: Plan): Assessment {
  return reassess(assessment, new Map(now.flatMap((move) => changeAnswers(move, assessment.asOf))));
}
