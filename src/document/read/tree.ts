import type { Path } from './fault.ts';

/** A range of the text in UTF-16 code units; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Text, a number, a boolean or null. An empty value has an empty span. */
export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** Whether it is written without quotes, so that its form determines its type. */
  readonly plain: boolean;
}

interface ListNode extends Span {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

/** A key with its value. A key that is not text stays in the tree, so that it can be reported. */
export interface Entry {
  readonly key: Node;
  readonly value: Node;
}

/** A map with its entries as written, including duplicate keys. */
export interface MapNode extends Span {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
}

/** A reference to a value that is written elsewhere. */
interface AliasNode extends Span {
  readonly kind: 'alias';
  readonly target: Node;
}

/** A node of a YAML or JSON text, with its span. */
export type Node = ScalarNode | ListNode | MapNode | AliasNode;

/** Returns the key of an entry, or undefined if it is not text. */
export function getKey(entry: Entry): string | undefined {
  return entry.key.kind === 'scalar' && typeof entry.key.value === 'string' ? entry.key.value : undefined;
}

/** A node found by its path; `entry` is its key and value if it is in a map. */
export interface Found {
  readonly node: Node;
  readonly entry: Entry | undefined;
  /** Whether the whole path exists; otherwise this is its nearest parent. */
  readonly whole: boolean;
}

/** Creates a function that looks up nodes by path. Indexes the keys of a map on first use. */
export function createFinder(root: Node): (path: Path) => Found {
  const indexes = new WeakMap<MapNode, Map<string, Entry>>();
  const getIndex = (map: MapNode): Map<string, Entry> => {
    let index = indexes.get(map);
    if (index === undefined) {
      index = new Map();
      for (const entry of map.entries) {
        const key = getKey(entry);
        // Of duplicate keys, the first one counts.
        if (key !== undefined && !index.has(key)) index.set(key, entry);
      }
      indexes.set(map, index);
    }
    return index;
  };
  return (path) => {
    let node = root;
    let entry: Entry | undefined;
    for (const part of path) {
      if (node.kind === 'map') {
        const next = getIndex(node).get(String(part));
        if (next === undefined) return { node, entry, whole: false };
        entry = next;
        node = next.value;
      } else if (node.kind === 'list') {
        const next = node.items[Number(part)];
        if (next === undefined) return { node, entry, whole: false };
        entry = undefined;
        node = next;
      } else {
        // The target of an alias is written elsewhere; here there is only the alias.
        return { node, entry, whole: false };
      }
    }
    return { node, entry, whole: true };
  };
}
