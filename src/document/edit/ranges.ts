/** Where the parts of a parsed YAML document stand in its text, in offsets. */
import {
  type CST,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
} from 'yaml';
import { Unspliceable } from './splice.ts';

/** A pair of a map or an item of a list. */
export interface Entry {
  /** The key of a pair as a string; undefined for items. */
  readonly key: string | undefined;
  readonly node: Node | null;
  /** First character of the pair, or of the item with its dash. */
  readonly start: number;
  /** End of its content, without a trailing comment; after the newline for block scalars. */
  readonly end: number;
  /** End of the colon or dash that the value follows; undefined where there is none (`{a}`, `[a]`). */
  readonly indicatorEnd: number | undefined;
  /** Start and end of the tag and anchor before the value. */
  readonly props: { readonly start: number; readonly end: number } | undefined;
}

type Token = CST.SourceToken;
type Item = CST.CollectionItem;

/** Parses as the tool reads: no merge keys, duplicate keys left to the reader's checks. */
export function parseTree(text: string): Document.Parsed {
  return parseDocument(text, {
    keepSourceTokens: true,
    uniqueKeys: false,
    intAsBigInt: false,
    logLevel: 'error',
  });
}

/** Whether the collection is written between brackets. */
export function isBracketed(node: Node | null): node is (YAMLMap | YAMLSeq) & Node {
  return isCollection(node) && (node.srcToken as CST.Token | undefined)?.type === 'flow-collection';
}

/** Whether the collection is written in lines. */
export function isBlock(node: Node | null): node is (YAMLMap | YAMLSeq) & Node {
  const type = isCollection(node) ? (node.srcToken as CST.Token | undefined)?.type : undefined;
  return type === 'block-map' || type === 'block-seq';
}

/** Start and end of a node's own text; for a collection in lines the end is that of its last entry. */
export function getExtent(node: Node): { start: number; end: number } {
  if (!node.range) throw new Unspliceable('A node has no place.');
  const [start, end] = node.range;
  return { start, end: isBlock(node) ? (getEntries(node).at(-1)?.end ?? end) : end };
}

/** Whether nothing is written where the value would stand. */
export function isAbsent(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.range?.[0] === node.range?.[1]);
}

const isSpacing = (token: Token): boolean => ['space', 'newline', 'comment', 'comma'].includes(token.type);

function offsetOf(token: CST.Token | null | undefined): number | undefined {
  return token && 'offset' in token ? token.offset : undefined;
}

function endOf(token: Token | undefined): number | undefined {
  return token && token.offset + token.source.length;
}

function propsAmong(tokens: readonly Token[]): Entry['props'] {
  const props = tokens.filter((token) => token.type === 'tag' || token.type === 'anchor');
  const start = props[0]?.offset;
  const end = endOf(props.at(-1));
  return start === undefined || end === undefined ? undefined : { start, end };
}

function keyText(pair: Pair): string {
  if (!isScalar(pair.key)) throw new Unspliceable('A key is not a scalar.');
  return pair.key.value === null ? '' : String(pair.key.value);
}

function pairEntry(pair: Pair): Entry {
  const item: Item | undefined = pair.srcToken;
  if (!item) throw new Unspliceable('A pair has no source.');
  const sep = item.sep ?? [];
  const colon = sep.findIndex((token) => token.type === 'map-value-ind');
  const props = propsAmong(colon < 0 ? [] : sep.slice(colon + 1));
  const node = (pair.value ?? null) as Node | null;
  const start = item.start.find((token) => !isSpacing(token))?.offset ?? offsetOf(item.key) ?? sep[0]?.offset;
  const indicatorEnd = endOf(sep[colon]);
  const keyEnd = (pair.key as Node | null)?.range?.[1];
  const end = node !== null && !isAbsent(node) ? getExtent(node).end : (props?.end ?? indicatorEnd ?? keyEnd);
  if (start === undefined || end === undefined) throw new Unspliceable('A pair has no place.');
  return { key: keyText(pair), node, start, end, indicatorEnd, props };
}

function itemEntry(node: Node, item: Item | undefined): Entry {
  const tokens = item?.start ?? [];
  const dash = tokens.find((token) => token.type === 'seq-item-ind');
  const props = propsAmong(tokens);
  const indicatorEnd = endOf(dash);
  const own = isAbsent(node) ? undefined : getExtent(node);
  const start = dash?.offset ?? props?.start ?? own?.start;
  const end = own?.end ?? props?.end ?? indicatorEnd;
  if (start === undefined || end === undefined) throw new Unspliceable('An item has no place.');
  return { key: undefined, node, start, end, indicatorEnd, props };
}

/** The pairs or items of a collection with their places, in the order of the text. */
export function getEntries(node: YAMLMap | YAMLSeq): Entry[] {
  if (isMap(node)) return node.items.map((pair) => pairEntry(pair as Pair));
  const token = node.srcToken as CST.BlockSequence | CST.FlowCollection | undefined;
  const items = (token?.items ?? []).filter((item) =>
    token?.type === 'block-seq'
      ? item.start.some((part) => part.type === 'seq-item-ind')
      : item.key || item.sep || item.value,
  );
  return node.items.map((item, index) => {
    if (isPair(item)) throw new Unspliceable('A list holds a pair.');
    return itemEntry(item as Node, items[index] as Item | undefined);
  });
}

/** Offsets of the commas that stand between and after the entries of a bracketed collection. */
export function joinWithCommas(node: YAMLMap | YAMLSeq): number[] {
  const token = node.srcToken as CST.FlowCollection | undefined;
  const starts = (token?.items ?? []).flatMap((item) => item.start as Token[]);
  return starts.filter((part) => part.type === 'comma').map((part) => part.offset);
}

/** End of the header of a block scalar (`|-`), or undefined for any other node. */
export function findHeaderEnd(node: Node): number | undefined {
  const token = node.srcToken as CST.Token | undefined;
  if (token?.type !== 'block-scalar') return undefined;
  return endOf(token.props.find((part): part is Token => part.type === 'block-scalar-header'));
}

/** Columns by which maps and lists lie deeper than their keys in this text, from the first of each. */
export function detectIndentation(root: Node | null): { step: number; listOffset: number } {
  let map: number | undefined;
  let list: number | undefined;
  const visit = (node: Node | null): void => {
    if (!isBlock(node) || (map !== undefined && list !== undefined)) return;
    const column = (node.srcToken as CST.BlockMap).indent;
    for (const item of node.items) {
      const child = (isPair(item) ? item.value : item) as Node | null;
      if (isPair(item) && isBlock(child)) {
        const deeper = (child.srcToken as CST.BlockMap).indent - column;
        if (isSeq(child)) list ??= deeper;
        else map ??= deeper;
      }
      visit(child);
    }
  };
  visit(root);
  const usable = [map, list].find((columns) => columns !== undefined && columns >= 1 && columns <= 9);
  const step = usable ?? 2;
  return { step, listOffset: list ?? step };
}
