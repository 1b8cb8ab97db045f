import { type Cause, describeCause } from '#domain/gate/bridge.ts';
import type { Movement } from '#domain/gate/gate.ts';
import { roundTo } from '#domain/scoring/numbers.ts';

/** What changed against an earlier state. */
export interface Comparison {
  readonly movements: readonly Movement[];
  /** One line for each cause of a lost or won point. */
  readonly changes: readonly string[];
  /** What could not be compared, and why. */
  readonly notes: readonly string[];
}

/** A movement in lines: from where to where, and below it what caused it. */
function movementLines({ file, before, now }: Movement, name: string, causes: readonly Cause[]): string[] {
  const inWords = (score: number | null): string => (score === null ? 'unknown' : score.toFixed(1));
  const points = before === null || now === null ? 0 : roundTo(now - before, 1);
  const change = points === 0 ? '' : ` (${points > 0 ? '+' : ''}${points.toFixed(1)})`;
  return [
    `${file} against ${name}: ${inWords(before)} → ${inWords(now)}${change}`,
    ...causes.map((cause) => `  ${describeCause(cause)}`),
  ];
}

/** A movement of one file, with its causes. */
export function makeComparison(
  movement: Movement,
  name: string,
  causes: readonly Cause[],
  more: readonly string[] = [],
): Comparison {
  return { movements: [movement], changes: [...movementLines(movement, name, causes), ...more], notes: [] };
}
