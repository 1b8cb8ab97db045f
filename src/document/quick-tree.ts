import { EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { Entry, Node, ScalarNode } from './tree.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A list or map whose parts are still being read. */
type Open =
  | { readonly node: Mutable<Extract<Node, { kind: 'list' }>>; readonly items: Node[] }
  | {
      readonly node: Mutable<Extract<Node, { kind: 'map' }>>;
      readonly entries: Entry[];
      key: Node | undefined;
    };

/** The header of a block scalar, with what may stand behind it, at the end of the text before its content. */
const header = /[|>]-?[ ]*(?:#[^\n]*)?(?:\r?\n\s*)?$/;

/** Where a scalar is written: with its quotes, or from the header of a block on. */
function startOf(text: string, { style, valueStart }: ScalarEvent, after: number): number {
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return valueStart - 1;
  if (style === SCALAR_STYLE.PLAIN) return valueStart;
  return after + Math.max(0, text.slice(after, valueStart).search(header));
}

/** The end of a value that is a key, or of one without a text of its own, is where its key ends. */
function scalarNode(text: string, event: ScalarEvent, after: number): ScalarNode {
  const { style, valueStart, valueEnd } = event;
  const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  const plain = style === SCALAR_STYLE.PLAIN;
  const empty = plain && valueEnd <= valueStart;
  return {
    kind: 'scalar',
    start: empty ? after : startOf(text, event, after),
    end: empty ? after : valueEnd + (quoted ? 1 : 0),
    value: text.slice(valueStart, valueEnd),
    plain,
  };
}

/**
 * The places of a text that `quickValue` has read, as a tree: only its shape, its keys and where each value
 * starts. It is made when the first place is asked for, because most files have nothing to point at.
 *
 * @param keyOf the key that a scalar is
 */
export function treeOf(text: string, events: readonly Event[], keyOf: (event: ScalarEvent) => string): Node {
  const root: Node[] = [];
  const stack: Open[] = [{ node: { kind: 'list', start: 0, end: 0, items: root }, items: root }];
  // Where the last scalar or opening ended: what comes next is written behind it.
  let after = 0;
  const put = (node: Node): void => {
    const open = stack.at(-1);
    if (open === undefined) return;
    if ('items' in open) open.items.push(node);
    else if (open.key === undefined) open.key = node;
    else {
      open.entries.push({ key: open.key, value: node });
      open.key = undefined;
    }
  };
  for (const event of events) {
    const open = stack.at(-1);
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        if (open !== undefined) stack.push(open);
        break;
      case EVENT_ID.SCALAR: {
        const isKey = open !== undefined && 'entries' in open && open.key === undefined;
        const node = scalarNode(text, event, after);
        put(isKey ? { ...node, value: keyOf(event) } : node);
        after = Math.max(after, node.end);
        break;
      }
      case EVENT_ID.SEQUENCE: {
        const items: Node[] = [];
        const node = { kind: 'list', start: event.start, end: event.start + 1, items } as const;
        put(node);
        stack.push({ node, items });
        after = Math.max(after, event.start);
        break;
      }
      case EVENT_ID.MAPPING: {
        const entries: Entry[] = [];
        const node = { kind: 'map', start: event.start, end: event.start + 1, entries } as const;
        put(node);
        stack.push({ node, entries, key: undefined });
        after = Math.max(after, event.start);
        break;
      }
      case EVENT_ID.POP:
        stack.pop();
        break;
      case EVENT_ID.ALIAS:
        break;
    }
  }
  return root[0] ?? { kind: 'scalar', start: 0, end: 0, value: null, plain: true };
}
