/** What depends on what: each id with the ids that have to be built first. */
export type Prerequisites = ReadonlyMap<string, readonly string[]>;

/** The prerequisites between the practices of a model. */
export function getPrerequisites(
  practices: readonly { id: string; dependsOn: readonly string[] }[],
): Prerequisites {
  return new Map(practices.map(({ id, dependsOn }) => [id, dependsOn]));
}

/** How many others depend on each id, directly or through others. */
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

/** A circle of ids in which each needs the next one built first, or undefined where there is none. */
export function findCycle(prerequisites: Prerequisites): readonly string[] | undefined {
  const done = new Set<string>();
  for (const start of prerequisites.keys()) {
    // Iterative: each entry is an id on the current path with the prerequisites not yet followed.
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
