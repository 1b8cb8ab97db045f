/** The way out where a change cannot be spliced: the parsed document is changed and written as a whole. */
import { type Document, Scalar, isCollection, isMap, isNode, isPair, isScalar } from 'yaml';
import { isFlowPlainSafe, quoted } from './quoting.ts';
import { areEqual, isRecord } from './json-value.ts';
import { detectIndentation, parseTree } from './ranges.ts';

/**
 * New strings on their way through the `yaml` package, whose quoting is not ours (see plain.ts): each travels as a
 * harmless word that is exchanged for the right spelling at the end.
 */
class Words {
  readonly #texts: string[] = [];
  readonly #stem: string;

  constructor(text: string) {
    let stem = 'word';
    while (text.includes(stem)) stem += 'x';
    this.#stem = stem;
  }

  /** Exchanges every string in the node for a word. */
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

  /** Puts the strings in the place of the words. */
  reveal(text: string): string {
    return text.replace(new RegExp(`${this.#stem}q(\\d+)q`, 'g'), (_, index: string) => {
      const original = this.#texts[Number(index)] ?? '';
      return isFlowPlainSafe(original) ? original : quoted(original);
    });
  }
}

type Values = Record<string, unknown>;

function change(tree: Document, words: Words, path: readonly string[], before: Values, after: Values): void {
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) tree.deleteIn([...path, key]);
  }
  for (const [key, value] of Object.entries(after)) {
    const known = Object.hasOwn(before, key);
    const at = [...path, key];
    const old = known ? before[key] : undefined;
    if (known && areEqual(old, value)) continue;
    if (isRecord(old) && isRecord(value) && isMap(tree.getIn(at, true))) {
      change(tree, words, at, old, value);
      continue;
    }
    if (known) {
      const node = tree.createNode(value);
      words.hide(node);
      const place = tree.getIn(at, true);
      if (isNode(place)) Object.assign(node, { comment: place.comment, commentBefore: place.commentBefore });
      tree.setIn(at, node);
    } else {
      const pair = tree.createPair(key, value);
      words.hide(pair);
      tree.addIn(path, pair);
    }
  }
}

/** The text of the whole document with the change made: comments stay, layout may not. Undefined where it cannot. */
export function rewriteWhole(text: string, before: Values, after: Values): string | undefined {
  const tree = parseTree(text);
  const words = new Words(text);
  const { step, listOffset } = detectIndentation(tree.contents);
  try {
    change(tree, words, [], before, after);
    return words.reveal(tree.toString({ indent: step, indentSeq: listOffset > 0, lineWidth: 0 }));
  } catch {
    // For instance an alias whose anchor went away with the old value.
    return undefined;
  }
}
