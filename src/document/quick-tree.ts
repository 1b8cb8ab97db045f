import type { Entry, Node, ScalarNode } from './tree.ts';

/**
 * The places of a text that was read quickly, as a tree: its shape, its keys and where each value starts. Where
 * one ends is not known.
 *
 * @param value what the text stands for
 * @param starts where each value and key starts, in the order of the text; -1 for a value without a text
 */
export function treeOf(value: unknown, starts: readonly number[]): Node {
  let index = 0;
  const next = (): number => {
    index += 1;
    return starts[index - 1] ?? -1;
  };
  const keyNode = (key: string): ScalarNode => {
    const start = next();
    return { kind: 'scalar', start, end: start + 1, value: key, plain: false };
  };
  const nodeOf = (part: unknown): Node => {
    const start = next();
    if (start === -1) return { kind: 'scalar', start: 0, end: 0, value: null, plain: true };
    const span = { start, end: start + 1 };
    if (Array.isArray(part)) return { kind: 'list', ...span, items: part.map(nodeOf) };
    if (typeof part !== 'object' || part === null)
      return { kind: 'scalar', ...span, value: part as ScalarNode['value'], plain: false };
    const entries = Object.entries(part).map(([key, inner]): Entry => ({
      key: keyNode(key),
      value: nodeOf(inner),
    }));
    return { kind: 'map', ...span, entries };
  };
  return nodeOf(value);
}
