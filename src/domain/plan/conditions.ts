/** Conditions of patterns: what they refer to, and whether any answers could satisfy them. */
import type { Condition } from '#domain/model.ts';

/** Comparisons of a value, in levels, with a limit: key of the condition, predicate, and displayed sign. */
export const comparisons = [
  ['atLeast', (value: number, limit: number) => value >= limit, '≥'],
  ['atMost', (value: number, limit: number) => value <= limit, '≤'],
  ['below', (value: number, limit: number) => value < limit, '<'],
  ['equals', (value: number, limit: number) => value === limit, '='],
] as const;

/** An id that a condition refers to, with its kind and its path in the condition. */
export interface Reference {
  readonly kind: 'value' | 'question' | 'check';
  readonly id: string;
  readonly path: readonly (string | number)[];
}

/** Finds every id that a condition refers to. */
export function findReferencedIds(
  condition: Condition,
  path: readonly (string | number)[] = [],
): readonly Reference[] {
  const findUnder = (key: 'all' | 'any'): readonly Reference[] =>
    (condition[key] ?? []).flatMap((part, index) => findReferencedIds(part, [...path, key, index]));
  const kinds = {
    value: 'value',
    lowest: 'question',
    check: 'check',
    spread: 'question',
    difference: 'question',
  } as const;
  return [
    ...findUnder('all'),
    ...findUnder('any'),
    ...(['value', 'lowest', 'check', 'spread', 'difference'] as const).flatMap((key) => {
      const id = condition[key];
      return id === undefined ? [] : [{ kind: kinds[key], id, path: [...path, key] }];
    }),
  ];
}

/**
 * Returns the lowest and highest possible value, in levels, of the compared quantity. A difference can be
 * negative.
 */
function getBounds(condition: Condition): readonly [number, number] {
  return condition.value === 'balance' || condition.difference !== undefined ? [-4, 4] : [0, 4];
}

/** Flattens nested `all` conditions into the list of parts that all have to be true. */
function listConjuncts(condition: Condition): readonly Condition[] {
  return condition.all === undefined ? [condition] : condition.all.flatMap(listConjuncts);
}

/**
 * Returns whether any answers could satisfy a condition. A comparison without a limit, or with one out of
 * bounds, cannot be satisfied.
 */
export function isSatisfiable(condition: Condition): boolean {
  if (condition.all !== undefined) {
    // Comparisons of the same value have to overlap, so intersect their limits.
    const merged = new Map<string, Condition>();
    for (const part of listConjuncts(condition)) {
      if (part.value === undefined) continue;
      const before = merged.get(part.value);
      merged.set(part.value, {
        value: part.value,
        atLeast: Math.max(before?.atLeast ?? -4, part.equals ?? part.atLeast ?? -4),
        atMost: Math.min(before?.atMost ?? 4, part.equals ?? part.atMost ?? 4),
        below: Math.min(before?.below ?? 5, part.below ?? 5),
      });
    }
    return condition.all.every(isSatisfiable) && [...merged.values()].every(hasPossibleValue);
  }
  if (condition.any !== undefined) return condition.any.some(isSatisfiable);
  if (condition.check !== undefined) return true;
  return comparisons.some(([key]) => condition[key] !== undefined) && hasPossibleValue(condition);
}

function hasPossibleValue(condition: Condition): boolean {
  const [lowest, highest] = getBounds(condition);
  const from = Math.max(lowest, condition.equals ?? lowest, condition.atLeast ?? lowest);
  const to = Math.min(highest, condition.equals ?? highest, condition.atMost ?? highest);
  return from <= to && (condition.below === undefined || from < condition.below);
}
