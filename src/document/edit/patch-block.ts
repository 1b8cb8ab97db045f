/** Changes block maps and lists, which are written without brackets on lines of their own. */
import { type Node, type YAMLMap, type YAMLSeq, isMap, isSeq } from 'yaml';
import { type Place, lineWidth, writeListLines, writeMapLines, writeValue } from './write-block.ts';
import { writeFlowText, yamlStyle } from './write-flow.ts';
import { findListChange } from './list-change.ts';
import { patchFlow } from './patch-flow.ts';
import { type Patch, type Site, readLayoutBefore, removeLines, replaceAll, findSlot } from './patch-lines.ts';
import { areEqual, isRecord } from './json-value.ts';
import { type Splicer, Unspliceable } from './splice.ts';
import { getEntries, isBlock, isBracketed } from './ranges.ts';

/** Changes the pairs of a map. `site` is undefined for the root. */
export function patchBlockMap(
  patch: Patch,
  node: YAMLMap & Node,
  site: Site | undefined,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): void {
  const { splicer } = patch;
  const all = getEntries(node);
  const [first] = all;
  const last = all.at(-1);
  if (!first || !last) throw new Unspliceable('A map has no pairs.');
  const column = splicer.findColumn(first.start);
  const gone = new Set<number>();
  for (const [index, entry] of all.entries()) {
    const key = entry.key ?? '';
    if (Object.hasOwn(after, key))
      patchValue(patch, { entry, owner: 'pair', column }, before[key], after[key]);
    else gone.add(index);
  }
  const fresh = Object.fromEntries(Object.entries(after).filter(([key]) => !Object.hasOwn(before, key)));
  const isFresh = Object.keys(fresh).length > 0;
  const end = splicer.findLineAfter(last.end);
  if (gone.size < all.length) {
    removeLines(patch, all, gone);
    const at = splicer.skipComments(end, column);
    if (isFresh) splicer.replaceLines(at, at, writeMapLines(fresh, column, patch.layout));
    return;
  }
  const indicatorEnd = site?.entry.props?.end ?? site?.entry.indicatorEnd;
  if (!isFresh && indicatorEnd !== undefined && splicer.findLineStart(first.start) > indicatorEnd) {
    splicer.replace(indicatorEnd, indicatorEnd, ' {}');
    removeLines(patch, all, gone);
    return;
  }
  const lines = isFresh
    ? writeMapLines(fresh, column, readLayoutBefore(patch, splicer.findLineAfter(first.end), column))
    : [`${' '.repeat(column)}{}`];
  replaceAll(patch, all, lines, column);
}

/** Changes the items of a list. Returns false if its whole text must be replaced instead. */
function patchBlockList(
  patch: Patch,
  node: YAMLSeq & Node,
  site: Site,
  before: readonly unknown[],
  after: readonly unknown[],
): boolean {
  const { splicer } = patch;
  const all = getEntries(node);
  const [first] = all;
  const last = all.at(-1);
  const change = findListChange(before, after);
  if (!first || !last || change.kind === 'rewrite') return false;
  const column = splicer.findColumn(first.start);
  if (change.kind === 'append') {
    // If the dashes are in the column of the key, a comment in that column is about the next key.
    const own = column === site.column ? column + 1 : column;
    const at = splicer.skipComments(splicer.findLineAfter(last.end), own);
    splicer.replaceLines(
      at,
      at,
      writeListLines(after.slice(change.from), column, readLayoutBefore(patch, at, column)),
    );
  } else if (change.kind === 'remove') {
    removeLines(
      patch,
      all,
      new Set([...all.keys()].filter((index) => index >= change.start && index < change.end)),
    );
  } else {
    const entry = all[change.index];
    if (!entry) throw new Unspliceable('An item is missing.');
    patchValue(patch, { entry, owner: 'item', column }, before[change.index], after[change.index]);
  }
  return true;
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isRecord(value) && Object.keys(value).length > 0;
}

/** Removes a value from its line, and the line if nothing else is on it. A comment after the value stays. */
function removeHead(splicer: Splicer, start: number, end: number, indicatorEnd: number): void {
  const from = Math.max(splicer.trimLeft(start), indicatorEnd);
  const lineEnd = splicer.findLineEnd(end);
  if (splicer.findColumn(from) > 0) splicer.replace(from, end, '');
  else if (splicer.isBlank(end, lineEnd)) splicer.replaceLines(from, splicer.findLineAfter(end), []);
  else splicer.replace(start, splicer.skipSpace(end), '');
}

function replaceValue(patch: Patch, site: Site, before: unknown, after: unknown): void {
  const { splicer } = patch;
  const { entry, owner, column } = site;
  const { head, body } = findSlot(patch, site);
  const noBody = body.start === body.end;
  const at = noBody && isFilled(after) ? splicer.skipComments(body.end, column + 1) : body.start;
  const end = noBody ? at : body.end;
  const used = splicer.findColumn(head.start) + (head.start === head.end ? 1 : 0);
  const place: Place = { owner, column, used };
  let tail = writeValue(after, place, readLayoutBefore(patch, end, column));
  if (isBracketed(entry.node) && isFilled(before) && isFilled(after)) {
    const text = writeFlowText(after, yamlStyle);
    if (used + text.length <= lineWidth) tail = { head: text, body: [] };
  }
  if (tail.head !== '') {
    const bare = head.start === entry.indicatorEnd;
    splicer.replace(head.start, head.end, bare ? ` ${tail.head}` : tail.head);
  } else {
    removeHead(splicer, head.start, head.end, entry.indicatorEnd ?? 0);
  }
  splicer.replaceLines(at, end, tail.body);
}

/** Changes the value of a pair or item from `before` to `after`. */
function patchValue(patch: Patch, site: Site, before: unknown, after: unknown): void {
  if (areEqual(before, after)) return;
  const { node } = site.entry;
  if (isBlock(node)) {
    if (isMap(node) && isRecord(before) && isRecord(after))
      return patchBlockMap(patch, node, site, before, after);
    if (
      isSeq(node) &&
      Array.isArray(before) &&
      Array.isArray(after) &&
      patchBlockList(patch, node, site, before, after)
    )
      return;
  } else if (
    isBracketed(node) &&
    isFilled(before) &&
    patchFlow(patch.splicer, node, before, after, yamlStyle)
  ) {
    return;
  }
  replaceValue(patch, site, before, after);
}
