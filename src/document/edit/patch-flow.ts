/** Changes collections in brackets, including everything in a JSON file. */
import { type Node, type YAMLMap, type YAMLSeq, isMap, isSeq } from 'yaml';
import { type FlowStyle, writeBracketed, writeFlowPair, writeFlowText } from './write-flow.ts';
import { findListChange } from './list-change.ts';
import { areEqual, isRecord } from './json-value.ts';
import { type Splicer, Unspliceable } from './splice.ts';
import { type Entry, findCommas, getEntries, getExtent, isAbsent, isBracketed } from './ranges.ts';

/** Writes the added entries, for a line with that indentation. */
type Write = (style: FlowStyle, indent: string) => string[];

/** Returns the white space at the start of the line with the offset. */
function getIndent(splicer: Splicer, offset: number): string {
  const start = splicer.findLineStart(offset);
  return /^[ \t]*/.exec(splicer.text.slice(start, offset))?.[0] ?? '';
}

/** Removes an entry with its comma, its trailing comment and the white space before the next entry. */
function removeWithComma(splicer: Splicer, entry: Entry, comma: number): void {
  let end = splicer.skipSpace(comma + 1);
  const ownComment =
    splicer.text[end] === '#' && splicer.findLineStart(end) === splicer.findLineStart(entry.end);
  if (ownComment) end = splicer.skipSpace(splicer.findLineEnd(end + 1));
  splicer.replace(entry.start, end, '');
}

/** Removes all entries from `first` on, with the commas and comments after them. */
function removeRest(splicer: Splicer, all: readonly Entry[], first: number, marks: readonly number[]): void {
  for (let index = first; index < all.length; index += 1) {
    const entry = all[index];
    if (!entry) continue;
    let start = entry.start;
    while (/\s/.test(splicer.text.charAt(start - 1))) start -= 1;
    const comma = marks[index];
    const end = comma === undefined ? entry.end : comma + 1;
    const lineEnd = splicer.findLineEnd(end);
    const hasComment = /^[ \t]*#/.test(splicer.text.slice(end, lineEnd));
    splicer.replace(start, hasComment ? lineEnd : end, '');
  }
}

/** Adds entries after the last one that stays, on lines of their own if that one has its own line. */
function append(
  splicer: Splicer,
  last: Entry,
  comma: number | undefined,
  style: FlowStyle,
  write: Write,
): void {
  const lineStart = splicer.findLineStart(last.start);
  const end = comma === undefined ? last.end : comma + 1;
  const lineEnd = splicer.findLineEnd(end);
  const ownLine =
    splicer.isBlank(lineStart, last.start) && /^\s*(?:#.*)?$/.test(splicer.text.slice(end, lineEnd));
  if (!ownLine) {
    const added = write({ ...style, unit: undefined }, '').join(style.comma);
    splicer.replace(end, end, comma === undefined ? style.comma + added : style.comma.slice(1) + added);
    return;
  }
  const indent = splicer.text.slice(lineStart, last.start);
  if (comma === undefined) splicer.replace(end, end, ',');
  splicer.replace(lineEnd, lineEnd, `\n${indent}${write(style, indent).join(`,\n${indent}`)}`);
}

/** Removes and appends entries of one collection. */
function resize(
  splicer: Splicer,
  node: YAMLMap | YAMLSeq,
  all: readonly Entry[],
  gone: ReadonlySet<number>,
  added: Write | undefined,
  style: FlowStyle,
): void {
  const { start, end } = getExtent(node);
  const marks = findCommas(node);
  const last = all.findLastIndex((_, index) => !gone.has(index));
  const lastEntry = all[last];
  if (!lastEntry) {
    const indent = getIndent(splicer, start);
    const text = writeBracketed(
      isMap(node) ? '{}' : '[]',
      added?.(style, indent + (style.unit ?? '')) ?? [],
      style,
      indent,
    );
    splicer.replace(start, end, text);
    return;
  }
  for (const [index, entry] of all.entries()) {
    const comma = marks[index];
    if (index < last && gone.has(index) && comma !== undefined) removeWithComma(splicer, entry, comma);
  }
  const comma = marks[last];
  const trailing = marks.length === all.length;
  if (added) append(splicer, lastEntry, comma, style, added);
  else if (comma !== undefined && last < all.length - 1 && !trailing) splicer.replace(comma, comma + 1, '');
  removeRest(splicer, all, last + 1, marks);
}

function patchMap(
  splicer: Splicer,
  node: YAMLMap & Node,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  style: FlowStyle,
): void {
  const all = getEntries(node);
  const gone = new Set<number>();
  for (const [index, entry] of all.entries()) {
    const key = entry.key ?? '';
    if (Object.hasOwn(after, key)) patchValue(splicer, entry, before[key], after[key], style);
    else gone.add(index);
  }
  const fresh = Object.entries(after).filter(([key]) => !Object.hasOwn(before, key));
  const write: Write = (spelling, indent) =>
    fresh.map(([key, value]) => writeFlowPair(key, value, spelling, indent));
  if (gone.size > 0 || fresh.length > 0)
    resize(splicer, node, all, gone, fresh.length > 0 ? write : undefined, style);
}

/** Changes a list. Returns false if its whole text must be replaced instead. */
function patchList(
  splicer: Splicer,
  node: YAMLSeq & Node,
  before: readonly unknown[],
  after: readonly unknown[],
  style: FlowStyle,
): boolean {
  if (before.length === 0) return false;
  const change = findListChange(before, after);
  if (change.kind === 'rewrite') return false;
  const all = getEntries(node);
  if (change.kind === 'change') {
    const entry = all[change.index];
    if (!entry) throw new Unspliceable('An item is missing.');
    patchValue(splicer, entry, before[change.index], after[change.index], style);
    return true;
  }
  const from = change.kind === 'append' ? change.from : after.length;
  const added = after.slice(from);
  const write: Write = (spelling, indent) => added.map((value) => writeFlowText(value, spelling, indent));
  const gone = new Set(
    change.kind === 'remove'
      ? Array.from({ length: change.end - change.start }, (_, offset) => change.start + offset)
      : [],
  );
  resize(splicer, node, all, gone, added.length > 0 ? write : undefined, style);
  return true;
}

function patchValue(splicer: Splicer, entry: Entry, before: unknown, after: unknown, style: FlowStyle): void {
  if (areEqual(before, after)) return;
  const { node } = entry;
  if (isBracketed(node) && patchFlow(splicer, node, before, after, style)) return;
  const text = writeFlowText(after, style, getIndent(splicer, entry.start));
  if (node === null || isAbsent(node)) {
    if (entry.key === undefined) throw new Unspliceable('An item is empty.');
    const at = entry.indicatorEnd ?? entry.end;
    splicer.replace(at, entry.end, entry.indicatorEnd === undefined ? `${style.colon}${text}` : ` ${text}`);
    return;
  }
  const { start, end } = getExtent(node);
  splicer.replace(entry.props?.start ?? start, end, text);
}

/** Changes a bracketed collection in place. Returns false if its whole text must be replaced instead. */
export function patchFlow(
  splicer: Splicer,
  node: (YAMLMap | YAMLSeq) & Node,
  before: unknown,
  after: unknown,
  style: FlowStyle,
): boolean {
  if (isMap(node) && isRecord(before) && isRecord(after)) {
    patchMap(splicer, node, before, after, style);
    return true;
  }
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after))
    return patchList(splicer, node, before, after, style);
  return false;
}
