/** Removes floating-point noise (1e-9) before a value is compared with a threshold. Never returns -0. */
export function settle(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0;
}

/** Removes floating-point noise from a value for a document. A report has no other rounding: renderers round once. */
export function settleKnown(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : settle(value);
}

/**
 * Computes the weighted mean of the items that have a value; null if none has. The result is not settled: in
 * a mean of means, the rounding errors would add up to more than noise.
 *
 * @param valueOf returns null for an item to leave out of the mean
 * @param getWeight returns a weight greater than 0
 */
export function computeMean<T>(
  items: readonly T[],
  valueOf: (item: T) => number | null,
  getWeight: (item: T) => number,
): number | null {
  let sum = 0;
  let weights = 0;
  for (const item of items) {
    const value = valueOf(item);
    if (value === null) continue;
    const weight = getWeight(item);
    sum += value * weight;
    weights += weight;
  }
  return weights === 0 ? null : sum / weights;
}

/** Rounds a value for display, halves away from zero. Never returns -0. */
export function roundTo(value: number, digits: number): number {
  const factor = 10 ** digits;
  const rounded = (Math.sign(value) * Math.round(settle(Math.abs(value) * factor))) / factor;
  return rounded === 0 ? 0 : rounded;
}

/** Formats a value with exactly one decimal, rounded as by `roundTo`. */
export function formatTenths(value: number): string {
  return roundTo(value, 1).toFixed(1);
}

/** Formats a score of 0..100 with exactly one decimal, or as "unknown" if it is null. */
export function formatScore(score: number | null): string {
  return score === null ? 'unknown' : formatTenths(score);
}
