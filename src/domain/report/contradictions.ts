import type { AssessedQuestion, Assessment } from '#domain/scoring/assess.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';
import { isClaim } from '#domain/scoring/evidence.ts';

/** Finds the answers of level 3 or 4 that a failing check of the declared system contradicts. */
export function findContradictions(
  { asked }: Assessment,
  outcomes: readonly CheckOutcome[] = [],
): readonly AssessedQuestion[] {
  const failing = new Set(outcomes.filter((outcome) => outcome.failing > 0).map(({ check }) => check));
  return asked.filter(
    ({ question, level }) => isClaim(level) && question.disprovedBy.some((check) => failing.has(check)),
  );
}
