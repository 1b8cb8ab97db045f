import type { Element, Model } from '#domain/model.ts';
import { settle } from './numbers.ts';
import type { Lens } from './roll-up.ts';

/**
 * Computes the mean of the middle minus the mean of the bookends, in levels (score / 25); null if either has
 * no score.
 */
export function computeBalance(model: Model, said: Lens): number | null {
  const mean = (position: Element['position']): number | null => {
    const scores = model.elements
      .filter((element) => element.position === position)
      .map(({ id }) => said.elements.get(id) ?? null)
      .filter((score) => score !== null);
    return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };
  const middle = mean('middle');
  const bookends = mean('bookend');
  return middle === null || bookends === null ? null : settle((middle - bookends) / 25);
}
