import type { Path } from './fault.ts';

/** From where, in UTF-16 units, to where, exclusive, something stands in the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Text, a number, true, false or nothing. An empty value has an empty span. */
export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** Whether it is written without quotes, so that its form decides its type. */
  readonly plain: boolean;
}

/** A list. */
interface ListNode extends Span {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

/** A key with its value. A key should be text; one that is not is kept, so that it can be refused. */
export interface Entry {
  readonly key: Node;
  readonly value: Node;
}

/** A map with its entries as written, repeated keys included. */
export interface MapNode extends Span {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
}

/** A place where a value written elsewhere is used again. */
interface AliasNode extends Span {
  readonly kind: 'alias';
  readonly target: Node;
}

/** What a text holds and where, whichever parser read it. */
export type Node = ScalarNode | ListNode | MapNode | AliasNode;

/** The key of an entry, or undefined where it is no text. */
export function getKey(entry: Entry): string | undefined {
  return entry.key.kind === 'scalar' && typeof entry.key.value === 'string' ? entry.key.value : undefined;
}

/** A node with the entry that it is the value of, where it stands in a map. */
export interface Found {
  readonly node: Node;
  readonly entry: Entry | undefined;
  /** Whether the whole path was there; else this is its nearest parent. */
  readonly whole: boolean;
}

/** Looks nodes up by path. The keys of a map are indexed when it is first asked about. */
export function createFinder(root: Node): (path: Path) => Found {
  const indexes = new WeakMap<MapNode, Map<string, Entry>>();
  const indexOf = (map: MapNode): Map<string, Entry> => {
    let index = indexes.get(map);
    if (index === undefined) {
      index = new Map();
      for (const entry of map.entries) {
        const key = getKey(entry);
        // The first of several equal keys is the one whose value counts.
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
        const next = indexOf(node).get(String(part));
        if (next === undefined) return { node, entry, whole: false };
        entry = next;
        node = next.value;
      } else if (node.kind === 'list') {
        const next = node.items[Number(part)];
        if (next === undefined) return { node, entry, whole: false };
        entry = undefined;
        node = next;
      } else {
        // What an alias stands for is written elsewhere: here, there is only the alias.
        return { node, entry, whole: false };
      }
    }
    return { node, entry, whole: true };
  };
}
