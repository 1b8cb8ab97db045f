/** Counts the answers of a group of people to one question: how many gave each, their median, how far they agree. */
import type { VoiceRules } from '#domain/model.ts';
import { settle } from '#domain/scoring/numbers.ts';
import type { Answer } from '#domain/types/answers.ts';
import type { Agreement } from '#domain/types/report.ts';

/** How many people gave each answer. */
export interface Tally {
  /** Number of people who were asked. */
  readonly count: number;
  /** Number of answers at each level, 0..4. */
  readonly levels: readonly number[];
  readonly unknown: number;
  readonly notApplicable: number;
  /** Number of people who were asked and did not answer. */
  readonly open: number;
}

/** Counts answers; undefined is a person who was asked and did not answer. */
export function tally(answers: readonly (Answer | undefined)[]): Tally {
  const levels = [0, 0, 0, 0, 0];
  let unknown = 0;
  let notApplicable = 0;
  let open = 0;
  for (const answer of answers) {
    if (answer?.level !== undefined) levels[answer.level] = (levels[answer.level] ?? 0) + 1;
    else if (answer?.notApplicable !== undefined) notApplicable += 1;
    else if (answer?.unknown === true) unknown += 1;
    else open += 1;
  }
  return { count: answers.length, levels, unknown, notApplicable, open };
}

/** Lists the levels, 0..4, of a tally, lowest first. */
export function listLevels({ levels }: Tally): readonly number[] {
  return levels.flatMap((count, level) => Array<number>(count).fill(level));
}

/** Returns the median level, 0..4, halves included; null without a level. */
export function getMedian(tallied: Tally): number | null {
  const levels = listLevels(tallied);
  const upper = levels[Math.floor(levels.length / 2)];
  const lower = levels[Math.floor((levels.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

/**
 * Returns the level, 0..4, that represents a group: the median, of two middle levels the lower, so that it is a level
 * that somebody chose; null without a level.
 */
export function getLowerMedian(tallied: Tally): number | null {
  const levels = listLevels(tallied);
  return levels[Math.floor((levels.length - 1) / 2)] ?? null;
}

/** Returns how many people gave the most frequent answer. "Don't know" is an answer like any other. */
export function countMostFrequent({ levels, unknown, notApplicable, open }: Tally): number {
  return Math.max(...levels, unknown, notApplicable, open);
}

/** Variance of five equally likely levels: (5² − 1) / 12. */
const varianceOfChance = 2;

/**
 * Measures how far a group agrees; null with fewer than two levels. The average deviation is taken from the median
 * (Burke and Dunlap 2002), r_wg is 1 minus the variance divided by that of chance (James, Demaree and Wolf 1984).
 */
export function measureAgreement(tallied: Tally, rules: VoiceRules): Agreement | null {
  const levels = listLevels(tallied);
  const median = getMedian(tallied);
  if (median === null || levels.length < 2) return null;
  const count = levels.length;
  const deviation = settle(levels.reduce((sum, level) => sum + Math.abs(level - median), 0) / count);
  const mean = levels.reduce((sum, level) => sum + level, 0) / count;
  const variance = levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / (count - 1);
  return {
    reading: deviation <= rules.agreeUpTo ? 'agree' : deviation <= rules.varyUpTo ? 'vary' : 'split',
    deviation,
    rwg: count < rules.rwgFrom ? null : settle(Math.max(0, 1 - variance / varianceOfChance)),
  };
}
