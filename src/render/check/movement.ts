import { type Cause, describeCause } from '#domain/gate/bridge.ts';
import type { Movement } from '#domain/gate/gate.ts';
import { roundTo } from '#domain/scoring/numbers.ts';

function formatScore(score: number | null): string {
  return score === null ? 'unknown' : score.toFixed(1);
}

/** Renders the movement of a score since an earlier state, and below it a line for each cause. */
export function renderMovement(
  { file, before, now }: Movement,
  name: string,
  causes: readonly Cause[],
): readonly string[] {
  const points = before === null || now === null ? 0 : roundTo(now - before, 1);
  const change = points === 0 ? '' : ` (${points > 0 ? '+' : ''}${points.toFixed(1)})`;
  return [
    `${file} against ${name}: ${formatScore(before)} → ${formatScore(now)}${change}`,
    ...causes.map((cause) => `  ${describeCause(cause)}`),
  ];
}
