import { YAMLException, parseEvents } from 'js-yaml';
import { type Fault, makeInvalidFault, makeUnsafeFault } from './fault.ts';
import { quote } from './quote.ts';
import {
  type Message,
  byReason,
  closingBracket,
  escape,
  followers,
  detectIndentation,
  noColon,
  tab,
  trailing,
  unclosedBracket,
  unclosedQuote,
  unknown,
} from './syntax-messages.ts';

/**
 * Explains an error of the YAML parser, at the place where it can be mended.
 *
 * @param reason the parser's own text
 * @param at where the parser stopped
 */
export function explainSyntaxError(text: string, reason: string, at: number): Fault {
  const fault = (start: number, { message, fix }: Message): Fault => makeInvalidFault(start, message, fix);
  if (/tag/.test(reason) && !reason.startsWith('duplication')) {
    // No tag that anyone writes is longer, and the search stays short in a long text.
    const tag = /\S*$/.exec(text.slice(Math.max(at - 200, 0), at))?.[0] ?? '';
    const message = `The tag ${quote(tag)} is not supported; a value is text, a number, true, false, null, a list or a map.`;
    return makeUnsafeFault(at - tag.length, message, 'Remove the tag.');
  }
  if (reason === 'deficient indentation') {
    if (/[\]}]/.test(text[at] ?? '')) return fault(at, closingBracket);
    const open = reasonAtEnd(text.slice(0, at).trimEnd());
    return open.includes('quoted')
      ? fault(openingQuote(text, at, open), unclosedQuote)
      : fault(at, unclosedBracket);
  }
  if (/within a \w+ quoted/.test(reason)) return fault(openingQuote(text, at, reason), unclosedQuote);
  if (reason.startsWith('unknown escape')) return fault(at - 1, escape);
  if (reason.startsWith('can not read a block mapping entry')) return fault(lineBefore(text, at), noColon);
  if (reason.startsWith('bad indentation of a mapping') || reason.startsWith('end of the stream'))
    return fault(...follower(text, at));
  return fault(at, byReason.find(([start]) => reason.startsWith(start))?.[1] ?? unknown);
}

/** What the parser says of a text that is cut off: it names what was left open. */
function reasonAtEnd(text: string): string {
  try {
    parseEvents(text, {});
    return '';
  } catch (error) {
    return error instanceof YAMLException ? error.reason : '';
  }
}

/** The quote that opened the text that is still open at a place: between the two no quote of its kind closes it. */
function openingQuote(text: string, at: number, reason: string): number {
  const before = text.slice(0, at);
  if (!reason.includes('single')) {
    for (let found = before.lastIndexOf('"'); found > 0; found = before.lastIndexOf('"', found - 1)) {
      let backslashes = 0;
      while (before[found - 1 - backslashes] === '\\') backslashes += 1;
      if (backslashes % 2 === 0) return found;
    }
    return 0;
  }
  // Two single quotes together are an escaped one, so the opening quote makes its run odd.
  const runs = [...before.matchAll(/'+/g)].filter(([run]) => run.length % 2 === 1);
  return runs.at(-1)?.index ?? 0;
}

/** What is wrong where the parser expected the end of a value or of the document, and where. */
function follower(text: string, at: number): [start: number, message: Message] {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(line, at);
  if (/^---\s/.test(before))
    return [
      line + 4,
      { message: 'Content stands on the line of the `---`.', fix: 'Move it to the next line.' },
    ];
  if (/^\s*\t/.test(before)) return [line, tab];
  const found = followers.find(([start]) => start.test(text.slice(at, at + 2)))?.[1];
  // A line without a colon is taken for text that the next line goes on with.
  const above = lineBefore(text, at);
  if (found === followers[0]?.[1] && above < line && !/: |:$/m.test(text.slice(above, line)))
    return [above, noColon];
  return [at, found ?? (before.trim() === '' && before !== '' ? detectIndentation : trailing)];
}

/** The start of the text of the nearest line above a place that is not blank; the line of the place if there is none. */
function lineBefore(text: string, at: number): number {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const above = text.slice(0, line).trimEnd();
  const start = above === '' ? line : above.lastIndexOf('\n') + 1;
  return start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0);
}
