import { isAsked } from '#domain/answers/not-known.ts';
import type { PracticeResult } from '#domain/types/report.ts';

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
