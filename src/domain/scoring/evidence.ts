import { isOlderThan } from '#domain/calendar.ts';
import type { Question, ScoringRules } from '#domain/model.ts';
import type { Evidence } from '#domain/types/answers.ts';

/** From this level on, 0 to 4, an answer claims that something works, not only that it is meant to. */
export const claimedFrom = 3;

/** A claim whose evidence supports this level or less, 0 to 4, stands on next to nothing. */
export const unprovenUpTo = 1;

/** Whether evidence counts less: undated, or older than the question allows on the day `asOf`. */
export function isStale(evidence: Evidence, question: Question, asOf: string): boolean {
  return evidence.date === undefined || isOlderThan(evidence.date, question.evidenceMaxAge, asOf);
}

/** The level, 0 to 4, that the best piece of evidence supports; without any, what the model grants to none. */
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
