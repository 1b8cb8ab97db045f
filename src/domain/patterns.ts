import type { Assessment } from './assess.ts';
import { type Condition, type Pattern, questionsOf } from './model.ts';
import { roundTo, settle } from './numbers.ts';
import type { CheckOutcome } from './written.ts';

/** A pattern that fits an assessment, with the ids and values that set it off. */
export interface PatternMatch {
  readonly pattern: Pattern;
  readonly because: readonly string[];
}

/** Whether a condition holds, and the values that it looked at. */
interface Judgement {
  readonly holds: boolean;
  readonly because: readonly string[];
}

const unmet: Judgement = { holds: false, because: [] };

/** The value of an id in levels (score / 25); null where it is unknown, undefined where there is no such id. */
export function valueInLevels(assessment: Assessment, id: string): number | null | undefined {
  if (id === 'balance') return assessment.balance;
  const { said, asked, model } = assessment;
  for (const part of [said.elements, said.blocks, said.practices]) {
    const score = part.get(id);
    if (score !== undefined) return score === null ? null : settle(score / 25);
  }
  const entry = asked.find(({ question }) => question.id === id);
  if (entry !== undefined) return entry.level;
  return questionsOf(model).some((question) => question.id === id) ? null : undefined;
}

const comparisons = [
  ['atLeast', (value: number, limit: number) => value >= limit, '≥'],
  ['atMost', (value: number, limit: number) => value <= limit, '≤'],
  ['below', (value: number, limit: number) => value < limit, '<'],
  ['equals', (value: number, limit: number) => value === limit, '='],
] as const;

function judgeValue(assessment: Assessment, condition: Condition, id: string): Judgement {
  const value = valueInLevels(assessment, id) ?? null;
  if (value === null) return unmet;
  const because: string[] = [];
  for (const [key, holds, sign] of comparisons) {
    const limit = condition[key];
    if (limit === undefined) continue;
    if (!holds(value, limit)) return unmet;
    // As few digits as the reader needs to see that it holds: 1.96 is not "2 (< 2)".
    const digits = [1, 2, 3, 4, 5, 6, 7, 8].find((count) => holds(roundTo(value, count), limit)) ?? 9;
    because.push(`${id} ${roundTo(value, digits)} (${sign} ${limit})`);
  }
  return { holds: because.length > 0, because };
}

function judgeCheck(outcomes: readonly CheckOutcome[], id: string, fails: boolean): Judgement {
  const outcome = outcomes.find(({ check }) => check === id);
  if (outcome === undefined) return unmet;
  // A check with nothing to look at says neither.
  const holds = fails ? outcome.failing > 0 : outcome.subjects > 0 && outcome.failing === 0;
  return holds ? { holds, because: [`${id} ${fails ? 'fails' : 'passes'}`] } : unmet;
}

function judge(assessment: Assessment, outcomes: readonly CheckOutcome[], condition: Condition): Judgement {
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
  // `spread` and `difference` compare several voices; the answers of one person cannot meet them.
  return unmet;
}

/** The patterns of the model that fit an assessment, in the order of the model. Unknown values fit none. */
export function findPatterns(
  assessment: Assessment,
  outcomes: readonly CheckOutcome[] = [],
): readonly PatternMatch[] {
  return assessment.model.patterns.flatMap((pattern) => {
    const { holds, because } = judge(assessment, outcomes, pattern.when);
    return holds ? [{ pattern, because }] : [];
  });
}

/** An id that a condition looks at, with the kind of thing that it has to be and its path in the condition. */
export interface Reference {
  readonly kind: 'value' | 'question' | 'check';
  readonly id: string;
  readonly path: readonly (string | number)[];
}

/** Every id that a condition looks at. */
export function referencesIn(
  condition: Condition,
  path: readonly (string | number)[] = [],
): readonly Reference[] {
  const under = (key: 'all' | 'any'): readonly Reference[] =>
    (condition[key] ?? []).flatMap((part, index) => referencesIn(part, [...path, key, index]));
  const kinds = { value: 'value', check: 'check', spread: 'question', difference: 'question' } as const;
  return [
    ...under('all'),
    ...under('any'),
    ...(['value', 'check', 'spread', 'difference'] as const).flatMap((key) => {
      const id = condition[key];
      return id === undefined ? [] : [{ kind: kinds[key], id, path: [...path, key] }];
    }),
  ];
}

/** Lowest and highest value, in levels, of what a condition compares: a difference can be negative. */
function boundsOf(condition: Condition): readonly [number, number] {
  return condition.value === 'balance' || condition.difference !== undefined ? [-4, 4] : [0, 4];
}

/** The parts that all have to hold, those of conditions inside each other included. */
function conjunctsOf(condition: Condition): readonly Condition[] {
  return condition.all === undefined ? [condition] : condition.all.flatMap(conjunctsOf);
}

/** Whether any answers could ever meet a condition. A comparison with no limit, or outside its bounds, never is. */
export function canBeMet(condition: Condition): boolean {
  if (condition.all !== undefined) {
    // Two comparisons of the same value have to leave room between them.
    const merged = new Map<string, Condition>();
    for (const part of conjunctsOf(condition)) {
      if (part.value === undefined) continue;
      const before = merged.get(part.value);
      merged.set(part.value, {
        value: part.value,
        atLeast: Math.max(before?.atLeast ?? -4, part.equals ?? part.atLeast ?? -4),
        atMost: Math.min(before?.atMost ?? 4, part.equals ?? part.atMost ?? 4),
        below: Math.min(before?.below ?? 5, part.below ?? 5),
      });
    }
    return condition.all.every(canBeMet) && [...merged.values()].every(leavesRoom);
  }
  if (condition.any !== undefined) return condition.any.some(canBeMet);
  if (condition.check !== undefined) return true;
  return comparisons.some(([key]) => condition[key] !== undefined) && leavesRoom(condition);
}

function leavesRoom(condition: Condition): boolean {
  const [lowest, highest] = boundsOf(condition);
  const from = Math.max(lowest, condition.equals ?? lowest, condition.atLeast ?? lowest);
  const to = Math.min(highest, condition.equals ?? highest, condition.atMost ?? highest);
  return from <= to && (condition.below === undefined || from < condition.below);
}
