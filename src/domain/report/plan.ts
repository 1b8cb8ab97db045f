import type { Assessment } from '#domain/scoring/assess.ts';
import type { Gap } from '#domain/plan/gaps.ts';
import type { Recommendation as ModelRecommendation } from '#domain/model.ts';
import { roundTo, settle } from '#domain/scoring/numbers.ts';
import type { Move as PlannedNow } from '#domain/plan/plan.ts';
import { getWording } from '#domain/scoring/questionnaire.ts';
import type { Gap as GapResult, Move, PlannedMove, Recommendation } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';

/** Returns the recommendation with its keys in the order of the report. */
function buildRecommendation(recommendation: ModelRecommendation): Recommendation {
  const {
    do: what,
    owner,
    effort,
    days30,
    days60,
    days90,
    effectAfter,
    evidenceOfDone,
    successMeasure,
  } = recommendation;
  return { do: what, owner, effort, days30, days60, days90, effectAfter, evidenceOfDone, successMeasure };
}

/**
 * Builds the result of a gap for the report.
 *
 * @param number number in the plan, from 1
 */
export function buildGapResult(gap: Gap, number: number): GapResult {
  return {
    rank: number,
    element: gap.practice.element,
    practice: gap.practice.id,
    score: settle(gap.score),
    target: gap.practice.target,
    points: settle(gap.points),
    priority: settle(gap.priority),
    blockedBy: gap.blockedBy.map(({ id }) => id),
    drivers: gap.drivers.map(({ question, level }) => ({ question: question.id, level })),
    ...(gap.recommendation && { recommendation: buildRecommendation(gap.recommendation) }),
  };
}

/** Rounds a number for display: whole, unless that would hide a difference from `other`. */
function roundForDisplay(value: number, other?: number): number {
  const whole = roundTo(value, 0);
  return whole === (other ?? 0) && value !== other ? roundTo(value, 1) : whole;
}

/** Builds a move of the report, with everything that is needed to start. */
export function buildMove({ model, score }: Assessment, move: PlannedNow): Move {
  const { messages } = model;
  switch (move.move) {
    case 'close': {
      const { practice, recommendation } = move.gap;
      return {
        move: 'close',
        element: practice.element,
        practice: practice.id,
        name: practice.name,
        // Without an overall score, no gain can be promised.
        because:
          score === null
            ? formatMessage(messages, 'plan.becauseCloseUnscored', {
                score: roundForDisplay(move.gap.score, practice.target),
                target: practice.target,
              })
            : formatMessage(messages, 'plan.becauseClose', {
                score: roundForDisplay(move.gap.score, practice.target),
                target: practice.target,
                points: roundForDisplay(move.gap.points),
              }),
        ...(recommendation && { recommendation: buildRecommendation(recommendation) }),
      };
    }
    case 'find-out':
      return {
        move: 'find-out',
        element: move.element.id,
        practice: null,
        name: move.element.name,
        because: formatMessage(messages, 'plan.becauseFindOut', { element: move.element.name }),
        ask: move.open.map(({ question }) => ({
          question: question.id,
          ask: getWording(question, question.bestAnsweredBy),
          bestAnsweredBy: question.bestAnsweredBy,
        })),
      };
    case 'prove':
      return {
        move: 'prove',
        element: move.practice.element,
        practice: move.practice.id,
        name: move.practice.name,
        because:
          move.shown === null
            ? formatMessage(messages, 'plan.becauseProveNothing', { said: roundForDisplay(move.said) })
            : formatMessage(messages, 'plan.becauseProve', {
                said: roundForDisplay(move.said),
                shown: roundForDisplay(move.shown),
              }),
        attach: move.questions.flatMap(({ question }) =>
          question.evidence.slice(0, 1).map(({ kind, what }) => ({ question: question.id, kind, what })),
        ),
      };
  }
}

/** Builds a one-line move for later. */
export function buildLaterMove(gap: Gap): PlannedMove {
  return {
    move: 'close',
    element: gap.practice.element,
    practice: gap.practice.id,
    name: gap.practice.name,
    ...(gap.recommendation && { do: gap.recommendation.do }),
    blockedBy: gap.blockedBy.map(({ id }) => id),
  };
}
