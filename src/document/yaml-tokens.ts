import { type CST, Lexer, Parser } from 'yaml';
import { type Fault, unsafe } from './fault.ts';
import { limits } from './limits.ts';
import { quote } from './quote.ts';

/** The tokens of the one document of a text, what is refused about them, and what was left open. */
export interface Tokens {
  readonly tokens: readonly CST.Token[];
  readonly faults: readonly Fault[];
  /** Whether reading ended early because of the nesting, so that nothing may be composed. */
  readonly tooDeep: boolean;
}

/** Tags that only name what plain YAML has anyway. */
const coreTag =
  /^(!!(str|int|float|bool|null|map|seq)|!<tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)>)$/;

/**
 * Reads the tokens of a text piece by piece, so that nesting is known before anything is built from it:
 * composing goes down one call per level, and deep flow nesting aborts the process there.
 */
export function readTokens(text: string): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const faults: Fault[] = [];
  let ended = false;
  for (const piece of new Lexer().lex(text)) {
    for (const token of parser.next(piece)) {
      tokens.push(token);
      ended ||= token.type === 'document';
    }
    const deep = tooDeepAt(parser.stack);
    if (deep !== undefined) return { tokens, faults: [...faults, deep], tooDeep: true };
    const [open] = parser.stack;
    if (ended && open?.type === 'document') {
      faults.push(
        unsafe(
          open.offset,
          'A second YAML document starts here; a file holds one.',
          'Remove the `---` or `...` line before it, or move it into a file of its own.',
        ),
      );
      break;
    }
  }
  if (faults.length === 0) for (const token of parser.end()) tokens.push(token);
  return { tokens, faults: [...faults, ...findFeatures(tokens)], tooDeep: false };
}

/** The fault of nesting more deeply than allowed, with its place. */
export function nestedTooDeeply(start: number, path: Fault['path'] = []): Fault {
  const message = `Lists and maps are nested more than ${limits.depth} deep here.`;
  return unsafe(start, message, 'Take levels of nesting out.', path);
}

function tooDeepAt(stack: readonly CST.Token[]): Fault | undefined {
  if (stack.length <= limits.depth) return undefined;
  let depth = 0;
  for (const token of stack) {
    if (token.type !== 'block-map' && token.type !== 'block-seq' && token.type !== 'flow-collection')
      continue;
    depth += 1;
    if (depth > limits.depth) return nestedTooDeeply(token.offset);
  }
  return undefined;
}

/** Every token below some, without recursion. The order is not that of the text. */
export function* allTokens(tokens: readonly CST.Token[]): Generator<CST.Token> {
  const waiting: CST.Token[] = [];
  const wait = (more: readonly (CST.Token | null | undefined)[] | undefined): void => {
    for (const token of more ?? []) if (token) waiting.push(token);
  };
  wait(tokens);
  for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
    yield token;
    if (token.type === 'block-scalar') wait(token.props);
    if ('start' in token) wait(Array.isArray(token.start) ? token.start : [token.start]);
    if ('end' in token) wait(token.end);
    if (token.type === 'document') wait([token.value]);
    if (!('items' in token)) continue;
    for (const { start, key, sep, value } of token.items) {
      wait(start);
      wait(sep);
      wait([key, value]);
    }
  }
}

/** Features of YAML that change what a file means, or that let a small file unfold into a large one. */
function findFeatures(tokens: readonly CST.Token[]): Fault[] {
  const faults: Fault[] = [];
  const uses: Record<'anchor' | 'alias', number[]> = { anchor: [], alias: [] };
  for (const token of allTokens(tokens)) {
    if (token.type === 'anchor' || token.type === 'alias') uses[token.type].push(token.offset);
    if (token.type === 'directive') {
      const message = `Directives such as ${quote(token.source)} are not supported; every file is YAML 1.2.`;
      faults.push(unsafe(token.offset, message, 'Remove the line, and the `---` line after it.'));
    }
    if (token.type === 'tag' && !coreTag.test(token.source)) {
      const message = `The tag ${quote(token.source)} is not supported; a value is text, a number, true, false, null, a list or a map.`;
      faults.push(unsafe(token.offset, message, 'Remove the tag.'));
    }
  }
  for (const [name, plural] of [
    ['anchor', 'anchors (`&name`)'],
    ['alias', 'aliases (`*name`)'],
  ] as const) {
    const extra = uses[name].toSorted((a, b) => a - b)[limits.aliases];
    if (extra === undefined) continue;
    const message = `The file has ${uses[name].length} ${plural}; at most ${limits.aliases} are read.`;
    faults.push(unsafe(extra, message, 'Write the values out where they are used.'));
  }
  return faults;
}
