/** Finds and replaces the lines of values in block maps and lists. */
import type { Layout } from './write-block.ts';
import { type Splicer, Unspliceable } from './splice.ts';
import { type Entry, getExtent, findHeaderEnd, isAbsent, isBlock } from './ranges.ts';

/** Context that all changes of one text share. */
export interface Patch {
  readonly splicer: Splicer;
  readonly layout: Layout;
}

/** A value with its key or dash; the root has neither. */
export interface Site {
  readonly entry: Entry;
  readonly owner: 'pair' | 'item';
  readonly column: number;
}

/** Removes entries of a block collection. At least one must stay, or the caller replaces one. */
export function removeLines({ splicer }: Patch, all: readonly Entry[], gone: ReadonlySet<number>): void {
  const [first] = all;
  let from = 0;
  if (first && gone.has(0) && !splicer.isBlank(splicer.findLineStart(first.start), first.start)) {
    // The first entry shares its line with a dash, so the next entry that stays moves up to it.
    const stays = all.findIndex((_, index) => !gone.has(index));
    const next = all[stays];
    const nothingBetween = all.slice(0, stays).every((entry, index) => {
      return splicer.isBlank(splicer.findLineAfter(entry.end), all[index + 1]?.start ?? 0);
    });
    if (next && nothingBetween) {
      splicer.replace(first.start, next.start, '');
      from = stays;
    } else {
      splicer.replace(splicer.trimLeft(first.start), splicer.findLineEnd(first.end), '');
      from = 1;
    }
  }
  for (let index = from; index < all.length; index += 1) {
    const entry = all[index];
    if (entry && gone.has(index))
      splicer.replaceLines(splicer.findLineStart(entry.start), splicer.findLineAfter(entry.end), []);
  }
}

/** Replaces all entries with lines. Comments between the entries stay. */
export function replaceAll(
  patch: Patch,
  all: readonly Entry[],
  lines: readonly string[],
  column: number,
): void {
  const { splicer } = patch;
  const [first] = all;
  if (!first) throw new Unspliceable('A collection has no entries.');
  splicer.replace(first.start, splicer.findLineEnd(first.end), lines.join('\n').slice(column));
  for (const entry of all.slice(1)) {
    splicer.replaceLines(splicer.findLineStart(entry.start), splicer.findLineAfter(entry.end), []);
  }
}

/** Returns the layout for text before a line: a block scalar would swallow a comment that starts there. */
export function readLayoutBefore({ splicer, layout }: Patch, line: number, column: number): Layout {
  return splicer.findCommentColumn(line) > column ? { ...layout, blocks: false } : layout;
}

/** The text of a value to replace: `head` on the line of its key or dash, `body` on the lines below. */
export interface Slot {
  readonly head: { readonly start: number; readonly end: number };
  readonly body: { readonly start: number; readonly end: number };
}

/** Finds the slot of a value. Throws Unspliceable if its key has no colon. */
export function findSlot({ splicer }: Patch, { entry }: Site): Slot {
  const { node, props, indicatorEnd } = entry;
  if (indicatorEnd === undefined) throw new Unspliceable('A key has no colon.');
  const makeSlot = (head: Slot['head'], start: number, end = start): Slot => ({ head, body: { start, end } });
  if (node === null || isAbsent(node)) {
    const head = props ?? { start: indicatorEnd, end: indicatorEnd };
    return makeSlot(head, splicer.findLineAfter(head.end));
  }
  const { start, end } = getExtent(node);
  const from = props?.start ?? start;
  const header = findHeaderEnd(node);
  if (header !== undefined)
    return makeSlot({ start: from, end: header }, splicer.findLineAfter(header), splicer.findLineAfter(end));
  if (isBlock(node)) {
    const line = splicer.findLineStart(start);
    if (line > indicatorEnd) {
      return makeSlot(props ?? { start: indicatorEnd, end: indicatorEnd }, line, splicer.findLineAfter(end));
    }
    return makeSlot({ start: from, end: splicer.findLineEnd(end) }, splicer.findLineAfter(end));
  }
  return makeSlot({ start: from, end }, splicer.findLineAfter(end));
}
