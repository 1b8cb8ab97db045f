/** Each id with the ids that have to be built first. */
export type Prerequisites = ReadonlyMap<string, readonly string[]>;

/** Returns the prerequisites of each practice of a model. */
export function getPrerequisites(
  practices: readonly { id: string; dependsOn: readonly string[] }[],
): Prerequisites {
  return new Map(practices.map(({ id, dependsOn }) => [id, dependsOn]));
}

/** Counts how many others depend on each id, directly or indirectly. */
export function countDependents(prerequisites: Prerequisites): ReadonlyMap<string, number> {
  const counts = new Map([...prerequisites.keys()].map((id) => [id, 0]));
  for (const id of prerequisites.keys()) {
    const seen = new Set<string>();
    const open = [...(prerequisites.get(id) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === id || seen.has(next)) continue;
      seen.add(next);
      open.push(...(prerequisites.get(next) ?? []));
    }
    for (const first of seen) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return counts;
}

/** Finds a cycle of prerequisites; undefined if there is none. Each id in it depends on the next. */
export function findCycle(prerequisites: Prerequisites): readonly string[] | undefined {
  const done = new Set<string>();
  for (const start of prerequisites.keys()) {
    // Iterative, so that a long chain cannot overflow the stack. Each entry is an id on the current path with
    // its remaining prerequisites.
    const path: { id: string; left: string[] }[] = [
      { id: start, left: [...(prerequisites.get(start) ?? [])] },
    ];
    while (path.length > 0) {
      const top = path[path.length - 1];
      const next = top?.left.pop();
      if (top === undefined || next === undefined) {
        done.add(path.pop()?.id ?? '');
        continue;
      }
      const from = path.findIndex(({ id }) => id === next);
      if (from >= 0) return path.slice(from).map(({ id }) => id);
      if (!done.has(next)) path.push({ id: next, left: [...(prerequisites.get(next) ?? [])] });
    }
  }
  return undefined;
}
