import { isOlderThan } from './calendar.ts';
import type { Question, ScoringRules } from './model.ts';
import type { Evidence } from './types/answers.ts';

/** Whether evidence counts less: undated, or older than the question allows on the day `asOf`. */
export function isStale(evidence: Evidence, question: Question, asOf: string): boolean {
  return evidence.date === undefined || isOlderThan(evidence.date, question.evidenceMaxAge, asOf);
}

/** The highest level, 0 to 4, that the best piece of evidence supports. */
export function supportedLevel(
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
