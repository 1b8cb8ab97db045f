import { isAsked } from '#domain/answers/not-known.ts';
import type { ElementResult, PracticeResult } from '#domain/types/report.ts';

/** A named part of a report with its three scores of 0..100; null = unknown. */
export interface Lenses {
  readonly name: string;
  /** Whether any question of it was asked. */
  readonly isAsked: boolean;
  readonly said: number | null;
  readonly declared: number | null;
  readonly shown: number | null;
}

/**
 * Converts a part of a report to the names that the charts use.
 *
 * @param practices the practices of the part
 */
export function getLenses(
  part: {
    readonly name: string;
    readonly score: number | null;
    readonly declared: number | null;
    readonly shown: number | null;
  },
  practices: readonly PracticeResult[],
): Lenses {
  const { name, score, declared, shown } = part;
  return { name, isAsked: isAsked(practices), said: score, declared, shown };
}

/** Returns the mean of scores; null if one is unknown. */
function computeMean(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null);
  return known.length < scores.length ? null : known.reduce((sum, score) => sum + score, 0) / known.length;
}

/** Returns the means of elements through each lens, as one part with a name. A mean with an unknown score is unknown. */
export function computeMeanLenses(name: string, elements: readonly ElementResult[]): Lenses {
  return {
    name,
    isAsked: isAsked(elements.flatMap(({ practices }) => practices)),
    said: computeMean(elements.map(({ score }) => score)),
    declared: computeMean(elements.map(({ declared }) => declared)),
    shown: computeMean(elements.map(({ shown }) => shown)),
  };
}
