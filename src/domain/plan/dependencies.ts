/** Each id with the ids that have to be built first. */
export type Prerequisites = ReadonlyMap<string, readonly string[]>;

/** Returns the prerequisites of each practice of a model. */
export function getPrerequisites(
  practices: readonly { id: string; dependsOn: readonly string[] }[],
): Prerequisites {
  return new Map(practices.map(({ id, dependsOn }) => [id, dependsOn]));
}

/** Returns for each id the others that need it directly, each once. */
function listDirectDependents(prerequisites: Prerequisites): ReadonlyMap<string, readonly string[]> {
  const dependents = new Map([...prerequisites.keys()].map((id): [string, string[]] => [id, []]));
  for (const [id, needed] of prerequisites)
    for (const first of new Set(needed)) if (first !== id) dependents.get(first)?.push(id);
  return dependents;
}

/** Counts what can be reached from an id, without itself. */
function countReachable(start: string, next: ReadonlyMap<string, readonly string[]>): number {
  const seen = new Set([start]);
  // A loop over a set also visits what is added meanwhile.
  for (const id of seen) for (const other of next.get(id) ?? []) seen.add(other);
  return seen.size - 1;
}

/**
 * Counts how many others depend on each id, directly or indirectly. Where one depends on an id directly, its count is
 * that of this one and 1 more, so that a long chain is no more work than as many single ids.
 */
export function countDependents(prerequisites: Prerequisites): ReadonlyMap<string, number> {
  const dependents = listDirectDependents(prerequisites);
  const counts = new Map<string, number>();
  const uncounted = new Map([...dependents].map(([id, direct]) => [id, direct.length]));
  const ready = [...dependents].filter(([, direct]) => direct.length === 0).map(([id]) => id);
  // Each id comes after all that depend on it.
  for (const id of ready) {
    const [only, ...others] = dependents.get(id) ?? [];
    const known = only === undefined ? 0 : (counts.get(only) ?? 0) + 1;
    counts.set(id, others.length === 0 ? known : countReachable(id, dependents));
    for (const first of new Set(prerequisites.get(id))) {
      const left = (uncounted.get(first) ?? 0) - 1;
      uncounted.set(first, left);
      if (left === 0) ready.push(first);
    }
  }
  // What is left depends on itself.
  for (const id of dependents.keys()) if (!counts.has(id)) counts.set(id, countReachable(id, dependents));
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
    const onPath = new Set([start]);
    while (path.length > 0) {
      const top = path[path.length - 1];
      const next = top?.left.pop();
      if (top === undefined || next === undefined) {
        const { id = '' } = path.pop() ?? {};
        onPath.delete(id);
        done.add(id);
        continue;
      }
      if (onPath.has(next)) {
        const ids = path.map(({ id }) => id);
        return ids.slice(ids.indexOf(next));
      }
      if (done.has(next)) continue;
      onPath.add(next);
      path.push({ id: next, left: [...(prerequisites.get(next) ?? [])] });
    }
  }
  return undefined;
}
