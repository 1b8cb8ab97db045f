import { limits } from './limits.ts';
import type { Entry, Node } from './tree.ts';

/**
 * The tree of a text that is JSON, a list or a map; undefined where it is anything else or nested too
 * deeply, which YAML's reader then explains. JSON is a tenth of the work of YAML.
 */
export function readJson(text: string): Node | undefined {
  if (!/^\s*[[{]/.test(text) || isDeep(text)) return undefined;
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  return createReader(text)();
}

/** Counts brackets outside of quotes. What it calls shallow is shallow to a JSON parser too. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfText(text, at) - 1;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > limits.depth) return true;
  }
  return false;
}

/** The offset after the quoted text that starts at `start`. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

const literals: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** Reads well-formed JSON into nodes; it is known to be well formed, so nothing is checked again. */
function createReader(text: string): () => Node {
  let at = 0;
  const space = /\s*/y;
  const word = /[^\s,\]}]+/y;
  const skip = (): string | undefined => {
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
    return text[at];
  };
  const readScalar = (): Node => {
    const start = at;
    if (text[at] === '"') {
      at = endOfText(text, at);
      return {
        kind: 'scalar',
        start,
        end: at,
        value: JSON.parse(text.slice(start, at)) as string,
        plain: false,
      };
    }
    word.lastIndex = at;
    const source = word.exec(text)?.[0] ?? '';
    at += source.length;
    const value = Object.hasOwn(literals, source) ? (literals[source] ?? null) : Number(source);
    return { kind: 'scalar', start, end: at, value, plain: true };
  };
  const readEntry = (): Entry => {
    const key = readScalar();
    skip();
    at += 1;
    skip();
    return { key, value: read() };
  };
  const readMany = <T>(close: string, readOne: () => T): T[] => {
    const found: T[] = [];
    at += 1;
    while (skip() !== close) {
      if (text[at] === ',') {
        at += 1;
        skip();
      }
      found.push(readOne());
    }
    at += 1;
    return found;
  };
  const read = (): Node => {
    const first = skip();
    const start = at;
    if (first === '[') return { kind: 'list', start, items: readMany(']', read), end: at };
    if (first === '{') return { kind: 'map', start, entries: readMany('}', readEntry), end: at };
    return readScalar();
  };
  return read;
}
