import type { Cause } from '#domain/gate/bridge.ts';
import type { Movement, Uncompared } from '#domain/gate/gate.ts';
import { renderMovement } from '#render/check/movement.ts';

/** Changes against an earlier state. */
export interface Comparison {
  readonly movements: readonly Movement[];
  /** A line for each cause of a lost or won point. */
  readonly changes: readonly string[];
  /** What has a score in the earlier state, and could not be compared. */
  readonly uncompared: readonly Uncompared[];
  /** What is new. */
  readonly notes: readonly string[];
}

/** Makes the comparison of one file from its movement and the causes. */
export function makeComparison(
  movement: Movement,
  name: string,
  causes: readonly Cause[],
  more: readonly string[] = [],
): Comparison {
  const changes = [...renderMovement(movement, name, causes), ...more];
  return { movements: [movement], changes, uncompared: [], notes: [] };
}
