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
  /** Floors of the path that a moved file had, and that it misses, a sentence for each. */
  readonly misses: readonly string[];
  /** What is new. */
  readonly notes: readonly string[];
}

/** Scores of one lens, 0..100; null = unknown. */
export interface Scores {
  readonly overall: number | null;
  readonly elements: ReadonlyMap<string, number | null>;
}

/** What is compared: a file of today with an earlier state of it. */
export interface Compared {
  readonly file: string;
  /** The earlier state, as it is shown. */
  readonly name: string;
  /** Maximum number of points, 0..100, that a score of it may lose; undefined if its drop is not limited. */
  readonly maxDrop: number | undefined;
}

/**
 * Lists how the scores of a lens moved: the overall one, and where that was unknown each element, because what was
 * unknown as a whole can be lost in parts.
 */
export function listMovements(
  { file, maxDrop }: Compared,
  lens: 'overall' | 'shown',
  before: Scores,
  now: Scores,
): readonly [overall: Movement, ...elements: readonly Movement[]] {
  const overall = { file, what: `The ${lens} score`, before: before.overall, now: now.overall, maxDrop };
  if (before.overall !== null) return [overall];
  const elements = [...before.elements].map(([id, score]) => ({
    file,
    what: `The ${lens === 'shown' ? 'shown ' : ''}score of ${id}`,
    before: score,
    now: now.elements.get(id) ?? null,
    maxDrop,
  }));
  return [overall, ...elements];
}

/** Makes the comparison of one file from its overall scores, the causes, and what else moved. */
export function makeComparison(
  compared: Compared,
  before: Scores,
  now: Scores,
  causes: readonly Cause[],
  more: { readonly movements?: readonly Movement[]; readonly changes?: readonly string[] } = {},
): Comparison {
  const [overall, ...elements] = listMovements(compared, 'overall', before, now);
  return {
    movements: [overall, ...elements, ...(more.movements ?? [])],
    changes: [...renderMovement(overall, compared.name, causes), ...(more.changes ?? [])],
    uncompared: [],
    misses: [],
    notes: [],
  };
}
