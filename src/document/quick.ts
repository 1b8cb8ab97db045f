import { EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent, getScalarValue, parseEvents } from 'js-yaml';
import { decode } from './decode.ts';
import type { Path } from './fault.ts';
import { forbiddenKeys, limits } from './limits.ts';
import { type Position, createLocator, createPlaces } from './positions.ts';
import { treeOf } from './quick-tree.ts';

/** A text with the value that it stands for. */
export interface Quick {
  /** The whole text. */
  readonly text: string;
  /** Read again from the text where memory was short: equal each time, but not always the same object. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Position of a value or key, as that of `Sourced`; its end is not known. Computed when first asked for. */
  locate(path: Path, what?: 'key' | 'value'): Position;
}

/** Thrown, and caught here, where the text is to be read by the careful reader. */
class Declined extends Error {}

function decline(): never {
  throw new Declined();
}

/** What the core schema of YAML 1.2 takes for a number, and JSON would write in another way. */
const oddNumber = /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|0o[0-7]+|0x[\da-f]+|[-+]?\.inf|\.nan)$/i;

/** Numbers as everybody writes them. */
const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

const parsing = { maxDepth: limits.depth } as const;

/** Words of the core schema, in the three ways that it knows them. */
const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word): [string, null] => [word, null]),
  ...['true', 'True', 'TRUE'].map((word): [string, true] => [word, true]),
  ...['false', 'False', 'FALSE'].map((word): [string, false] => [word, false]),
]);

/** What a scalar without quotes stands for. */
function plainValue(text: string): unknown {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (!/^[-+.\d]/.test(text) || !oddNumber.test(text)) return text;
  const number = Number(text);
  if (!plainNumber.test(text) || (Number.isInteger(number) && !Number.isSafeInteger(number))) decline();
  return number;
}

function scalarValue(text: string, event: ScalarEvent): unknown {
  if (event.tagStart !== -1 || event.anchorStart !== -1) decline();
  const value = getScalarValue(text, event);
  return event.style === SCALAR_STYLE.PLAIN ? plainValue(value) : value;
}

/** Behind a key stands its colon, on the same line. */
const colon = /["']? *:/y;

function isFollowedByColon(text: string, { valueEnd }: ScalarEvent): boolean {
  colon.lastIndex = valueEnd;
  return colon.test(text);
}

/** A list or map that is being filled. */
type Open = { readonly list: unknown[] } | { readonly map: Record<string, unknown>; key: string | undefined };

/** Puts a value where it belongs; a map takes a key first. */
function put(open: Open, value: unknown): void {
  if ('list' in open) {
    open.list.push(value);
    return;
  }
  if (open.key === undefined) {
    if (typeof value !== 'string' || value === '<<' || forbiddenKeys.has(value)) return decline();
    if (Object.hasOwn(open.map, value)) decline();
    open.key = value;
    return;
  }
  open.map[open.key] = value;
  open.key = undefined;
}

/** The value of the events of one document. Declines everything that is not plain data. */
function valueOf(text: string, events: readonly Event[]): Readonly<Record<string, unknown>> {
  const root: unknown[] = [];
  const stack: Open[] = [{ list: root }];
  let documents = 0;
  for (const event of events) {
    const open = stack.at(-1) ?? decline();
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        documents += 1;
        if (documents > 1 || event.directives.length > 0 || event.explicitEnd) decline();
        // Closed by a POP like a collection; its one value lands in the root.
        stack.push(open);
        break;
      case EVENT_ID.SCALAR:
        if ('map' in open && open.key === undefined && !isFollowedByColon(text, event)) decline();
        // An item without a text stands nowhere.
        if ('list' in open && event.style === SCALAR_STYLE.PLAIN && event.valueEnd <= event.valueStart)
          decline();
        put(open, scalarValue(text, event));
        break;
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING: {
        if (event.tagStart !== -1 || event.anchorStart !== -1) decline();
        const inner: Open = event.type === EVENT_ID.SEQUENCE ? { list: [] } : { map: {}, key: undefined };
        put(open, 'list' in inner ? inner.list : inner.map);
        stack.push(inner);
        break;
      }
      case EVENT_ID.ALIAS:
        return decline();
      case EVENT_ID.POP:
        stack.pop();
        break;
    }
  }
  const [value] = root;
  // Every document is a map.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return decline();
  return value as Record<string, unknown>;
}

/**
 * What the careful reader is better at, each on its own: characters that nobody sees, tabs and lone line ends;
 * lines that look like a directive, or like the marker of a document where it is none; headers of block
 * scalars that keep line ends or count columns; an escaped line end; text right behind a bracket; and JSON, which is read as such.
 */
const forCareful = [
  /[^\n\r\u0020-\u007e\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|\r(?!\n)/u,
  /^(?:%|[ ]+---|[ ]*\.\.\.)/m,
  /[|>](?:[-+]?\d|\d?\+)/,
  /\\\r?$/m,
  /[\]}][^\s,\]}]/,
  /^\s*[[{]/,
];

/**
 * Something that can be made from a text: held as long as there is memory for it, and made again where it is gone.
 * Of thousands of files most are never asked for it a second time.
 */
function remade<T extends object>(first: T, make: () => T): () => T {
  let held = new WeakRef(first);
  return () => {
    const there = held.deref();
    if (there !== undefined) return there;
    const again = make();
    held = new WeakRef(again);
    return again;
  };
}

/**
 * Reads the value of a file that is plain data, several times as fast as the reader that knows positions.
 * undefined where it declines: everything with a fault, and everything that two readers of YAML could
 * understand differently (tags, anchors, directives, odd numbers, keys that are no text ...). What it does
 * read, `readValue` reads as the same value without a fault; a differential test holds the two to that.
 */
export function quickValue(bytes: Uint8Array): Quick | undefined {
  const decoded = decode(bytes);
  if (!decoded.ok) return undefined;
  const { text } = decoded;
  if (forCareful.some((pattern) => pattern.test(text))) return undefined;
  try {
    const events = parseEvents(text, parsing);
    const eventsOf = remade(events, () => parseEvents(text, parsing));
    const valueNow = remade(valueOf(text, events), () => valueOf(text, eventsOf()));
    let locate: (() => Quick['locate']) | undefined;
    const makeLocator = (): Quick['locate'] =>
      createLocator(
        treeOf(text, eventsOf(), (event) => getScalarValue(text, event)),
        createPlaces(text),
      );
    return {
      text,
      get value() {
        return valueNow();
      },
      locate: (path, what) => {
        locate ??= remade(makeLocator(), makeLocator);
        return locate()(path, what);
      },
    };
  } catch {
    // Declined, or a fault that the careful reader explains.
    return undefined;
  }
}
