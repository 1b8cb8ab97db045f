import type { Assessment } from '#domain/scoring/assess.ts';
import { comparisons } from './conditions.ts';
import { type Condition, type Pattern, listQuestions } from '#domain/model.ts';
import { settle } from '#domain/scoring/numbers.ts';
import { getBlockKey } from '#domain/scoring/roll-up.ts';
import type { PatternReason } from '#domain/types/report.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';

/** A value or a check that a pattern rests on. */
export type Reason = PatternReason;

/** A pattern that matches an assessment, with what it rests on. */
export interface PatternMatch {
  readonly pattern: Pattern;
  readonly because: readonly Reason[];
  /** Number of answers with a level that the reasons rest on. */
  readonly support: number;
}

/** Whether a condition is true, and what it compared. */
interface Judgment {
  readonly holds: boolean;
  readonly because: readonly Reason[];
}

const unmet: Judgment = { holds: false, because: [] };

/**
 * Returns the value of an id in levels (score / 25); null if it is unknown, undefined if there is no such id.
 */
export function getLevel(assessment: Assessment, id: string): number | null | undefined {
  if (id === 'balance') return assessment.balance;
  const { said, asked, model } = assessment;
  for (const part of [said.elements, said.blocks, said.practices]) {
    const score = part.get(id);
    if (score !== undefined) return score === null ? null : settle(score / 25);
  }
  const entry = asked.find(({ question }) => question.id === id);
  if (entry !== undefined) return entry.level;
  return listQuestions(model).some((question) => question.id === id) ? null : undefined;
}

/** Whether a value, in levels, is within every limit of a condition. A condition without a limit is never met. */
function isWithinLimits(value: number, condition: Condition): boolean {
  const limits = comparisons.filter(([key]) => condition[key] !== undefined);
  return limits.length > 0 && limits.every(([key, holds]) => holds(value, condition[key] ?? NaN));
}

function judgeValue(assessment: Assessment, condition: Condition, id: string): Judgment {
  const level = getLevel(assessment, id) ?? null;
  return level !== null && isWithinLimits(level, condition)
    ? { holds: true, because: [{ id, level }] }
    : unmet;
}

function judgeLowest({ asked }: Assessment, condition: Condition, id: string): Judgment {
  const lowest = asked.find(({ question }) => question.id === id)?.answer?.lowest;
  return lowest !== undefined && isWithinLimits(lowest.level, condition)
    ? { holds: true, because: [{ id, ...lowest }] }
    : unmet;
}

/** Judges a condition that compares several respondents. The answers of one never satisfy it. */
function judgeDistance(
  { voices }: Assessment,
  condition: Condition,
  of: 'spread' | 'difference',
  id: string,
): Judgment {
  const level = voices?.distances.get(id)?.[of] ?? null;
  return level !== null && isWithinLimits(level, condition)
    ? { holds: true, because: [{ id, level, of }] }
    : unmet;
}

function judgeCheck(outcomes: readonly CheckOutcome[], id: string, fails: boolean): Judgment {
  const outcome = outcomes.find(({ check }) => check === id);
  if (outcome === undefined) return unmet;
  // A check without subjects neither passes nor fails.
  const holds = fails ? outcome.failing > 0 : outcome.subjects > 0 && outcome.failing === 0;
  return holds ? { holds, because: [{ id, fails }] } : unmet;
}

function judge(assessment: Assessment, outcomes: readonly CheckOutcome[], condition: Condition): Judgment {
  if (condition.all !== undefined) {
    const parts = condition.all.map((part) => judge(assessment, outcomes, part));
    return parts.every(({ holds }) => holds)
      ? { holds: true, because: parts.flatMap(({ because }) => because) }
      : unmet;
  }
  if (condition.any !== undefined) {
    const parts = condition.any.map((part) => judge(assessment, outcomes, part)).filter(({ holds }) => holds);
    return parts.length > 0 ? { holds: true, because: parts.flatMap(({ because }) => because) } : unmet;
  }
  if (condition.value !== undefined) return judgeValue(assessment, condition, condition.value);
  if (condition.lowest !== undefined) return judgeLowest(assessment, condition, condition.lowest);
  if (condition.check !== undefined) return judgeCheck(outcomes, condition.check, condition.fails ?? true);
  if (condition.spread !== undefined) return judgeDistance(assessment, condition, 'spread', condition.spread);
  if (condition.difference !== undefined)
    return judgeDistance(assessment, condition, 'difference', condition.difference);
  return unmet;
}

/** Counts the answers with a level that a reason rests on. A check rests on one fact. */
function countSupport({ asked }: Assessment, { id, fails }: Reason): number {
  if (fails !== undefined) return 1;
  return asked.filter(({ question, level }) => {
    const { element, block, practice } = question;
    const parts = [question.id, practice, element, ...(block === null ? [] : [getBlockKey(element, block)])];
    return level !== null && (id === 'balance' || parts.includes(id));
  }).length;
}

/**
 * Finds the patterns of the model that match an assessment: those with the most answers behind them first, then in
 * the order of the model. Unknown values match none.
 */
export function findPatterns(
  assessment: Assessment,
  outcomes: readonly CheckOutcome[] = [],
): readonly PatternMatch[] {
  return assessment.model.patterns
    .flatMap((pattern): PatternMatch[] => {
      const { holds, because: all } = judge(assessment, outcomes, pattern.when);
      if (!holds) return [];
      // Conditions that name the same value give the same reason.
      const because = [...new Map(all.map((reason) => [JSON.stringify(reason), reason])).values()];
      const support = because.reduce((sum, reason) => sum + countSupport(assessment, reason), 0);
      return [{ pattern, because, support }];
    })
    .toSorted((a, b) => b.support - a.support);
}
