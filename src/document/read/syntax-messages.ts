/** Explains a syntax error and how to fix it. */
export interface Message {
  readonly message: string;
  readonly fix: string;
}

export const unclosedQuote: Message = {
  message: 'The quoted text that starts here is never closed.',
  fix: "Add the closing quote; inside the text write \\\" (in double quotes) or '' (in single quotes).",
};

export const unclosedBracket: Message = {
  message: 'The list or map that starts with a bracket here is not closed before the next entry.',
  fix: 'Add the closing `]` or `}`, and indent the lines inside the brackets.',
};

export const stillOpenBracket: Message = {
  message: 'A list or map in brackets is still open here.',
  fix: 'Add the closing `]` or `}` before this position, or indent the lines inside the brackets.',
};

export const closingBracket: Message = {
  message: 'This closing bracket is not indented deeper than the key of its list or map.',
  fix: 'Indent it by at least one space.',
};

export const noColon: Message = {
  message: 'This line should be `key: value`, but has no colon with a space after it.',
  fix: 'Add the colon and a value. If the line continues the text above, indent it deeper than its key.',
};

export const tab: Message = { message: 'This line is indented with a tab.', fix: 'Indent with spaces.' };

const comma: Message = {
  message: 'The entries between these brackets are not separated by exactly one comma.',
  fix: 'Write one comma between two entries.',
};

const anchorName: Message = {
  message: 'The name of an anchor or alias is missing.',
  fix: 'Put text that starts with `&` or `*` in quotes.',
};

export const escape: Message = {
  message: 'A backslash in double quotes starts an escape, and this one does not exist.',
  fix: 'Write a backslash as \\\\, or use single quotes.',
};

const control: Message = {
  message: 'YAML does not allow the control character here.',
  fix: 'Remove it.',
};

export const indentation: Message = {
  message: 'The indentation of this line fits no line above it.',
  fix: 'Give the entries of one list or map the same indentation, in spaces.',
};

export const trailing: Message = {
  message: 'Something follows here after the end of a value.',
  fix: 'Write one entry per line and a space after each colon; put text that contains quotes in quotes.',
};

/** Messages by the text that follows a value, on its line or below. The parser has one error for all of them. */
export const followers: readonly [text: RegExp, message: Message][] = [
  [
    /^:(?:\s|$)/,
    {
      message: 'There is another `key: value` inside a value that has already started.',
      fix: 'Put text that contains a colon and a space in quotes, and indent the next line like its neighbors.',
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
      fix: 'Start each entry of a list on its own line, indented below its key.',
    },
  ],
];

/** Messages for parser errors with one meaning, matched by prefix: the rest can contain text of the file. */
export const byReason: readonly [reason: string, message: Message][] = [
  ['tab characters', tab],
  ['missed comma', comma],
  ['expected the node content', comma],
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
    { message: 'An alias cannot have an anchor or a tag.', fix: 'Remove what is before the `*`.' },
  ],
  ['duplication of an anchor', { message: 'A value has two anchors.', fix: 'Remove one of them.' }],
  ['duplication of a tag', { message: 'A value has two tags.', fix: 'Remove one of them.' }],
  [
    'a whitespace character is expected',
    { message: 'A space is missing after the colon.', fix: 'Write a space after `:`.' },
  ],
];

export const unknown: Message = {
  message: 'The YAML is not well formed here.',
  fix: 'Check the quotes, brackets, colons and indentation of this line and the one above.',
};
