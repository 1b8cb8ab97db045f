import { type EventType, Schema, type State, Type, load } from 'js-yaml';
import { decode } from './decode.ts';
import type { Path } from './fault.ts';
import { limits } from './limits.ts';
import { type Position, createLocator, createPlaces } from './positions.ts';
import { decline, plainOnly, plainTag } from './quick-plain.ts';
import { treeOfPlain } from './quick-tree.ts';

declare module 'js-yaml' {
  interface LoadOptions {
    readonly maxDepth?: number;
  }
}

/** A text with the value that it stands for. */
export interface Quick {
  /** The whole text. */
  readonly text: string;
  /** Read again from the text where memory was short: equal each time, but not always the same object. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Position of a value or key, as that of `Sourced`; its end is not known. Computed when first asked for. */
  locate(path: Path, what?: 'key' | 'value'): Position;
}

/** What the core schema of YAML 1.2 takes for a number, and JSON would write in another way. */
const oddNumber = /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|0o[0-7]+|0x[\da-f]+|[-+]?\.inf|\.nan)$/i;

/** Numbers as everybody writes them. */
const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Words of the core schema, in the three ways that it knows them. */
const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word): [string, null] => [word, null]),
  ...['true', 'True', 'TRUE'].map((word): [string, true] => [word, true]),
  ...['false', 'False', 'FALSE'].map((word): [string, false] => [word, false]),
]);

const longestWord = 5;

/** Whether a scalar without quotes is anything but text. */
function isNoText(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 0x2b && first <= 0x39) return oddNumber.test(text);
  return text.length <= longestWord && words.has(text);
}

/** What a scalar without quotes stands for that is no text. */
function plainValue(text: string): number | boolean | null {
  const word = words.get(text);
  if (word !== undefined) return word;
  const number = Number(text);
  if (!plainNumber.test(text) || (Number.isInteger(number) && !Number.isSafeInteger(number))) decline();
  return number;
}

const schema = new Schema({
  implicit: [new Type(plainTag, { kind: 'scalar', resolve: isNoText, construct: plainValue })],
  explicit: [],
});

/**
 * What the careful reader is better at, each on its own: characters that nobody sees, tabs and lone line ends;
 * lines that look like a directive, or like the marker of a document with more behind it; headers of block
 * scalars that keep line ends or count columns, or that blank lines of spaces follow; an escaped line end; text
 * right behind a bracket, or a comment right behind a quote; a tag without a name; and JSON, which is read as such.
 */
const forCareful = [
  /[^\n\r\u0020-\u007e\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd]|\r(?!\n)/,
  /^(?:%|---.)|\n(?:%|---.|[ ]+---|[ ]*\.\.\.)/,
  /[|>](?:[-+]?\d|\d?\+)/,
  /[|>]-?[ ]*(?:#.*)?\r?\n(?:\r?\n)*[ ]+\r?(?:\n|$)/,
  /\\\r?$/m,
  /[\]}][^\s,\]}]/,
  /["']#|!(?!\S)(?<!\S!)/,
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

/** Throws where the text has a fault, or is to be read by the careful reader. */
function parse(
  text: string,
  listener: (event: EventType, state: State) => void,
): Readonly<Record<string, unknown>> {
  const value = load(text, { schema, listener, maxDepth: limits.depth });
  // Every document is a map.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return decline();
  return value as Record<string, unknown>;
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
    const valueNow = remade(parse(text, plainOnly()), () => parse(text, plainOnly()));
    const makeLocator = (): Quick['locate'] =>
      createLocator(
        treeOfPlain((listener) => parse(text, listener)),
        createPlaces(text),
      );
    let locate: (() => Quick['locate']) | undefined;
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
