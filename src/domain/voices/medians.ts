/** Medians of the answers to a question, and the distances between them, all in levels. null where there is none. */
import { groupBy } from '#domain/groups.ts';
import type { Role } from '#domain/model.ts';
import type { Distances } from '#domain/scoring/assessed-voices.ts';
import type { GivenAnswer } from './govern.ts';
import type { ShownSellers } from './protect-sellers.ts';
import { type Tally, getMedian, tally } from './tally.ts';

/** Medians and distances of one question. */
export interface Medians extends Distances {
  readonly leader: number | null;
  readonly managers: number | null;
  readonly sellers: number | null;
  /** Median of the leaders minus that of the sellers. */
  readonly gap: number | null;
}

/** The answers of the managers of one unit. */
export interface ManagerUnit {
  readonly unit: string;
  readonly tally: Tally;
}

/** Counts the answers of managers by unit, in the order of their names. Managers without a unit are left out. */
export function tallyManagers(given: readonly GivenAnswer[]): readonly ManagerUnit[] {
  const managers = given.filter(({ role }) => role === 'manager');
  return [...groupBy(managers, ({ unit }) => unit)]
    .map(([unit, own]) => ({ unit, tally: tally(own.map(({ answer }) => answer)) }))
    .toSorted((a, b) => (a.unit < b.unit ? -1 : 1));
}

function measureSpread(medians: readonly (number | null)[]): number | null {
  const known = medians.filter((median) => median !== null);
  return known.length < 2 ? null : Math.max(...known) - Math.min(...known);
}

/** Computes the medians of a question. Those of units are of sellers where units are shown, else of managers. */
export function computeMedians(given: readonly GivenAnswer[], sellers: ShownSellers): Medians {
  const getMedianOf = (role: Role): number | null =>
    getMedian(tally(given.filter((each) => each.role === role).map(({ answer }) => answer)));
  const leader = getMedianOf('leader');
  const managers = getMedianOf('manager');
  const own = sellers.all?.median ?? null;
  const above = [leader, managers].filter((median) => median !== null);
  return {
    leader,
    managers,
    sellers: own,
    gap: leader === null || own === null ? null : leader - own,
    difference: above.length === 0 || own === null ? null : Math.max(...above) - own,
    spread:
      measureSpread(sellers.byUnit.map(({ median }) => median)) ??
      measureSpread(tallyManagers(given).map((unit) => getMedian(unit.tally))),
  };
}
