/** Finds the smallest change between two lists, so that the items that stay keep their text. */
import { areEqual } from './json-value.ts';

/** `rewrite` if no smaller change is enough. Indexes start at 0; `end` is exclusive. */
export type ListChange =
  | { readonly kind: 'append'; readonly from: number }
  | { readonly kind: 'remove'; readonly start: number; readonly end: number }
  | { readonly kind: 'change'; readonly index: number }
  | { readonly kind: 'rewrite' };

/** Compares two different lists; `before` must not be empty. */
export function findListChange(before: readonly unknown[], after: readonly unknown[]): ListChange {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && areEqual(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && areEqual(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  if (head === before.length) return { kind: 'append', from: head };
  if (head + tail === after.length && after.length > 0)
    return { kind: 'remove', start: head, end: before.length - tail };
  if (before.length === after.length && head + tail === after.length - 1)
    return { kind: 'change', index: head };
  return { kind: 'rewrite' };
}
