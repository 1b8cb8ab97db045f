import type { Question } from './model.ts';
import type { Assessment } from './scoring/assess.ts';
import type { Lens } from './scoring/roll-up.ts';

/** One term of a mean: id, weight, and score, 0..100 or null, through each lens. */
export interface Term {
  readonly id: string;
  readonly weight: number;
  /** Whether any question of it was asked. */
  readonly isAsked: boolean;
  readonly said: number | null;
  readonly shown: number | null;
  readonly declared: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Lists the terms of a mean with their scores.
 *
 * @param parts the key and the weight of each term
 * @param getKey returns the key of the part that a question belongs to
 */
export function listTerms(
  assessment: Assessment,
  part: 'practices' | 'blocks' | 'elements',
  parts: readonly { key: string; weight: number }[],
  getKey: (question: Question) => string,
): Term[] {
  const askedKeys = new Set(assessment.asked.map(({ question }) => getKey(question)));
  const score = (lens: Lens, key: string): number | null => lens[part].get(key) ?? null;
  return parts.map(({ key, weight }) => ({
    id: key,
    weight,
    isAsked: askedKeys.has(key),
    said: score(assessment.said, key),
    shown: score(assessment.shown, key),
    declared: score(assessment.declared, key),
    low: score(assessment.low, key),
    high: score(assessment.high, key),
  }));
}
