/** Conditions of patterns as a model writes them: what they look at, and whether anything could meet them. */
import type { Condition } from '#domain/model.ts';

/** How a value, in levels, is compared with a limit: the key of the condition, and the sign that a reader is shown. */
export const comparisons = [
  ['atLeast', (value: number, limit: number) => value >= limit, '≥'],
  ['atMost', (value: number, limit: number) => value <= limit, '≤'],
  ['below', (value: number, limit: number) => value < limit, '<'],
  ['equals', (value: number, limit: number) => value === limit, '='],
] as const;

/** An id that a condition looks at, with the kind of thing that it has to be and its path in the condition. */
export interface Reference {
  readonly kind: 'value' | 'question' | 'check';
  readonly id: string;
  readonly path: readonly (string | number)[];
}

/** Every id that a condition looks at. */
export function findReferencesIn(
  condition: Condition,
  path: readonly (string | number)[] = [],
): readonly Reference[] {
  const under = (key: 'all' | 'any'): readonly Reference[] =>
    (condition[key] ?? []).flatMap((part, index) => findReferencesIn(part, [...path, key, index]));
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
export function isSatisfiable(condition: Condition): boolean {
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
    return condition.all.every(isSatisfiable) && [...merged.values()].every(leavesRoom);
  }
  if (condition.any !== undefined) return condition.any.some(isSatisfiable);
  if (condition.check !== undefined) return true;
  return comparisons.some(([key]) => condition[key] !== undefined) && leavesRoom(condition);
}

function leavesRoom(condition: Condition): boolean {
  const [lowest, highest] = boundsOf(condition);
  const from = Math.max(lowest, condition.equals ?? lowest, condition.atLeast ?? lowest);
  const to = Math.min(highest, condition.equals ?? highest, condition.atMost ?? highest);
  return from <= to && (condition.below === undefined || from < condition.below);
}
