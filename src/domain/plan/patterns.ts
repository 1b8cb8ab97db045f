import type { Assessment } from '#domain/scoring/assess.ts';
import { comparisons } from './conditions.ts';
import { type Condition, type Pattern, listQuestions } from '#domain/model.ts';
import { roundTo, settle } from '#domain/scoring/numbers.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';

/** A pattern that matches an assessment, with the ids and values that triggered it. */
export interface PatternMatch {
  readonly pattern: Pattern;
  readonly because: readonly string[];
}

/** Whether a condition is true, and the values that it compared. */
interface Judgment {
  readonly holds: boolean;
  readonly because: readonly string[];
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

function judgeValue(assessment: Assessment, condition: Condition, id: string): Judgment {
  const value = getLevel(assessment, id) ?? null;
  if (value === null) return unmet;
  const because: string[] = [];
  for (const [key, holds, sign] of comparisons) {
    const limit = condition[key];
    if (limit === undefined) continue;
    if (!holds(value, limit)) return unmet;
    // Uses the fewest digits with which the comparison is still true: 1.96 is not "2 (< 2)".
    const digits = [1, 2, 3, 4, 5, 6, 7, 8].find((count) => holds(roundTo(value, count), limit)) ?? 9;
    because.push(`${id} ${roundTo(value, digits)} (${sign} ${limit})`);
  }
  return { holds: because.length > 0, because };
}

function judgeCheck(outcomes: readonly CheckOutcome[], id: string, fails: boolean): Judgment {
  const outcome = outcomes.find(({ check }) => check === id);
  if (outcome === undefined) return unmet;
  // A check without subjects neither passes nor fails.
  const holds = fails ? outcome.failing > 0 : outcome.subjects > 0 && outcome.failing === 0;
  return holds ? { holds, because: [`${id} ${fails ? 'fails' : 'passes'}`] } : unmet;
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
  if (condition.check !== undefined) return judgeCheck(outcomes, condition.check, condition.fails ?? true);
  // `spread` and `difference` compare several respondents, so the answers of one cannot satisfy them.
  return unmet;
}

/**
 * Finds the patterns of the model that match an assessment, in the order of the model. Unknown values match
 * none.
 */
export function findPatterns(
  assessment: Assessment,
  outcomes: readonly CheckOutcome[] = [],
): readonly PatternMatch[] {
  return assessment.model.patterns.flatMap((pattern) => {
    const { holds, because } = judge(assessment, outcomes, pattern.when);
    return holds ? [{ pattern, because }] : [];
  });
}
