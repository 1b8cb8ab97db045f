import type { Assessment } from '#domain/scoring/assess.ts';
import type { Gap } from '#domain/plan/gaps.ts';
import type { Recommendation as ModelRecommendation } from '#domain/model.ts';
import { roundTo } from '#domain/scoring/numbers.ts';
import type { Move as PlannedNow } from '#domain/plan/plan.ts';
import { wordingFor } from '#domain/scoring/questionnaire.ts';
import { digits } from './digits.ts';
import type { Gap as GapResult, Move, PlannedMove, Recommendation } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';

/** In the order of the report, whatever order the model's author chose. */
function recommendationOf(recommendation: ModelRecommendation): Recommendation {
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

/** A gap as the report writes it, by its place from 0. */
export function buildGapResult(gap: Gap, place: number): GapResult {
  return {
    rank: place + 1,
    element: gap.practice.element,
    practice: gap.practice.id,
    score: roundTo(gap.score, digits.score),
    target: gap.practice.target,
    points: roundTo(gap.points, digits.score),
    priority: roundTo(gap.priority, digits.priority),
    blockedBy: gap.blockedBy.map(({ id }) => id),
    drivers: gap.drivers.map(({ question, level }) => ({ question: question.id, level })),
    ...(gap.recommendation && { recommendation: recommendationOf(gap.recommendation) }),
  };
}

/** A number as people are shown it: whole, unless that would hide a difference from `other`. */
function forPeople(value: number, other?: number): number {
  const whole = roundTo(value, 0);
  return whole === (other ?? 0) && value !== other ? roundTo(value, 1) : whole;
}

/** A move for now as the report writes it, with everything that is needed to begin. */
export function renderMove({ model, score }: Assessment, move: PlannedNow): Move {
  const { words } = model;
  switch (move.move) {
    case 'close': {
      const { practice, recommendation } = move.gap;
      return {
        move: 'close',
        element: practice.element,
        practice: practice.id,
        name: practice.name,
        // While there is no overall score, nothing can be promised to it.
        because:
          score === null
            ? formatMessage(words, 'plan.becauseCloseUnscored', {
                score: forPeople(move.gap.score, practice.target),
                target: practice.target,
              })
            : formatMessage(words, 'plan.becauseClose', {
                score: forPeople(move.gap.score, practice.target),
                target: practice.target,
                points: forPeople(move.gap.points),
              }),
        ...(recommendation && { recommendation: recommendationOf(recommendation) }),
      };
    }
    case 'find-out':
      return {
        move: 'find-out',
        element: move.element.id,
        practice: null,
        name: move.element.name,
        because: formatMessage(words, 'plan.becauseFindOut', { element: move.element.name }),
        ask: move.open.map(({ question }) => ({
          question: question.id,
          ask: wordingFor(question, question.bestAnsweredBy),
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
            ? formatMessage(words, 'plan.becauseProveNothing', { said: forPeople(move.said) })
            : formatMessage(words, 'plan.becauseProve', {
                said: forPeople(move.said),
                shown: forPeople(move.shown),
              }),
        attach: move.questions.flatMap(({ question }) =>
          question.evidence.slice(0, 1).map(({ kind, what }) => ({ question: question.id, kind, what })),
        ),
      };
  }
}

/** A move for later, in a line. */
export function renderLaterMove(gap: Gap): PlannedMove {
  return {
    move: 'close',
    element: gap.practice.element,
    practice: gap.practice.id,
    name: gap.practice.name,
    ...(gap.recommendation && { do: gap.recommendation.do }),
    blockedBy: gap.blockedBy.map(({ id }) => id),
  };
}
