/** The entries that most of a text is made of, each found by one pattern as a whole. */
import { plainKey, plainValue } from './quick-scalars.ts';
import { type QuickText, decline } from './quick-text.ts';

/** A line of a map that is a key and a simple value, and the indent of the next key. */
const simpleEntry =
  /([A-Za-z_][\w./-]*): ((?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s]))[^\n:#]*(?:(?::(?=\S)|(?<=\S)#)[^\n:#]*)*|'[^'\n]*')\n([ ]*)(?=[A-Za-z_])/y;

/** The same in brackets, with the comma before the next key where that follows. */
const simplePart =
  /([A-Za-z_][\w./-]*): ((?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s,[\]{}]))[^\n,[\]{}:#]*|'[^'\n]*'[ ]*)(?:, (?=[A-Za-z_])|(?=\}))/y;

/** The value of a scalar without quotes, or in single ones without any inside; all of it on one line. */
function simpleValue(written: string): string | number | boolean | null {
  return written.charCodeAt(0) === 0x27 ? written.trimEnd().slice(1, -1) : plainValue(written.trimEnd());
}

/** Puts an entry into a map that its pattern found here, with the key and the value one space behind its colon. */
function putSimple(source: QuickText, map: Record<string, unknown>, key: string, written: string): void {
  if (Object.hasOwn(map, key)) decline();
  plainKey(source, key, source.at);
  source.starts.push(source.at + key.length + 2);
  map[key] = simpleValue(written);
}

/**
 * Takes the entries that come next in a map, as far as each is a line of a key and a simple value, at the same column
 * as the line that follows it.
 *
 * @param indent column of the keys of the map; reading is at one of them
 */
export function takeSimpleEntries(source: QuickText, indent: number, map: Record<string, unknown>): void {
  for (let entry = source.match(simpleEntry); entry !== undefined; entry = source.match(simpleEntry)) {
    const [all, key = '', written = '', margin = ''] = entry;
    if (margin.length !== indent) return;
    const end = source.at + all.length;
    putSimple(source, map, key, written);
    source.toPlace(end, end - indent);
  }
}

/** The same for a map in brackets: goes to the bracket at its end, or to the first key whose value is not simple. */
export function takeSimpleParts(source: QuickText, map: Record<string, unknown>): void {
  for (let part = source.match(simplePart); part !== undefined; part = source.match(simplePart)) {
    const [all, key = '', written = ''] = part;
    putSimple(source, map, key, written);
    source.at += all.length;
  }
}
