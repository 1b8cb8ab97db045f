import { roundTo } from '#domain/scoring/numbers.ts';
import type { Range } from '#domain/types/report.ts';

/** Decimals of the numbers in a report. Renderers show fewer. */
export const digits = { score: 1, share: 2, priority: 3 } as const;

/**
 * Returns the decimals of a number in a report by its path; undefined if it is not rounded, such as a count.
 */
export function getDecimals(path: readonly (string | number)[]): number | undefined {
  const key = path.at(-1);
  if (path[0] === 'context') return undefined;
  switch (key) {
    case 'score':
    case 'low':
    case 'high':
    case 'shown':
    case 'declared':
    case 'balance':
    case 'points':
    case 'target':
      return digits.score;
    case 'coverage':
      return digits.share;
    case 'priority':
      return digits.priority;
    default:
      return undefined;
  }
}

/** Rounds a number for a report. null and undefined become null. */
export function roundForReport(value: number | null | undefined, places: number): number | null {
  return value === null || value === undefined ? null : roundTo(value, places);
}

/** Rounds a score for a report. */
export const roundScore = (value: number | null | undefined): number | null =>
  roundForReport(value, digits.score);

/** Rounds a range for a report. Returns null if either end is unknown. */
export function roundRange(low: number | null | undefined, high: number | null | undefined): Range {
  if (typeof low !== 'number' || typeof high !== 'number') return null;
  return { low: roundTo(low, digits.score), high: roundTo(high, digits.score) };
}
