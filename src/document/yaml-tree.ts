import {
  Composer,
  type Document,
  type Pair,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
  isAlias,
  isMap,
  isScalar,
  isSeq,
} from 'yaml';
import { type Fault, type Path, unsafe } from './fault.ts';
import { limits } from './limits.ts';
import { quote } from './quote.ts';
import type { Entry, Node, ScalarNode, Span } from './tree.ts';
import { syntaxFaults } from './yaml-syntax.ts';
import { nestedTooDeeply, readTokens } from './yaml-tokens.ts';

/** A tree, where there is one, and every fault found on the way to it. */
export interface YamlTree {
  readonly root: Node | undefined;
  readonly faults: readonly Fault[];
}

/**
 * Reads YAML into nodes: YAML 1.2, core schema, one document, within the limits.
 *
 * @param lineOf the line of an offset
 */
export function readYaml(text: string, lineOf: (offset: number) => number): YamlTree {
  const { tokens, faults: refused, tooDeep } = readTokens(text);
  if (tooDeep) return { root: undefined, faults: refused };
  // Equal keys are found later with one set per map: the parser compares each key with all before it.
  const composer = new Composer({ uniqueKeys: false, merge: false, prettyErrors: false, logLevel: 'silent' });
  const [document] = composer.compose(tokens) as Iterable<Document.Parsed>;
  const faults = [...refused, ...syntaxFaults(tokens, document?.errors ?? [], refused, lineOf)];
  if (faults.length > 0 || !document?.contents) return { root: undefined, faults };
  const builder = createBuilder(text);
  const root = builder.build(document.contents, 1, []);
  return { root, faults: builder.faults };
}

/** The size of a value is the number of values in it, and its height the lists and maps inside each other. */
interface Measure {
  size: number;
  height: number;
}

type Anything = ParsedNode | null;

/** Turns the parser's nodes into ours, with every alias tied to what it stands for. */
function createBuilder(text: string): {
  build(node: Anything, depth: number, path: Path): Node;
  faults: Fault[];
} {
  const faults: Fault[] = [];
  const anchors = new Map<string, Node | 'open'>();
  const measures = new WeakMap<Node, Measure>();
  let aliased = 0;
  let deep = false;

  const measureOf = (node: Node): Measure => measures.get(node) ?? { size: 1, height: 0 };
  const tooDeep = (start: number, path: Path): void => {
    if (!deep) faults.push(nestedTooDeeply(start, path));
    deep = true;
  };

  /** A value ends with its last character that can be seen, not with the line ends after it. */
  const spanOf = (start: number, end: number): Span => {
    let last = end;
    while (last > start && /\s/.test(text[last - 1] ?? '')) last -= 1;
    return { start, end: last };
  };

  const buildAlias = (name: string, span: Span, depth: number, path: Path): Node => {
    const nothing: ScalarNode = { kind: 'scalar', ...span, value: null, plain: true };
    const target = anchors.get(name);
    if (target === undefined || target === 'open') {
      const message =
        target === 'open'
          ? `The alias ${quote(`*${name}`)} stands inside the value that it repeats, so it would never end.`
          : `The alias ${quote(`*${name}`)} repeats a value that is not named before it.`;
      const fix = 'Write the value out here. If it is text that starts with `*`, put it in quotes.';
      faults.push(unsafe(span.start, message, fix, path));
      return nothing;
    }
    const { size, height } = measureOf(target);
    const before = aliased;
    aliased += size;
    if (aliased > limits.aliasedValues && before <= limits.aliasedValues) {
      const message = `The aliases up to here stand for more than ${limits.aliasedValues} values.`;
      faults.push(unsafe(span.start, message, 'Write the values out where they are used.', path));
    }
    if (depth - 1 + height > limits.depth) tooDeep(span.start, path);
    const node: Node = { kind: 'alias', ...span, target };
    measures.set(node, { size, height });
    return node;
  };

  const buildEntry = (pair: Pair<ParsedNode, Anything>, depth: number, path: Path): Entry => {
    const key = build(pair.key, depth, path);
    const name = key.kind === 'scalar' ? String(key.value) : '';
    const value = pair.value ? build(pair.value, depth, [...path, name]) : emptyAfter(key);
    return { key, value };
  };

  const buildCollection = (node: YAMLMap.Parsed | YAMLSeq.Parsed, depth: number, path: Path): Node => {
    const [start, end] = node.range;
    // Without brackets it ends where its last entry does; a comment after that is not part of it.
    const endOf = (last: Node | undefined): Span =>
      spanOf(start, node.flow === true ? end : (last?.end ?? end));
    if (isMap(node)) {
      const entries = node.items.map((pair) => buildEntry(pair, depth + 1, path));
      return { kind: 'map', ...endOf(entries.at(-1)?.value), entries };
    }
    const items = node.items.map((item, index) => build(item as Anything, depth + 1, [...path, index]));
    return { kind: 'list', ...endOf(items.at(-1)), items };
  };

  const build = (node: Anything, depth: number, path: Path): Node => {
    const [start, end] = node?.range ?? [0, 0];
    if (isAlias(node)) return buildAlias(node.source, spanOf(start, end), depth, path);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) anchors.set(anchor, 'open');
    let built: Node;
    if (isMap(node) || isSeq(node)) {
      if (depth > limits.depth) tooDeep(start, path);
      built = buildCollection(node, depth, path);
      measures.set(built, measure(built, measureOf));
    } else {
      built = scalarOf(node, spanOf(start, end));
    }
    if (anchor !== undefined) anchors.set(anchor, built);
    return built;
  };
  return { build, faults };
}

function measure(node: Node, measureOf: (node: Node) => Measure): Measure {
  const total: Measure = { size: 1, height: 0 };
  const add = (child: Node): void => {
    const { size, height } = measureOf(child);
    total.size += size;
    total.height = Math.max(total.height, height);
  };
  if (node.kind === 'list') node.items.forEach(add);
  if (node.kind === 'map') for (const { value } of node.entries) add(value);
  return { size: total.size, height: total.height + 1 };
}

function emptyAfter(key: Node): ScalarNode {
  return { kind: 'scalar', start: key.end, end: key.end, value: null, plain: true };
}

function scalarOf(node: Anything, span: Span): ScalarNode {
  const value = isScalar(node) ? (node.value as unknown) : null;
  const known =
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const plain = !isScalar(node) || node.type === 'PLAIN' || node.type === undefined;
  return { kind: 'scalar', ...span, value: known ? value : String(isScalar(node) ? node.source : ''), plain };
}
