/** The fallback if a change cannot be spliced: changes the parsed document and writes all of it. */
import { type Document, Scalar, isCollection, isMap, isNode, isPair, isScalar } from 'yaml';
import { isFlowPlainSafe, quoteYaml } from './quoting.ts';
import { areEqual, isRecord } from './json-value.ts';
import { detectIndentation, parseTree } from './ranges.ts';

/**
 * Passes new strings through the `yaml` package, whose quoting differs from ours (see quoting.ts): each is a
 * harmless placeholder until the document is written, and then gets the right spelling.
 */
class Placeholders {
  readonly #texts: string[] = [];
  readonly #stem: string;

  constructor(text: string) {
    let stem = 'word';
    while (text.includes(stem)) stem += 'x';
    this.#stem = stem;
  }

  /** Replaces every string in the node with a placeholder. */
  hide(node: unknown): void {
    if (isScalar(node) && typeof node.value === 'string') {
      this.#texts.push(node.value);
      node.value = `${this.#stem}q${this.#texts.length - 1}q`;
      node.type = Scalar.PLAIN;
    } else if (isPair(node)) {
      this.hide(node.key);
      this.hide(node.value);
    } else if (isCollection(node)) {
      for (const item of node.items) this.hide(item);
    }
  }

  /** Replaces the placeholders with their strings. */
  reveal(text: string): string {
    return text.replace(new RegExp(`${this.#stem}q(\\d+)q`, 'g'), (_, index: string) => {
      const original = this.#texts[Number(index)] ?? '';
      return isFlowPlainSafe(original) ? original : quoteYaml(original);
    });
  }
}

type Values = Record<string, unknown>;

function change(
  tree: Document,
  placeholders: Placeholders,
  path: readonly string[],
  before: Values,
  after: Values,
): void {
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) tree.deleteIn([...path, key]);
  }
  for (const [key, value] of Object.entries(after)) {
    const known = Object.hasOwn(before, key);
    const at = [...path, key];
    const old = known ? before[key] : undefined;
    if (known && areEqual(old, value)) continue;
    if (isRecord(old) && isRecord(value) && isMap(tree.getIn(at, true))) {
      change(tree, placeholders, at, old, value);
      continue;
    }
    if (known) {
      const node = tree.createNode(value);
      placeholders.hide(node);
      const place = tree.getIn(at, true);
      if (isNode(place)) Object.assign(node, { comment: place.comment, commentBefore: place.commentBefore });
      tree.setIn(at, node);
    } else {
      const pair = tree.createPair(key, value);
      placeholders.hide(pair);
      tree.addIn(path, pair);
    }
  }
}

/** Writes the whole document with the change: comments stay, layout may not. Returns undefined if it cannot. */
export function rewriteWhole(text: string, before: Values, after: Values): string | undefined {
  const tree = parseTree(text);
  const placeholders = new Placeholders(text);
  const { step, listOffset } = detectIndentation(tree.contents);
  try {
    change(tree, placeholders, [], before, after);
    return placeholders.reveal(tree.toString({ indent: step, indentSeq: listOffset > 0, lineWidth: 0 }));
  } catch {
    // For example, an alias whose anchor was in the old value.
    return undefined;
  }
}
