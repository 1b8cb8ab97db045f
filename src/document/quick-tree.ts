import type { Entry, Node, ScalarNode } from './tree.ts';

/** How many places a value has: its own, and those of every key and value in it. */
function placesOf(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 1;
  let count = 1;
  if (Array.isArray(part)) for (const item of part) count += placesOf(item);
  else for (const inner of Object.values(part)) count += 1 + placesOf(inner);
  return count;
}

/** Something that is made when it is first asked for. */
function onDemand<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/**
 * The places of a text that was read quickly, as a tree: its shape, its keys and where each value starts. Where
 * one ends is not known. What is in a list or map is put together when it is first asked for: a finding is about
 * one place of many.
 *
 * @param value what the text stands for
 * @param starts where each value and key starts, in the order of the text; -1 for a value without a text
 */
export function treeOf(value: unknown, starts: readonly number[]): Node {
  const nodeAt = (part: unknown, index: number): Node => {
    const start = starts[index] ?? -1;
    if (start === -1) return { kind: 'scalar', start: 0, end: 0, value: null, plain: true };
    const span = { start, end: start + 1 };
    if (typeof part !== 'object' || part === null)
      return { kind: 'scalar', ...span, value: part as ScalarNode['value'], plain: false };
    let next = index + 1;
    const taken = (inner: unknown): Node => {
      const node = nodeAt(inner, next);
      next += placesOf(inner);
      return node;
    };
    if (Array.isArray(part)) {
      const items = onDemand(() => part.map(taken));
      return {
        kind: 'list',
        ...span,
        get items() {
          return items();
        },
      };
    }
    const entries = onDemand(() =>
      Object.entries(part).map(([key, inner]): Entry => {
        const at = starts[next] ?? -1;
        next += 1;
        const node: ScalarNode = { kind: 'scalar', start: at, end: at + 1, value: key, plain: false };
        return { key: node, value: taken(inner) };
      }),
    );
    return {
      kind: 'map',
      ...span,
      get entries() {
        return entries();
      },
    };
  };
  return nodeAt(value, 0);
}
