import type { CST, YAMLError } from 'yaml';
import { type Fault, invalid } from './fault.ts';
import { leftOpen, wordsFor } from './syntax-words.ts';
import { allTokens } from './yaml-tokens.ts';

/**
 * The syntax errors of a text in our words, in order of place. One mistake often makes a parser stumble
 * several times: of each line only the first is kept, and of what comes after the end of the document.
 *
 * @param refused what is already refused: the parser's errors on the same lines say the same again
 * @param lineOf the line of an offset
 */
export function syntaxFaults(
  tokens: readonly CST.Token[],
  errors: readonly YAMLError[],
  refused: readonly Fault[],
  lineOf: (offset: number) => number,
): Fault[] {
  if (errors.length === 0) return [];
  const opened = createOpened(tokens);
  const lines = new Set(refused.map(({ start }) => lineOf(start)));
  const faults: Fault[] = [];
  let afterEnd = false;
  for (const { code, message, pos } of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    // The tag or the directive behind these is refused already.
    if (code === 'TAG_RESOLVE_FAILED' || message.includes('directives-end indicator')) continue;
    if (afterEnd && message.includes(outside)) continue;
    afterEnd ||= message.includes(outside);
    const words = wordsFor(code, message);
    const kind = leftOpen(words);
    const start = (kind && opened[kind](pos[0])) ?? pos[0];
    const line = lineOf(start);
    if (lines.has(line)) continue;
    lines.add(line);
    faults.push(invalid(start, words.message, words.fix));
  }
  return faults;
}

/** Words of the parser for everything that follows the end of the document. */
const outside = 'in YAML stream';

type Take = (offset: number) => number | undefined;

/** Gives out the start of the last quote or bracket before an offset that is never closed, each once. */
function createOpened(tokens: readonly CST.Token[]): Record<'quote' | 'bracket', Take> {
  const starts: Record<'quote' | 'bracket', number[]> = { quote: [], bracket: [] };
  for (const token of allTokens(tokens)) {
    const isQuoted = token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar';
    if (isQuoted && !isClosed(token.source)) starts.quote.push(token.offset);
    if (
      token.type === 'flow-collection' &&
      !token.end.some(({ type }) => /^flow-(map|seq)-end$/.test(type))
    ) {
      starts.bracket.push(token.offset);
    }
  }
  return { quote: takeInOrder(starts.quote), bracket: takeInOrder(starts.bracket) };
}

/** The offsets asked about only grow, so that each start is looked at once. */
function takeInOrder(starts: number[]): Take {
  const waiting = starts.toSorted((a, b) => b - a);
  const passed: number[] = [];
  return (offset) => {
    for (let next = waiting.at(-1); next !== undefined && next < offset; next = waiting.at(-1)) {
      passed.push(next);
      waiting.pop();
    }
    return passed.pop();
  };
}

function isClosed(source: string): boolean {
  const [mark] = source;
  for (let at = 1; at < source.length; at += 1) {
    if (mark === '"' && source[at] === '\\') at += 1;
    else if (source[at] === mark) {
      if (mark === '"' || source[at + 1] !== mark) return true;
      at += 1;
    }
  }
  return false;
}
