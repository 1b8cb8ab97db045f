import type { EventType, State } from 'js-yaml';
import { type Kind, skipSpace } from './quick-plain.ts';
import type { Entry, Node, ScalarNode } from './tree.ts';

/** A value that is being read. */
interface Open {
  /** Where its reading began: there, or before the space and comments in front of it. */
  readonly from: number;
  /** What was read inside it: items, or keys and values in turn. */
  readonly parts: Node[];
  /** The value of the last part. */
  last: unknown;
}

/** Kinds of js-yaml, by ours. */
const kinds = { scalar: 'scalar', list: 'sequence', map: 'mapping', alias: 'alias' } as const;

function emptyAt(at: number): ScalarNode {
  return { kind: 'scalar', start: at, end: at, value: null, plain: true };
}

function entriesOf(parts: readonly Node[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [key, value] = parts.slice(index, index + 2);
    if (key !== undefined && value !== undefined) entries.push({ key, value });
  }
  return entries;
}

function nodeOf(state: State, { from, parts, last }: Open): Node {
  const kind = state.kind as Kind;
  const value: unknown = state.result;
  if (kind === null) return emptyAt(from);
  const [first] = parts;
  // What could have been a key was none: the value is what was read for it.
  if (parts.length === 1 && first !== undefined && kinds[first.kind] === kind && last === value) return first;
  const start = skipSpace(state.input, from);
  const span = { start, end: start + 1 };
  if (kind === 'sequence') return { kind: 'list', ...span, items: parts };
  if (kind === 'mapping') return { kind: 'map', ...span, entries: entriesOf(parts) };
  return { kind: 'scalar', ...span, value: value as ScalarNode['value'], plain: state.tag !== null };
}

/**
 * Makes the tree of a text that is plain data, while js-yaml reads it: its shape, its keys and where each value
 * starts. Where one ends is not known.
 */
export function treeOfPlain(read: (listener: (event: EventType, state: State) => void) => void): Node {
  const root: Open = { from: 0, parts: [], last: undefined };
  const stack: Open[] = [root];
  read((event, state) => {
    if (event === 'open') {
      stack.push({ from: state.position, parts: [], last: undefined });
      return;
    }
    const open = stack.pop();
    const parent = stack.at(-1);
    if (open === undefined || parent === undefined) return;
    parent.parts.push(nodeOf(state, open));
    parent.last = state.result;
  });
  return root.parts[0] ?? emptyAt(0);
}
