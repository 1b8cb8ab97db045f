/** Takes away the noise of binary arithmetic (1e-9) before a value is compared with a threshold. Never gives -0. */
export function settle(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0;
}

/**
 * Weighted mean of what has a value; null where nothing has. It is not settled: in a mean of means, what
 * each rounding takes away would add up to more than noise.
 *
 * @param valueOf null for what has no value and leaves the mean
 * @param weightOf greater than 0
 */
export function computeMean<T>(
  items: readonly T[],
  valueOf: (item: T) => number | null,
  weightOf: (item: T) => number,
): number | null {
  let sum = 0;
  let weights = 0;
  for (const item of items) {
    const value = valueOf(item);
    if (value === null) continue;
    const weight = weightOf(item);
    sum += value * weight;
    weights += weight;
  }
  return weights === 0 ? null : sum / weights;
}

/** A value rounded for a reader, a half away from zero. Never gives -0. */
export function roundTo(value: number, digits: number): number {
  const factor = 10 ** digits;
  const rounded = (Math.sign(value) * Math.round(settle(Math.abs(value) * factor))) / factor;
  return rounded === 0 ? 0 : rounded;
}
