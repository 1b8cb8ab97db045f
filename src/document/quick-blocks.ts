import { takeKey } from './quick-scalars.ts';
import { takeSimpleEntries } from './quick-simple.ts';
import { QuickText, decline } from './quick-text.ts';
import { takeValue } from './quick-values.ts';

const dash = 0x2d;

/** What is said of a text that is read quickly: its value, and where everything in it starts. */
export interface QuickParts {
  readonly value: Readonly<Record<string, unknown>>;
  readonly starts: readonly number[];
}

/** The start of a document, which the first line may be. */
const marker = /---(?=[ \r\n])/y;

/**
 * What stands beneath a key or dash, on lines of its own that are indented more than that. Behind a comment the
 * careful reader takes the lines of a text for something else.
 *
 * @param from behind the key or dash
 */
function takeBelow(source: QuickText, parent: number, from: number): unknown {
  if (source.isMark(dash)) return takeList(source, source.column);
  const { length } = source.starts;
  const between = source.text.slice(from, source.at);
  const value = takeMapOrValue(source, source.column, parent);
  if (source.starts.length === length + 1 && between.includes('#')) decline();
  return value;
}

/** A map, where a key starts here, or else a value. */
function takeMapOrValue(source: QuickText, indent: number, parent: number): unknown {
  const { length } = source.starts;
  // A map starts where its first key does.
  source.starts.push(source.at);
  const key = takeKey(source);
  if (key !== undefined) return takeMap(source, indent, key);
  source.starts.length = length;
  return takeValue(source, parent);
}

/** The value behind a key. */
function takeEntry(source: QuickText, indent: number): unknown {
  if (source.toValue()) return takeValue(source, indent);
  const from = source.at;
  if (!source.endLine()) {
    source.skipSpaces();
    return takeValue(source, indent);
  }
  if (source.toContent()) {
    if (source.column > indent) return takeBelow(source, indent, from);
    // The dashes of a list may stand below its key.
    if (source.column === indent && source.isMark(dash)) return takeList(source, indent);
  }
  source.starts.push(-1);
  return null;
}

/** A map from behind its first key on. */
function takeMap(source: QuickText, indent: number, first: string): Readonly<Record<string, unknown>> {
  source.enter();
  const map: Record<string, unknown> = {};
  for (let key: string | undefined = first; key !== undefined;) {
    if (Object.hasOwn(map, key)) decline();
    map[key] = takeEntry(source, indent);
    if (!source.toContent() || source.column < indent) break;
    if (source.column > indent) decline();
    if (source.isMark(dash)) break;
    takeSimpleEntries(source, indent, map);
    key = takeKey(source) ?? decline();
  }
  source.leave();
  return map;
}

/** A list from its first dash on. */
function takeList(source: QuickText, indent: number): readonly unknown[] {
  source.starts.push(source.at);
  source.enter();
  const list: unknown[] = [];
  do {
    const start = source.at;
    source.at += 1;
    const isBehind = source.toValue();
    if (!isBehind && source.endLine()) {
      // An item without a text stands nowhere.
      if (!source.toContent() || source.column <= indent) decline();
      list.push(takeBelow(source, indent, start));
    } else {
      if (!isBehind && source.skipSpaces() === 0) decline();
      const inner = indent + source.at - start;
      list.push(source.isMark(dash) ? takeList(source, inner) : takeMapOrValue(source, inner, indent));
    }
    if (!source.toContent() || source.column < indent) break;
    if (source.column > indent) decline();
  } while (source.isMark(dash));
  source.leave();
  return list;
}

/** Reads a text that is plain data in the way in which people and this program write it. Declines all others. */
export function readPlain(text: string): QuickParts {
  const source = new QuickText(text);
  source.toContent();
  if (source.column === 0 && source.skip(marker) && !source.endLine()) decline();
  if (!source.toContent() || source.column > 0) decline();
  source.starts.push(source.at);
  const value = takeMap(source, 0, takeKey(source) ?? decline());
  if (source.at < text.length) decline();
  return { value, starts: source.starts };
}
