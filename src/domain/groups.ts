/**
 * Things by a text of theirs, in the order in which each text comes first; a thing without one is left out. Many
 * things are then not all held against each other.
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
