import type { ErrorCode } from 'yaml';

/** What a syntax error means and what to do about it. */
export interface Words {
  readonly message: string;
  readonly fix: string;
}

const unclosedQuote: Words = {
  message: 'The quoted text that starts here is never closed.',
  fix: "Add the closing quote; inside the text write \\\" (in double quotes) or '' (in single quotes).",
};

const unclosedBracket: Words = {
  message: 'The list or map that starts with a bracket here is not closed before the next entry.',
  fix: 'Add the closing `]` or `}`, and indent the lines inside the brackets.',
};

/** The parser's own text is only looked at to tell causes apart; it can hold parts of the file. */
const byText: readonly [text: RegExp, words: Words][] = [
  [/^Missing closing/, unclosedQuote],
  [/^(Flow|Expected flow)/, unclosedBracket],
  [
    /^Missing ,|^Unexpected , /,
    {
      message: 'The entries between these brackets are not separated by exactly one comma.',
      fix: 'Write one comma between two entries.',
    },
  ],
  [
    /^Unexpected empty item/,
    { message: 'There is an empty entry between commas here.', fix: 'Remove the extra comma.' },
  ],
  [
    /^Missing space after :/,
    { message: 'A space is missing after the colon.', fix: 'Write a space after `:`.' },
  ],
  [
    /^Comments must/,
    {
      message: 'A `#` follows a value without a space.',
      fix: 'Put a space before a comment, or the whole value in quotes.',
    },
  ],
  [
    /^Implicit map keys need/,
    {
      message: 'This line should be `key: value`, but has no colon with a space after it.',
      fix: 'Add the colon and a value. If the line goes on with the text above, indent it deeper than its key.',
    },
  ],
  [
    /^Sequence item without/,
    { message: 'This entry of the list does not start with `- `.', fix: 'Put `- ` before it.' },
  ],
  [
    /more-indented leading empty lines/,
    {
      message: 'The empty lines at the start of this text block are indented deeper than its text.',
      fix: 'Remove the spaces from the empty lines.',
    },
  ],
  [
    /^Block collection cannot start on same line/,
    { message: 'Content stands on the line of the `---`.', fix: 'Move it to the next line.' },
  ],
  [
    /at node end$/,
    {
      message: 'Something follows here after the end of a value.',
      fix: 'Write one entry per line and a space after each colon; put text that holds quotes into quotes as a whole.',
    },
  ],
  [
    /block-seq-ind on same line/,
    {
      message: 'A list cannot start on the line of its key, or where a key is expected.',
      fix: 'Start each entry of a list on a line of its own, indented below its key.',
    },
  ],
  [
    /flow-(map|seq)-end/,
    {
      message: 'This closing bracket has no opening one.',
      fix: 'Remove it, or put the text that it belongs to in quotes.',
    },
  ],
  [
    /^Block scalar header/,
    {
      message: 'Text follows the `|` or `>` on its line.',
      fix: 'Start the text on the next line, indented.',
    },
  ],
];

const indentation: Words = {
  message: 'The indentation of this line fits no line above it.',
  fix: 'Give the entries of one list or map the same indentation, in spaces.',
};

const longKey: Words = {
  message: 'The key before the colon is longer than 1,024 characters, or runs over several lines.',
  fix: 'Shorten the key; put text that holds a colon in quotes.',
};

const byCode: Partial<Record<ErrorCode, Words>> = {
  TAB_AS_INDENT: { message: 'This line is indented with a tab.', fix: 'Indent with spaces.' },
  BAD_INDENT: indentation,
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'There is another `key: value` inside a value that has already begun.',
    fix: 'Put text that holds a colon and a space in quotes, and give the next line the indentation of its neighbours.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'A key must stand on one line, with a colon and a space after it.',
    fix: 'Check the colon, the quotes and the indentation of this line.',
  },
  KEY_OVER_1024_CHARS: longKey,
  BAD_SCALAR_START: {
    message: 'Text without quotes cannot start with this character.',
    fix: 'Put the text in quotes.',
  },
  BAD_DQ_ESCAPE: {
    message: 'A backslash in double quotes starts an escape, and this one does not exist.',
    fix: 'Write a backslash as \\\\, or use single quotes.',
  },
  BLOCK_IN_FLOW: {
    message: 'Between brackets, lists and maps must be in brackets too.',
    fix: 'Write the inner one in brackets, or all of it without.',
  },
  ALIAS_PROPS: {
    message: 'An alias cannot have an anchor or a tag.',
    fix: 'Remove what stands before the `*`.',
  },
  BAD_ALIAS: {
    message: 'The name of an anchor or alias is missing or ends in a colon.',
    fix: 'Put text that starts with `&` or `*` in quotes.',
  },
  MULTIPLE_ANCHORS: { message: 'A value has two anchors.', fix: 'Remove one of them.' },
  MULTIPLE_TAGS: { message: 'A value has two tags.', fix: 'Remove one of them.' },
};

const unknown: Words = {
  message: 'The YAML is not well formed here.',
  fix: 'Check the quotes, brackets, colons and indentation of this line and the one above.',
};

/** Our words for an error of the YAML parser. */
export function wordsFor(code: ErrorCode, text: string): Words {
  return byText.find(([pattern]) => pattern.test(text))?.[1] ?? byCode[code] ?? unknown;
}

/** What an error says was left open: its place is where it was opened, not where the text ran out. */
export function leftOpen(words: Words): 'quote' | 'bracket' | undefined {
  if (words === unclosedQuote) return 'quote';
  return words === unclosedBracket ? 'bracket' : undefined;
}
