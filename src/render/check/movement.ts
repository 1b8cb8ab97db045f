import { type Cause, describeCause } from '#domain/gate/bridge.ts';
import type { Movement } from '#domain/gate/gate.ts';
import { formatScore, formatTenths, roundTo } from '#domain/scoring/numbers.ts';

/** Renders the movement of a score since an earlier state, and below it a line for each cause. */
export function renderMovement(
  { file, before, now }: Movement,
  name: string,
  causes: readonly Cause[],
): readonly string[] {
  const points = before === null || now === null ? 0 : roundTo(now - before, 1);
  const change = points === 0 ? '' : ` (${points > 0 ? '+' : ''}${formatTenths(points)})`;
  return [
    `${file} against ${name}: ${formatScore(before)} → ${formatScore(now)}${change}`,
    ...causes.map((cause) => `  ${describeCause(cause)}`),
  ];
}
