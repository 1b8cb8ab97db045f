import type { Assessment } from '#domain/scoring/assess.ts';
import { claimLevel, isClaim } from '#domain/scoring/evidence.ts';
import { settle, settleKnown } from '#domain/scoring/numbers.ts';
import { writeSentence } from './sentence.ts';
import type { Outcome, Range, Summary } from '#domain/types/report.ts';

function findWeakest({ model, said }: Assessment): string | null {
  let weakest: string | null = null;
  let lowest = Infinity;
  for (const { id } of model.elements) {
    const value = said.elements.get(id) ?? null;
    if (value === null || value >= lowest) continue;
    lowest = value;
    weakest = id;
  }
  return weakest;
}

/** Builds a range for a report. Returns null if either end is unknown. */
export function buildRange(low: number | null | undefined, high: number | null | undefined): Range {
  if (typeof low !== 'number' || typeof high !== 'number') return null;
  return { low: settle(low), high: settle(high) };
}

/** Counts the answers of level 3 or 4, and what supports them. */
function countClaims({ asked }: Assessment): Summary['claims'] {
  const claims = asked.filter(({ level }) => isClaim(level));
  return {
    made: claims.length,
    withInstance: claims.filter(({ answer }) =>
      (answer?.evidence ?? []).some(({ kind }) => kind === 'instance'),
    ).length,
    proven: claims.filter(({ shownLevel }) => shownLevel !== null && shownLevel >= claimLevel).length,
  };
}

/**
 * Builds the summary of a report.
 *
 * @param contested ids of elements with answers that the declared system contradicts
 * @param contradictions number of those answers
 * @param surprise the contradiction that surprises most, if any
 */
export function buildSummary(
  assessment: Assessment,
  contested: ReadonlySet<string>,
  contradictions: number,
  surprise: Summary['surprise'],
): Summary {
  const { model, status } = assessment;
  const listWithStatus = (wanted: string): string[] =>
    model.elements.filter(({ id }) => status.get(id) === wanted).map(({ id }) => id);
  return {
    sentence: writeSentence(assessment, contested),
    ...(surprise && { surprise }),
    inPlace: assessment.inPlace,
    inPlaceShown: assessment.shownInPlace?.size ?? null,
    of: model.elements.length,
    scope: assessment.scope,
    asked: assessment.asked.length,
    outOf: model.practices.reduce((sum, { questions }) => sum + questions.length, 0),
    neglected: listWithStatus('neglected'),
    unknown: listWithStatus('unknown'),
    weakest: findWeakest(assessment),
    score: settleKnown(assessment.score),
    range: buildRange(assessment.low.overall, assessment.high.overall),
    coverage: settleKnown(assessment.coverage),
    shown: settleKnown(assessment.shown.overall),
    declared: settleKnown(assessment.declared.overall),
    balance: settleKnown(assessment.balance),
    guesses: assessment.asked.filter(({ isGuess }) => isGuess).length,
    claims: countClaims(assessment),
    contradictions,
    provisional: assessment.provisional,
  };
}

/** Builds a result in short for a report. */
export function buildOutcome({ model, said, status, score, inPlace, shownInPlace }: Assessment): Outcome {
  return {
    score: settleKnown(score),
    inPlace,
    inPlaceShown: shownInPlace?.size ?? null,
    elements: model.elements.map(({ id }) => ({
      id,
      status: status.get(id) ?? 'unknown',
      score: settleKnown(said.elements.get(id)),
    })),
  };
}
