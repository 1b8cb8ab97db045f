import { roundTo } from '#domain/scoring/numbers.ts';
import type { Range } from '#domain/types/report.ts';

/** Digits after the point in a report: people are shown fewer. */
export const digits = { score: 1, share: 2, priority: 3 } as const;

/** Digits after the point of a number in a written report, by its key; undefined where it is a count. */
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

/** A number of a report with some digits after the point; null stays null, and so does what is not there. */
export function roundForReport(value: number | null | undefined, places: number): number | null {
  return value === null || value === undefined ? null : roundTo(value, places);
}

/** A score as the report writes it. */
export const score = (value: number | null | undefined): number | null => roundForReport(value, digits.score);

/** A range as the report writes it; null while either end is not known. */
export function computeRange(low: number | null | undefined, high: number | null | undefined): Range {
  if (typeof low !== 'number' || typeof high !== 'number') return null;
  return { low: roundTo(low, digits.score), high: roundTo(high, digits.score) };
}
