import type { Model } from '#domain/model.ts';
import { settle } from './numbers.ts';
import { type CheckOutcome, scoreDeclaredElement } from './declared-lens.ts';

/** Gain from fixing one failure of a check. */
export interface PointsGained {
  /** Points, 0..100, added to the declared score of the element. */
  readonly points: number;
  readonly element: string;
}

/**
 * Computes what fixing one failure of a check adds to the declared score of its element; undefined if the
 * check does not count in a score. If the required thing is missing, fixing it adds one subject that passes.
 *
 * @param mends number of failing subjects that the fix repairs
 */
export function computePoints(
  model: Model,
  outcomes: readonly CheckOutcome[],
  check: string,
  mends = 1,
): PointsGained | undefined {
  const outcome = outcomes.find((each) => each.check === check);
  const practice = model.practices.find(({ id }) => id === outcome?.practice);
  const element = model.elements.find(({ id }) => id === practice?.element);
  if (outcome === undefined || element === undefined) return undefined;
  const fixed: CheckOutcome =
    outcome.subjects === 0
      ? { ...outcome, subjects: 1, failing: 0 }
      : { ...outcome, failing: Math.max(0, outcome.failing - mends) };
  const after = outcomes.map((each) => (each === outcome ? fixed : each));
  const getScore = (some: readonly CheckOutcome[]): number => scoreDeclaredElement(model, some, element) ?? 0;
  return { points: settle(Math.max(0, getScore(after) - getScore(outcomes))), element: element.id };
}
