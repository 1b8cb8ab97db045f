/**
 * Decides which answers of sellers may be shown, so that nobody can work out what one of them said. docs/scoring.md,
 * "Small groups", gives the rules and why they suffice.
 */
import { groupBy } from '#domain/groups.ts';
import type { Question } from '#domain/model.ts';
import { type Respondent, getAnswerOf } from './respondents.ts';
import { type Tally, countMostFrequent, getLowerMedian, getMedian, listLevels, tally } from './tally.ts';

/** Sellers whose answers are shown together. */
export interface SellerGroup {
  /** Their units, by name. */
  readonly units: readonly string[];
  /** Whether sellers without a unit are among them. */
  readonly hasOthers: boolean;
  readonly sellers: readonly Respondent[];
}

/** What may be shown of the answers of a group of sellers. */
export interface SellerCell extends Pick<SellerGroup, 'units' | 'hasOthers'> {
  readonly tally: Tally;
  /** Whether the counts are not shown, because all sellers, or all but one, gave the same answer. */
  readonly isSameAnswer: boolean;
  /** Median level, 0..4, halves included; null if too few sellers gave a level. */
  readonly median: number | null;
  /** Median level, of two middle levels the lower; null if too few sellers gave a level. */
  readonly lowerMedian: number | null;
}

/** What may be shown of the sellers' answers to one question. */
export interface ShownSellers {
  /** All sellers who were asked; null if they are fewer than the smallest group. */
  readonly all: SellerCell | null;
  /** By unit. Empty if no unit may be shown. Together they are all sellers who were asked. */
  readonly byUnit: readonly SellerCell[];
  /** Number of sellers who were asked. */
  readonly asked: number;
  /** Units that are not shown by themselves because they are too small. */
  readonly smallUnits: readonly string[];
  /** Whether units, or the counts of all sellers, are not shown because the sellers of a group gave the same answer. */
  readonly isSameAnswer: boolean;
}

const compareUnits = (a: SellerGroup, b: SellerGroup): number => {
  const [left, right] = [String(a.units), String(b.units)];
  return left < right ? -1 : left > right ? 1 : 0;
};

/**
 * Groups sellers by unit, so that no group is smaller than `minGroup`. Sellers of small units and without a unit form a
 * group together; while it is too small, the smallest unit joins it. What is left over when the groups that are shown
 * are taken from the whole is therefore never a small group.
 */
export function groupSellers(sellers: readonly Respondent[], minGroup: number): readonly SellerGroup[] {
  const units = [...groupBy(sellers, ({ answers }) => answers.respondent.unit)]
    .map(([unit, people]): SellerGroup => ({ units: [unit], hasOthers: false, sellers: people }))
    .toSorted((a, b) => b.sellers.length - a.sellers.length || compareUnits(a, b));
  const unplaced = sellers.filter(({ answers }) => answers.respondent.unit === undefined);
  const own = units.filter((group) => group.sellers.length >= minGroup);
  const others: SellerGroup[] = [
    ...units.filter((group) => group.sellers.length < minGroup),
    { units: [], hasOthers: true, sellers: unplaced },
  ];
  const countOthers = (): number => others.reduce((sum, group) => sum + group.sellers.length, 0);
  while (own.length > 0 && countOthers() > 0 && countOthers() < minGroup) {
    const smallest = own.pop();
    if (smallest !== undefined) others.push(smallest);
  }
  const byName = own.toSorted(compareUnits);
  if (countOthers() === 0) return byName;
  const rest = {
    units: others.flatMap((group) => group.units).toSorted(),
    hasOthers: unplaced.length > 0,
    sellers: others.flatMap((group) => group.sellers),
  };
  return [...byName, rest];
}

/** Whether all people of a group, or all but one, gave the same answer: then each answer is as good as known. */
function isSameAnswer(counted: Tally): boolean {
  return countMostFrequent(counted) >= counted.count - 1;
}

function makeCell(
  { units, hasOthers, sellers }: SellerGroup,
  question: Question,
  minGroup: number,
): SellerCell {
  const counted = tally(sellers.map((seller) => getAnswerOf(seller, question)));
  const isEnough = listLevels(counted).length >= minGroup;
  return {
    units,
    hasOthers,
    tally: counted,
    isSameAnswer: isSameAnswer(counted),
    median: isEnough ? getMedian(counted) : null,
    lowerMedian: isEnough ? getLowerMedian(counted) : null,
  };
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
  const asked = sellers.length;
  if (asked < minGroup) return { all: null, byUnit: [], asked, smallUnits: [], isSameAnswer: false };
  const all = makeCell({ units: [], hasOthers: false, sellers }, question, minGroup);
  const groups = groupSellers(sellers, minGroup).map((group) => makeCell(group, question, minGroup));
  // A single group is all sellers: with units, it has their names only.
  const hasSame = groups.some((group) => group.isSameAnswer);
  return {
    all,
    byUnit: groups.length > 1 && !hasSame ? groups : [],
    asked,
    smallUnits: groups
      .filter(({ units, hasOthers }) => units.length > 1 || hasOthers)
      .flatMap(({ units }) => units),
    isSameAnswer: all.isSameAnswer || (groups.length > 1 && hasSame),
  };
}
