import { YAMLException, parseEvents } from 'js-yaml';
import { type Fault, invalid, unsafe } from './fault.ts';
import { quote } from './quote.ts';

/** What a syntax error means and what to do about it. */
interface Message {
  readonly message: string;
  readonly fix: string;
}

const unclosedQuote: Message = {
  message: 'The quoted text that starts here is never closed.',
  fix: "Add the closing quote; inside the text write \\\" (in double quotes) or '' (in single quotes).",
};

const unclosedBracket: Message = {
  message: 'A list or map in brackets is still open here.',
  fix: 'Add the closing `]` or `}` before this place, or indent the lines inside the brackets.',
};

const closingBracket: Message = {
  message: 'This closing bracket is not indented deeper than the key of its list or map.',
  fix: 'Indent it by at least one space.',
};

const noColon: Message = {
  message: 'This line should be `key: value`, but has no colon with a space after it.',
  fix: 'Add the colon and a value. If the line goes on with the text above, indent it deeper than its key.',
};

const tab: Message = { message: 'This line is indented with a tab.', fix: 'Indent with spaces.' };

const comma: Message = {
  message: 'The entries between these brackets are not separated by exactly one comma.',
  fix: 'Write one comma between two entries.',
};

const anchorName: Message = {
  message: 'The name of an anchor or alias is missing.',
  fix: 'Put text that starts with `&` or `*` in quotes.',
};

const escape: Message = {
  message: 'A backslash in double quotes starts an escape, and this one does not exist.',
  fix: 'Write a backslash as \\\\, or use single quotes.',
};

const control: Message = {
  message: 'YAML does not allow the control character here.',
  fix: 'Remove it.',
};

const indentation: Message = {
  message: 'The indentation of this line fits no line above it.',
  fix: 'Give the entries of one list or map the same indentation, in spaces.',
};

const trailing: Message = {
  message: 'Something follows here after the end of a value.',
  fix: 'Write one entry per line and a space after each colon; put text that holds quotes into quotes as a whole.',
};

/** What follows a value on its line or below it, by its first characters: the parser has one error for all. */
const followers: readonly [text: RegExp, message: Message][] = [
  [
    /^:(?:\s|$)/,
    {
      message: 'There is another `key: value` inside a value that has already begun.',
      fix: 'Put text that holds a colon and a space in quotes, and give the next line the indentation of its neighbors.',
    },
  ],
  [
    /^[@`%]/,
    { message: 'Text without quotes cannot start with this character.', fix: 'Put the text in quotes.' },
  ],
  [
    /^[\]}]/,
    {
      message: 'This closing bracket has no opening one.',
      fix: 'Remove it, or put the text that it belongs to in quotes.',
    },
  ],
  [
    /^#/,
    {
      message: 'A `#` follows a value without a space.',
      fix: 'Put a space before a comment, or the whole value in quotes.',
    },
  ],
  [
    /^-\s/,
    {
      message: 'A list cannot start on the line of its key.',
      fix: 'Start each entry of a list on a line of its own, indented below its key.',
    },
  ],
];

/** Errors of the parser that mean one thing. Only their start is compared: the rest can hold text of the file. */
const byReason: readonly [reason: string, message: Message][] = [
  ['tab characters', tab],
  ['missed comma', comma],
  ['expected the node content', comma],
  ['unexpected end of the stream within a flow', unclosedBracket],
  ['bad indentation of a sequence entry', indentation],
  ['expected hexadecimal character', escape],
  ['expected valid JSON character', control],
  ['the stream contains non-printable', control],
  ['name of an a', anchorName],
  [
    'a line break is expected',
    {
      message: 'Text follows the `|` or `>` on its line.',
      fix: 'Start the text on the next line, indented.',
    },
  ],
  [
    'alias node',
    { message: 'An alias cannot have an anchor or a tag.', fix: 'Remove what stands before the `*`.' },
  ],
  ['duplication of an anchor', { message: 'A value has two anchors.', fix: 'Remove one of them.' }],
  ['duplication of a tag', { message: 'A value has two tags.', fix: 'Remove one of them.' }],
  [
    'a whitespace character is expected',
    { message: 'A space is missing after the colon.', fix: 'Write a space after `:`.' },
  ],
];

const unknown: Message = {
  message: 'The YAML is not well formed here.',
  fix: 'Check the quotes, brackets, colons and indentation of this line and the one above.',
};

/**
 * Explains an error of the YAML parser, at the place where it can be mended.
 *
 * @param reason the parser's own text
 * @param at where the parser stopped
 */
export function syntaxFault(text: string, reason: string, at: number): Fault {
  const fault = (start: number, { message, fix }: Message): Fault => invalid(start, message, fix);
  if (/tag/.test(reason) && !reason.startsWith('duplication')) {
    const tag = /\S*$/.exec(text.slice(0, at))?.[0] ?? '';
    const message = `The tag ${quote(tag)} is not supported; a value is text, a number, true, false, null, a list or a map.`;
    return unsafe(at - tag.length, message, 'Remove the tag.');
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
      const backslashes = /\\*$/.exec(before.slice(0, found))?.[0].length ?? 0;
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
  return [at, found ?? (before.trim() === '' && before !== '' ? indentation : trailing)];
}

/** The start of the text of the nearest line above a place that is not blank; the line of the place if there is none. */
function lineBefore(text: string, at: number): number {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const above = text.slice(0, line).trimEnd();
  const start = above === '' ? line : above.lastIndexOf('\n') + 1;
  return start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0);
}
