/** Reasons for which the gate fails that are about scores. */
import { roundTo, settle } from '#domain/scoring/numbers.ts';
import { type FileScores, formatCount } from './check-report.ts';
import type { FloorsOf, Movement, Uncompared } from './floors.ts';

/**
 * Formats a number with one decimal, or with as many as it takes to distinguish it from a limit that it
 * misses.
 */
function formatNumber(value: number, limit = value): string {
  let digits = 1;
  while (digits < 9 && value !== limit && roundTo(value, digits) === roundTo(limit, digits)) digits += 1;
  return String(roundTo(value, digits));
}

/** Lists the floors that a score, the coverage or the number of elements in place misses. */
export function listScoreReasons(scores: readonly FileScores[], floorsOf: FloorsOf): string[] {
  const reasons: string[] = [];
  const requireAtLeast = (what: string, value: number | null, floor: number, file: string): void => {
    if (value === null) reasons.push(`${what} of ${file} is unknown, and ${floor} is the floor.`);
    else if (value < floor)
      reasons.push(`${what} of ${file} is ${formatNumber(value, floor)}, below the floor of ${floor}.`);
  };
  for (const { file, kind, score, elements, inPlace, coverage } of scores) {
    const floors = floorsOf(file);
    if (floors.minScore !== undefined) requireAtLeast('The overall score', score, floors.minScore, file);
    for (const [id, floor] of floors.minElement) {
      const element = elements.find((each) => each.id === id);
      if (element?.isAsked === false)
        reasons.push(`No question of ${id} was asked in ${file}, and ${floor} is the floor of its score.`);
      else requireAtLeast(`The score of ${id}`, element?.score ?? null, floor, file);
    }
    if (floors.minInPlace !== undefined && inPlace !== null && inPlace < floors.minInPlace) {
      const there = formatCount(inPlace, 'element is', 'elements are');
      reasons.push(`${there} in place in ${file}, and ${floors.minInPlace} is the floor.`);
    }
    // A declared system has no coverage. That of answers is unknown if no question applies.
    // It is below every floor above 0.
    if (floors.minCoverage !== undefined && floors.minCoverage > 0 && kind === 'answers') {
      requireAtLeast('The coverage', coverage, floors.minCoverage, file);
    }
  }
  return reasons;
}

/** Lists the scores that fell too far, or became unknown. */
export function listMovementReasons(movements: readonly Movement[]): string[] {
  return movements.flatMap(({ file, what, before, now, maxDrop }) => {
    if (maxDrop === undefined || before === null) return [];
    if (now === null) return [`${what} of ${file} was ${formatNumber(before)} and is unknown now.`];
    const drop = settle(before - now);
    if (drop <= maxDrop) return [];
    return [
      `${what} of ${file} fell by ${formatNumber(drop, maxDrop)} (from ${formatNumber(before)} to ${formatNumber(now)}), and ${maxDrop} is the limit.`,
    ];
  });
}

/** Lists the scores whose drop is limited and could not be measured. */
export function listUncomparedReasons(uncompared: readonly Uncompared[]): string[] {
  return uncompared
    .filter(({ maxDrop }) => maxDrop !== undefined)
    .map(({ why }) => `${why} A drop of its score is limited, but could not be measured.`);
}
