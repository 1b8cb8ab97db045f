import type { Spread } from './statistics.ts';

/** With as many digits as a measurement of a few percent deserves, and commas between thousands. */
export function figure(value: number): string {
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A whole number, or one digit below 10. */
function rough(value: number): string {
  const digits = Math.abs(value) < 10 ? 1 : 0;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

const nothing = '–';

function spread(of: Spread | null, show: (value: number) => string, unit: string): string {
  if (of === null) return nothing;
  const range = of.count === 1 ? '' : ` (${show(of.low)}–${show(of.high)})`;
  return `${show(of.median)}${unit}${range}`;
}

/** A time in milliseconds, in seconds from 10 s: `112 ms (105–130)`. */
export function time(of: Spread | null): string {
  if (of !== null && of.median >= 10_000) return spread(of, (value) => figure(value / 1000), ' s');
  return spread(of, rough, ' ms');
}

/** Memory in MiB: `64 MiB (63–65)`. */
export function memory(of: Spread | null): string {
  return spread(of, rough, ' MiB');
}

/** A ratio: `1.55 (1.50–1.62)`. */
export function ratio(of: Spread | null): string {
  return spread(of, figure, '');
}
