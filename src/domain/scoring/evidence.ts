import { isOlderThan } from '#domain/calendar.ts';
import { getPastDate } from '#domain/dates.ts';
import type { Question, ScoringRules } from '#domain/model.ts';
import type { Evidence } from '#domain/types/answers.ts';

/** From this level, 0..4, an answer claims that something works, not only that it is intended. */
export const claimLevel = 3;

/** Whether an answer of a level, 0..4 or null, is a claim. */
export function isClaim(level: number | null): boolean {
  return level !== null && level >= claimLevel;
}

/** A claim is unproven if its evidence supports at most this level, 0..4. */
export const maxUnprovenLevel = 1;

/**
 * Returns whether evidence counts for less: undated, or on the date `asOf` older than the question allows. A date that
 * has not come yet is no date.
 */
export function isStale(evidence: Evidence, question: Question, asOf: string): boolean {
  const date = getPastDate(evidence.date, asOf);
  return date === undefined || isOlderThan(date, question.evidenceMaxAge, asOf);
}

/**
 * Returns the level, 0..4, that the best piece of evidence supports; without evidence, the model's cap for
 * none.
 */
export function computeSupportedLevel(
  evidence: readonly Evidence[],
  question: Question,
  rules: ScoringRules,
  asOf: string,
): number {
  const supported = evidence.map((piece) => {
    const cost = isStale(piece, question, asOf) ? rules.staleEvidenceCosts : 0;
    return Math.max(0, rules.evidenceCaps[piece.kind] - cost);
  });
  return Math.max(rules.evidenceCaps.none, ...supported);
}
