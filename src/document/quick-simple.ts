/** The entries that most of a text is made of, each found by one pattern as a whole. */
import { plainKey, plainValue } from './quick-scalars.ts';
import { type QuickText, decline } from './quick-text.ts';

// No part of these patterns is kept by brackets: a list of parts would be made for each entry, and thrown away.

/** A line of a map that is a key and a simple value, up to the next key. */
const simpleEntry =
  /[A-Za-z_][\w./-]*: (?:(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s]))[^\n:#]*(?:(?::(?=\S)|(?<=\S)#)[^\n:#]*)*|'[^'\n]*')\n[ ]*(?=[A-Za-z_])/y;

/** The same in brackets, with the comma before the next key where that follows. */
const simplePart =
  /[A-Za-z_][\w./-]*: (?:(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s,[\]{}]))[^\n,[\]{}:#]*|'[^'\n]*'[ ]*)(?:, (?=[A-Za-z_])|(?=\}))/y;

/** The value of a scalar without quotes, or in single ones without any inside; all of it on one line. */
function simpleValue(written: string): string | number | boolean | null {
  return written.charCodeAt(0) === 0x27 ? written.slice(1, -1) : plainValue(written);
}

/** Puts the entry that starts here, and whose value ends before `end`, into a map. */
function putSimple(source: QuickText, map: Record<string, unknown>, end: number): void {
  const { text, at } = source;
  const colon = text.indexOf(':', at);
  const key = text.slice(at, colon);
  if (Object.hasOwn(map, key)) decline();
  plainKey(source, key, at);
  source.starts.push(colon + 2);
  map[key] = simpleValue(text.slice(colon + 2, end).trimEnd());
}

/**
 * Takes the entries that come next in a map, as far as each is a line of a key and a simple value, at the same column
 * as the line that follows it.
 *
 * @param indent column of the keys of the map; reading is at one of them
 */
export function takeSimpleEntries(source: QuickText, indent: number, map: Record<string, unknown>): void {
  for (let end = source.endOf(simpleEntry); end !== -1; end = source.endOf(simpleEntry)) {
    const line = end - indent;
    if (source.text.charCodeAt(line - 1) !== 0x0a) return;
    putSimple(source, map, line - 1);
    source.toPlace(end, line);
  }
}

/** The same for a map in brackets: goes to the bracket at its end, or to the first key whose value is not simple. */
export function takeSimpleParts(source: QuickText, map: Record<string, unknown>): void {
  for (let end = source.endOf(simplePart); end !== -1; end = source.endOf(simplePart)) {
    const isLast = source.text.charCodeAt(end) === 0x7d;
    putSimple(source, map, isLast ? end : end - 2);
    source.at = end;
  }
}
