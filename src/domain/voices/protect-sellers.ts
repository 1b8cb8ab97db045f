/**
 * Decides which answers of sellers may be shown, so that nobody can work out what one of them said. docs/scoring.md,
 * "Small groups", gives the rules and why they suffice.
 */
import { groupBy } from '#domain/groups.ts';
import type { Question } from '#domain/model.ts';
import { type Respondent, getAnswerOf } from './respondents.ts';
import { type Tally, countMostFrequent, tally } from './tally.ts';

/** Sellers whose answers are shown together. */
export interface SellerGroup {
  /** Their units, by name; empty for sellers without one. */
  readonly units: readonly string[];
  readonly sellers: readonly Respondent[];
}

/** Answers of a group. */
export interface GroupTally {
  readonly units: readonly string[];
  readonly tally: Tally;
}

/** What may be shown of the sellers' answers to one question. */
export interface ShownSellers {
  /** All sellers who were asked; null if they are fewer than the smallest group. */
  readonly all: Tally | null;
  /** By unit. Empty if no unit may be shown. Together they are all sellers who were asked. */
  readonly byUnit: readonly GroupTally[];
  /** Units that are not shown by themselves because they are too small. */
  readonly smallUnits: readonly string[];
  /** Whether units are not shown because the sellers of one gave the same answer. */
  readonly isSameAnswer: boolean;
}

/**
 * Groups sellers by unit, so that no group is smaller than `minGroup`. Sellers of small units and without a unit form a
 * group together; while it is too small, the smallest unit joins it. What is left over when the groups that are shown
 * are taken from the whole is therefore never a small group.
 */
export function groupSellers(sellers: readonly Respondent[], minGroup: number): readonly SellerGroup[] {
  const units = [...groupBy(sellers, ({ answers }) => answers.respondent.unit)]
    .map(([unit, people]) => ({ units: [unit], sellers: people }))
    .toSorted((a, b) => b.sellers.length - a.sellers.length || (String(a.units) < String(b.units) ? -1 : 1));
  const own: SellerGroup[] = units.filter((group) => group.sellers.length >= minGroup);
  const others: SellerGroup[] = [
    ...units.filter((group) => group.sellers.length < minGroup),
    { units: [], sellers: sellers.filter(({ answers }) => answers.respondent.unit === undefined) },
  ];
  const countOthers = (): number => others.reduce((sum, group) => sum + group.sellers.length, 0);
  while (own.length > 0 && countOthers() > 0 && countOthers() < minGroup) {
    const smallest = own.pop();
    if (smallest !== undefined) others.push(smallest);
  }
  const byName = own.toSorted((a, b) => (String(a.units) < String(b.units) ? -1 : 1));
  if (countOthers() === 0) return byName;
  const rest = {
    units: others.flatMap((group) => group.units).toSorted(),
    sellers: others.flatMap((group) => group.sellers),
  };
  return [...byName, rest];
}

/** Whether all people of a group, or all but one, gave the same answer: then each answer is as good as known. */
export function isSameAnswer(counted: Tally): boolean {
  return countMostFrequent(counted) >= counted.count - 1;
}

/**
 * Counts what may be shown of the sellers' answers to a question.
 *
 * @param sellers sellers who were asked
 * @param minGroup smallest number of sellers whose answers are shown together, at least 3
 */
export function showSellers(
  sellers: readonly Respondent[],
  question: Question,
  minGroup: number,
): ShownSellers {
  const count = (people: readonly Respondent[]): Tally =>
    tally(people.map((seller) => getAnswerOf(seller, question)));
  if (sellers.length < minGroup) return { all: null, byUnit: [], smallUnits: [], isSameAnswer: false };
  const groups = groupSellers(sellers, minGroup).map((group) => ({
    units: group.units,
    tally: count(group.sellers),
  }));
  const smallUnits = groups.filter(({ units }) => units.length > 1).flatMap(({ units }) => units);
  // One group is the whole, or the whole with some of its units named.
  const isSame = groups.length > 1 && groups.some((group) => isSameAnswer(group.tally));
  return {
    all: count(sellers),
    byUnit: groups.length > 1 && !isSame ? groups : [],
    smallUnits,
    isSameAnswer: isSame,
  };
}
