/**
 * Groups items by a key, in order of first appearance; items without a key are left out. Avoids comparing
 * every item with every other.
 */
export function groupBy<T>(
  things: readonly T[],
  textOf: (thing: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const text = textOf(thing);
    if (text === undefined) continue;
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [thing]);
    else group.push(thing);
  }
  return groups;
}
