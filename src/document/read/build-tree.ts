import {
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
  COLLECTION_STYLE,
  EVENT_ID,
  SCALAR_STYLE,
  getScalarValue,
} from 'js-yaml';
import { type Fault, makeInvalidFault, makeUnsafeFault, type FaultList } from './fault.ts';
import { limits } from './limits.ts';
import { quote } from './quote.ts';
import { findEndOfBrackets, findFalseEscape, getCoreTag, resolve, skipSpace, getSpan } from './scalar.ts';
import { escape } from './syntax-messages.ts';
import type { Entry, Node, ScalarNode, Span } from './tree.ts';

/** Makes the fault for nesting that exceeds the limit. */
export function makeDepthFault(start: number): Fault {
  const message = `Lists and maps are nested more than ${limits.depth} deep here.`;
  return makeUnsafeFault(start, message, 'Remove levels of nesting.');
}

/** Size: the number of values in a value, itself included. Height: the number of levels below it. */
interface Measure {
  readonly size: number;
  readonly height: number;
}

/** A tree, and the offset of its end. */
export interface BuiltTree {
  /** Undefined if the text has no document. */
  readonly root: Node | undefined;
  readonly end: number;
}

/**
 * Builds the tree of the first document from the parser's events. An alias refers to the node it repeats.
 *
 * @param faults takes the faults of nesting and aliases
 */
export function buildTree(text: string, events: readonly Event[], faults: FaultList): BuiltTree {
  const anchors = new Map<string, Node | 'open'>();
  /** Caches the measures of anchored values, so that nested aliases are not measured repeatedly. */
  const measures = new Map<Node, Measure>();
  const path: (string | number)[] = [];
  /** Index of the next event. */
  let next = 0;
  /** Offset after the last node built. */
  let cursor = 0;
  let depth = 0;
  let aliased = 0;
  let isTooDeep = false;

  const measure = (node: Node): Measure => {
    const known = measures.get(node);
    if (known !== undefined) return known;
    if (node.kind === 'scalar') return { size: 1, height: 0 };
    if (node.kind === 'alias') return measure(node.target);
    const children = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
    const inside = children.map(measure);
    return {
      size: inside.reduce((sum, { size }) => sum + size, 1),
      height: inside.reduce((most, { height }) => Math.max(most, height), 0) + 1,
    };
  };
  const refuseDepth = (start: number): void => {
    if (!isTooDeep) faults.add(() => makeDepthFault(start));
    isTooDeep = true;
  };

  const buildAlias = (name: string, span: Span): Node => {
    const target = anchors.get(name);
    if (target === undefined || target === 'open') {
      const message =
        target === 'open'
          ? `The alias ${quote(`*${name}`)} is inside the value that it repeats, so it would never end.`
          : `The alias ${quote(`*${name}`)} repeats a value that is not named before it.`;
      const fix = 'Write the value out here. If it is text that starts with `*`, put it in quotes.';
      faults.add(() => makeUnsafeFault(span.start, message, fix, [...path]));
      return { kind: 'scalar', ...span, value: null, plain: true };
    }
    const { size, height } = measure(target);
    const before = aliased;
    aliased += size;
    if (aliased > limits.aliasedValues && before <= limits.aliasedValues) {
      const message = `The aliases up to here expand to more than ${limits.aliasedValues} values.`;
      faults.add(() =>
        makeUnsafeFault(span.start, message, 'Write the values out where they are used.', [...path]),
      );
    }
    if (depth + height > limits.depth) refuseDepth(span.start);
    return { kind: 'alias', ...span, target };
  };

  const buildScalar = (event: ScalarEvent): ScalarNode => {
    const span = getSpan(text, event, cursor);
    const tag = event.tagStart === -1 ? undefined : getCoreTag(text.slice(event.tagStart, event.tagEnd));
    const source = event.valueStart === -1 ? '' : getScalarValue(text, event);
    const plain = event.style === SCALAR_STYLE.PLAIN;
    if (event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
      const at = findFalseEscape(text.slice(event.valueStart, event.valueEnd));
      if (at !== undefined)
        faults.add(() => makeInvalidFault(event.valueStart + at, escape.message, escape.fix, [...path]));
    }
    const value = tag === 'str' || (tag === undefined && !plain) ? source : resolve(source, tag);
    cursor = span.end;
    return { kind: 'scalar', start: span.start, end: span.end, value, plain };
  };

  const buildCollection = (event: SequenceEvent | MappingEvent): Node => {
    const { start } = event;
    const isBracketed = event.style === COLLECTION_STYLE.FLOW && (text[start] === '[' || text[start] === '{');
    depth += 1;
    if (depth > limits.depth) refuseDepth(start);
    cursor = isBracketed ? start + 1 : start;
    const items = event.type === EVENT_ID.SEQUENCE ? buildItems(isBracketed) : undefined;
    const entries = items === undefined ? buildEntries() : [];
    if (isBracketed) cursor = findEndOfBrackets(text, cursor);
    depth -= 1;
    return items === undefined
      ? { kind: 'map', entries, start, end: cursor }
      : { kind: 'list', items, start, end: cursor };
  };

  /** Whether the next value is empty. It has no place of its own: its place depends on what is before it. */
  const isNextEmpty = (): boolean => {
    const event = events[next];
    return event?.type === EVENT_ID.SCALAR && event.valueStart === -1;
  };

  const isOpen = (): boolean => events[next]?.type !== EVENT_ID.POP;

  const buildItems = (isBracketed: boolean): Node[] => {
    const items: Node[] = [];
    while (isOpen()) {
      if (!isBracketed && isNextEmpty()) cursor = skipSpace(text, cursor) + 1;
      path.push(items.length);
      items.push(buildNode());
      path.pop();
    }
    next += 1;
    return items;
  };

  const refuseLongKey = ({ kind, start, end }: Node): void => {
    if (kind !== 'scalar' || end - start <= limits.keyLength) return;
    if (Array.from(text.slice(start, end)).length <= limits.keyLength) return;
    const message = `The key here has more than ${limits.keyLength.toLocaleString('en')} characters, the most that are read.`;
    faults.add(() => makeUnsafeFault(start, message, 'Shorten the key.', [...path]));
  };

  const buildEntries = (): Entry[] => {
    const entries: Entry[] = [];
    while (isOpen()) {
      if (isNextEmpty()) cursor = skipSpace(text, cursor);
      const key = buildNode();
      refuseLongKey(key);
      path.push(key.kind === 'scalar' ? String(key.value) : '');
      entries.push({ key, value: buildNode() });
      path.pop();
    }
    next += 1;
    return entries;
  };

  const buildNode = (): Node => {
    const event = events[next];
    next += 1;
    if (event === undefined || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP)
      throw new Error('The parser ended in the middle of a value.');
    const name = event.anchorStart === -1 ? undefined : text.slice(event.anchorStart, event.anchorEnd);
    if (event.type === EVENT_ID.ALIAS) {
      cursor = event.anchorEnd;
      return buildAlias(name ?? '', { start: event.anchorStart - 1, end: event.anchorEnd });
    }
    if (name !== undefined) anchors.set(name, 'open');
    const node = event.type === EVENT_ID.SCALAR ? buildScalar(event) : buildCollection(event);
    if (name === undefined) return node;
    anchors.set(name, node);
    measures.set(node, measure(node));
    return node;
  };

  if (events[0]?.type !== EVENT_ID.DOCUMENT) return { root: undefined, end: 0 };
  next = 1;
  const root = buildNode();
  return { root, end: cursor };
}
