/** A value with its weight, greater than 0, in a mean. null has no value and leaves the mean. */
export interface Weighted {
  readonly value: number | null;
  readonly weight: number;
}

/** Takes away the noise of binary arithmetic (1e-9) before a value is compared with a threshold. Never gives -0. */
export function settle(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0;
}

/**
 * Weighted mean of what has a value; null where nothing has. It is not settled: in a mean of means, what
 * each rounding takes away would add up to more than noise.
 */
export function meanOf(items: readonly Weighted[]): number | null {
  let sum = 0;
  let weights = 0;
  for (const { value, weight } of items) {
    if (value === null) continue;
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
