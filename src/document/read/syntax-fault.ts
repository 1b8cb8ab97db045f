import { YAMLException, parseEvents } from 'js-yaml';
import { type Fault, makeInvalidFault, makeUnsafeFault } from './fault.ts';
import { quote } from './quote.ts';
import {
  type Message,
  byReason,
  closingBracket,
  escape,
  followers,
  indentation,
  noColon,
  stillOpenBracket,
  tab,
  trailing,
  unclosedBracket,
  unclosedQuote,
  unknown,
} from './syntax-messages.ts';

/**
 * Explains an error of the YAML parser, at the position where it can be fixed.
 *
 * @param reason the parser's own message
 * @param at offset at which the parser stopped
 */
export function explainSyntaxError(text: string, reason: string, at: number): Fault {
  const makeFault = (start: number, { message, fix }: Message): Fault =>
    makeInvalidFault(start, message, fix);
  if (/tag/.test(reason) && !reason.startsWith('duplication')) {
    // No tag that anyone writes is longer, and the search stays short in a long text.
    const tag = /\S*$/.exec(text.slice(Math.max(at - 200, 0), at))?.[0] ?? '';
    const message = `The tag ${quote(tag)} is not supported; a value is text, a number, true, false, null, a list or a map.`;
    return makeUnsafeFault(at - tag.length, message, 'Remove the tag.');
  }
  if (reason === 'deficient indentation') {
    if (/[\]}]/.test(text[at] ?? '')) return makeFault(at, closingBracket);
    const open = findReasonAtEnd(text.slice(0, at).trimEnd());
    return open.includes('quoted')
      ? makeFault(findOpeningQuote(text, at, open), unclosedQuote)
      : explainOpenBracket(text, at);
  }
  if (reason.startsWith('unexpected end of the stream within a flow')) return explainOpenBracket(text, at);
  if (/within a \w+ quoted/.test(reason)) return makeFault(findOpeningQuote(text, at, reason), unclosedQuote);
  if (reason.startsWith('unknown escape')) return makeFault(at - 1, escape);
  if (reason.startsWith('can not read a block mapping entry'))
    return makeFault(findLineBefore(text, at), noColon);
  if (reason.startsWith('bad indentation of a mapping') || reason.startsWith('end of the stream'))
    return makeFault(...explainFollower(text, at));
  return makeFault(at, byReason.find(([start]) => reason.startsWith(start))?.[1] ?? unknown);
}

/** Brackets that are tried as the open one, from the last one backwards: a bound on the work, not on what is read. */
const mostBrackets = 100;

/** Explains a list or map in brackets that is still open at `at`, at its opening bracket where that is found. */
function explainOpenBracket(text: string, at: number): Fault {
  let start = at;
  for (let tried = 0; tried < mostBrackets && start > 0; tried += 1) {
    start = Math.max(text.lastIndexOf('[', start - 1), text.lastIndexOf('{', start - 1));
    if (start === -1) break;
    // Alone, the text from the open bracket on has one fault: it is not closed.
    if (findReasonAtEnd(text.slice(start, at).trimEnd()).includes('within a flow'))
      return makeInvalidFault(start, unclosedBracket.message, unclosedBracket.fix);
  }
  return makeInvalidFault(at, stillOpenBracket.message, stillOpenBracket.fix);
}

/** Returns the parser's error for truncated text, which names the construct that is still open. */
function findReasonAtEnd(text: string): string {
  try {
    parseEvents(text, {});
    return '';
  } catch (error) {
    return error instanceof YAMLException ? error.reason : '';
  }
}

/** Returns the offset of the quote that is still open at `at`. */
function findOpeningQuote(text: string, at: number, reason: string): number {
  const before = text.slice(0, at);
  if (!reason.includes('single')) {
    for (let found = before.lastIndexOf('"'); found > 0; found = before.lastIndexOf('"', found - 1)) {
      let backslashes = 0;
      while (before[found - 1 - backslashes] === '\\') backslashes += 1;
      if (backslashes % 2 === 0) return found;
    }
    return 0;
  }
  // Two single quotes are an escaped one, so the run with the opening quote has an odd length.
  const runs = [...before.matchAll(/'+/g)].filter(([run]) => run.length % 2 === 1);
  return runs.at(-1)?.index ?? 0;
}

/** Explains what the parser found where it expected the end of a value or of the document. */
function explainFollower(text: string, at: number): [start: number, message: Message] {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(line, at);
  if (/^---\s/.test(before))
    return [
      line + 4,
      { message: 'There is content on the line of the `---`.', fix: 'Move it to the next line.' },
    ];
  if (/^\s*\t/.test(before)) return [line, tab];
  const found = followers.find(([start]) => start.test(text.slice(at, at + 2)))?.[1];
  // The parser reads a line without a colon as text that continues on the next line.
  const above = findLineBefore(text, at);
  if (found === followers[0]?.[1] && above < line && !/: |:$/m.test(text.slice(above, line)))
    return [above, noColon];
  return [at, found ?? (before.trim() === '' && before !== '' ? indentation : trailing)];
}

/** Returns the start of the text on the nearest line above that is not blank, or on this line if there is none. */
function findLineBefore(text: string, at: number): number {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const above = text.slice(0, line).trimEnd();
  const start = above === '' ? line : above.lastIndexOf('\n') + 1;
  return start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0);
}
