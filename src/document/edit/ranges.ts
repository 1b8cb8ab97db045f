/** Finds the offsets of the parts of a parsed YAML document. */
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
  /** Start of the pair, or of the dash of the item. */
  readonly start: number;
  /** End of its content, without a trailing comment; after the newline for block scalars. */
  readonly end: number;
  /** End of the colon or dash before the value; undefined if there is none (`{a}`, `[a]`). */
  readonly indicatorEnd: number | undefined;
  /** Start and end of the tag and anchor before the value. */
  readonly props: { readonly start: number; readonly end: number } | undefined;
}

type Token = CST.SourceToken;
type Item = CST.CollectionItem;

/** Parses text as the tool reads it: no merge keys; the reader checks for duplicate keys. */
export function parseTree(text: string): Document.Parsed {
  return parseDocument(text, {
    keepSourceTokens: true,
    uniqueKeys: false,
    intAsBigInt: false,
    logLevel: 'error',
  });
}

/** Whether the collection is written in brackets. */
export function isBracketed(node: Node | null): node is (YAMLMap | YAMLSeq) & Node {
  return isCollection(node) && (node.srcToken as CST.Token | undefined)?.type === 'flow-collection';
}

/** Whether the collection is written in block style, without brackets. */
export function isBlock(node: Node | null): node is (YAMLMap | YAMLSeq) & Node {
  const type = isCollection(node) ? (node.srcToken as CST.Token | undefined)?.type : undefined;
  return type === 'block-map' || type === 'block-seq';
}

/** Returns the start and end of a node's own text. A block collection ends with its last entry. */
export function getExtent(node: Node): { start: number; end: number } {
  if (!node.range) throw new Unspliceable('A node has no place.');
  const [start, end] = node.range;
  return { start, end: isBlock(node) ? (getEntries(node).at(-1)?.end ?? end) : end };
}

/** Whether the value is empty in the text. */
export function isAbsent(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.range?.[0] === node.range?.[1]);
}

const isSpacing = (token: Token): boolean => ['space', 'newline', 'comment', 'comma'].includes(token.type);

function getOffset(token: CST.Token | null | undefined): number | undefined {
  return token && 'offset' in token ? token.offset : undefined;
}

function getEnd(token: Token | undefined): number | undefined {
  return token && token.offset + token.source.length;
}

function findProps(tokens: readonly Token[]): Entry['props'] {
  const props = tokens.filter((token) => token.type === 'tag' || token.type === 'anchor');
  const start = props[0]?.offset;
  const end = getEnd(props.at(-1));
  return start === undefined || end === undefined ? undefined : { start, end };
}

function getKeyText(pair: Pair): string {
  if (!isScalar(pair.key)) throw new Unspliceable('A key is not a scalar.');
  return pair.key.value === null ? '' : String(pair.key.value);
}

function makePairEntry(pair: Pair): Entry {
  const item: Item | undefined = pair.srcToken;
  if (!item) throw new Unspliceable('A pair has no source.');
  const sep = item.sep ?? [];
  const colon = sep.findIndex((token) => token.type === 'map-value-ind');
  const props = findProps(colon < 0 ? [] : sep.slice(colon + 1));
  const node = (pair.value ?? null) as Node | null;
  const start =
    item.start.find((token) => !isSpacing(token))?.offset ?? getOffset(item.key) ?? sep[0]?.offset;
  const indicatorEnd = getEnd(sep[colon]);
  const keyEnd = (pair.key as Node | null)?.range?.[1];
  const end = node !== null && !isAbsent(node) ? getExtent(node).end : (props?.end ?? indicatorEnd ?? keyEnd);
  if (start === undefined || end === undefined) throw new Unspliceable('A pair has no place.');
  return { key: getKeyText(pair), node, start, end, indicatorEnd, props };
}

function makeItemEntry(node: Node, item: Item | undefined): Entry {
  const tokens = item?.start ?? [];
  const dash = tokens.find((token) => token.type === 'seq-item-ind');
  const props = findProps(tokens);
  const indicatorEnd = getEnd(dash);
  const own = isAbsent(node) ? undefined : getExtent(node);
  const start = dash?.offset ?? props?.start ?? own?.start;
  const end = own?.end ?? props?.end ?? indicatorEnd;
  if (start === undefined || end === undefined) throw new Unspliceable('An item has no place.');
  return { key: undefined, node, start, end, indicatorEnd, props };
}

/** Returns the pairs or items of a collection with their offsets, in text order. */
export function getEntries(node: YAMLMap | YAMLSeq): Entry[] {
  if (isMap(node)) return node.items.map((pair) => makePairEntry(pair as Pair));
  const token = node.srcToken as CST.BlockSequence | CST.FlowCollection | undefined;
  const items = (token?.items ?? []).filter((item) =>
    token?.type === 'block-seq'
      ? item.start.some((part) => part.type === 'seq-item-ind')
      : item.key || item.sep || item.value,
  );
  return node.items.map((item, index) => {
    if (isPair(item)) throw new Unspliceable('A list contains a pair.');
    return makeItemEntry(item as Node, items[index] as Item | undefined);
  });
}

/** Returns the offsets of the commas between and after the entries of a bracketed collection. */
export function findCommas(node: YAMLMap | YAMLSeq): number[] {
  const token = node.srcToken as CST.FlowCollection | undefined;
  const starts = (token?.items ?? []).flatMap((item) => item.start as Token[]);
  return starts.filter((part) => part.type === 'comma').map((part) => part.offset);
}

/** Returns the end of the header of a block scalar (`|-`); undefined for any other node. */
export function findHeaderEnd(node: Node): number | undefined {
  const token = node.srcToken as CST.Token | undefined;
  if (token?.type !== 'block-scalar') return undefined;
  return getEnd(token.props.find((part): part is Token => part.type === 'block-scalar-header'));
}

/** Detects by how many columns the first map and the first list are indented below their keys. */
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
