import { describe, expect, it } from 'vitest';
import { readKind, readText, formatFindings } from './reading.ts';

const quoted =
  "The quoted text that starts here is never closed. > Add the closing quote; inside the text write \\\" (in double quotes) or '' (in single quotes).";
const bracket =
  'The list or map that starts with a bracket here is not closed before the next entry. > Add the closing `]` or `}`, and indent the lines inside the brackets.';
const commas =
  'The entries between these brackets are not separated by exactly one comma. > Write one comma between two entries.';
const inside =
  'There is another `key: value` inside a value that has already started. > Put text that contains a colon and a space in quotes, and indent the next line like its neighbors.';
const noColon =
  'This line should be `key: value`, but has no colon with a space after it. > Add the colon and a value. If the line continues the text above, indent it deeper than its key.';
const start = 'Text without quotes cannot start with this character. > Put the text in quotes.';
const after =
  'Something follows here after the end of a value. > Write one entry per line and a space after each colon; put text that contains quotes in quotes.';
const indentation =
  'The indentation of this line fits no line above it. > Give the entries of one list or map the same indentation, in spaces.';
const escape =
  'A backslash in double quotes starts an escape, and this one does not exist. > Write a backslash as \\\\, or use single quotes.';
const noKey = 'The key here is empty; a key must be text. > Write a key before the colon.';
const twoAnchors = 'A value has two anchors. > Remove one of them.';

const rows: readonly (readonly [name: string, text: string, findings: readonly string[]])[] = [
  ['double quote', 'a: "b', [`1:4 invalid > ${quoted}`]],
  ['single quote', "a: 'b\nc: d\n", [`1:4 invalid > ${quoted}`]],
  ['quote that ends in an escape', 'a: "b\\"\n', [`1:4 invalid > ${quoted}`]],
  ['bracket', 'a: [1, 2\nb: 3\n', [`1:4 invalid > ${bracket}`]],
  ['brace', 'a: {b: 1\nc: 2\n', [`1:4 invalid > ${bracket}`]],
  ['bracket around everything', '[1, 2\n', [`1:1 invalid > ${bracket}`]],
  ['two brackets', 'a: [\n  [1, 2\n', [`2:3 invalid > ${bracket}`]],
  ['colon inside a value', 'a: b: c\n', [`1:5 invalid > ${inside}`]],
  ['deeper line after a value', 'a: 1\n  b: 2\n', [`2:4 invalid > ${inside}`]],
  ['indentation between two lines', 'a:\n    b: 1\n  c: 2\n', [`3:3 invalid > ${indentation}`]],
  ['tab', 'a:\n\tb: 1\n', ['2:1 invalid > This line is indented with a tab. > Indent with spaces.']],
  ['line without a colon', 'a: 1\nb\nc: 2\n', [`2:1 invalid > ${noColon}`]],
  ['reserved start', 'a: @x\nb: 1\n', [`1:4 invalid > ${start}`]],
  ['unknown escape', 'a: "\\q"\n', [`1:5 invalid > ${escape}`]],
  ['escape beyond Unicode', 'a: "x\\U00110000y"\n', [`1:6 invalid /a > ${escape}`]],
  ['escape of the largest number', 'a: "\\\\\\UFFFFFFFF"\n', [`1:7 invalid /a > ${escape}`]],
  ['text after a quoted text', 'a: "x" y\n', [`1:8 invalid > ${after}`]],
  ['list with a map after it', '- a\nb: 1\nc: 2\n', [`2:1 invalid > ${after}`]],
  ['no comma', 'a: ["x" "y"]\n', [`1:9 invalid > ${commas}`]],
  ['two commas', 'a: [1,,2]\n', [`1:7 invalid > ${commas}`]],
  [
    'extra bracket',
    'a: ]\n',
    [
      '1:4 invalid > This closing bracket has no opening one. > Remove it, or put the text that it belongs to in quotes.',
    ],
  ],
  [
    'comment without a space',
    'b: "x"#y\n',
    [
      '1:7 invalid > A `#` follows a value without a space. > Put a space before a comment, or the whole value in quotes.',
    ],
  ],
  [
    'text after a block indicator',
    'a: |x\n  y\n',
    ['1:5 invalid > Text follows the `|` or `>` on its line. > Start the text on the next line, indented.'],
  ],
  [
    'list on the line of its key',
    'a: - b\n',
    [
      '1:4 invalid > A list cannot start on the line of its key. > Start each entry of a list on its own line, indented below its key.',
    ],
  ],
  ['two anchors', '&a &b c\n', [`1:4 invalid > ${twoAnchors}`]],
  [
    'content on the line of the document marker',
    '--- a: 1\n',
    ['1:5 invalid > There is content on the line of the `---`. > Move it to the next line.'],
  ],
  ['the first of several', 'a: b: c\nd: @x\ne: "x" y\n', [`1:5 invalid > ${inside}`]],
  [
    'an unknown tag',
    'a: !x!y b\n',
    [
      '1:4 unsafe > The tag `!x!y` is not supported; a value is text, a number, true, false, null, a list or a map. > Remove the tag.',
    ],
  ],
  [
    'a tag that does not fit',
    'a: !!map [1]\n',
    ['1:4 unsafe > The tag `!!map` does not fit: the value here is a list. > Remove the tag.'],
  ],
  [
    'a directive, and a fault after it',
    '%YAML 1.1\n---\nc: "d\n',
    [
      '1:1 unsafe > Directives such as `%YAML 1.1` are not supported; every file is YAML 1.2. > Remove the line, and the `---` line after it.',
      `3:4 invalid > ${quoted}`,
    ],
  ],
  ['a bracket after closed ones', '{"a": [1, "]"], "b": {"c": [2], "d": 1\n', [`1:22 invalid > ${bracket}`]],
  [
    'a closing bracket below its key',
    'a: [\n  1,\n]\n',
    [
      '3:1 invalid > This closing bracket is not indented deeper than the key of its list or map. > Indent it by at least one space.',
    ],
  ],
  ['an apostrophe in a quoted text', "a: 'it's'\n", [`1:8 invalid > ${after}`]],
  ['an apostrophe in an open text', 'a: "it\'s\nb: 1\n', [`1:4 invalid > ${quoted}`]],
  ['escaped quotes in an open text', "a: '''x''\nb: 1\n", [`1:4 invalid > ${quoted}`]],
  ['no space after the colon', 'a:1\nb: 2\n', [`1:1 invalid > ${noColon}`]],
  [
    'a tab before the first key',
    '\ta: 1\n',
    ['1:1 invalid > This line is indented with a tab. > Indent with spaces.'],
  ],
];

describe('syntax errors', () => {
  it.each(rows)('%s', (_, text, findings) => {
    expect(formatFindings(readText(text))).toEqual(findings);
  });

  it('are not followed by schema faults', async () => {
    expect(formatFindings(await readKind('answers', 'kind: answers\nfoo: "b\n'))).toEqual([
      `2:6 invalid > ${quoted}`,
    ]);
  });

  it('never repeat unsafe text of the file', () => {
    const read = readText('a: "\\\u001B[31m"\nb: !\u001B[2J x\n%\u0007\n');
    const words = formatFindings(read).join('\n');
    expect(read.ok).toBe(false);
    expect(words.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('keys', () => {
  it.each([
    [
      'a number',
      '1: a\n',
      '1:1 invalid > The key here is the number `1`; a key must be text. > Put the key in quotes: "1".',
    ],
    [
      'a boolean',
      'true: a\n',
      '1:1 invalid > The key here is the boolean `true`; a key must be text. > Put the key in quotes: "true".',
    ],
    ['nothing', ': a\n', `1:1 invalid > ${noKey}`],
    ['null', '~: a\n', `1:1 invalid > ${noKey}`],
    [
      'a list',
      '? [a]\n: b\n',
      '1:3 invalid > The key here is a list; a key must be text. > Write the key as plain text.',
    ],
    [
      'a map',
      '{a: 1}: b\n',
      '1:1 invalid > The key here is a map; a key must be text. > Write the key as plain text.',
    ],
    [
      'an alias',
      'x: &x y\n*x : b\n',
      '2:1 invalid > The key here is an alias; a key must be text. > Write the key as plain text.',
    ],
    [
      'a duplicate',
      'a: 1\nb: 2\n"a": 3\n',
      '3:1 unsafe /a > The key `a` on line 3 is already given on line 1. > Keep one of them.',
    ],
    [
      'a duplicate on the same line',
      '{a: 1, a: 2}\n',
      '1:8 unsafe /a > The key `a` on line 1 is already given earlier on line 1. > Keep one of them.',
    ],
  ])('%s', (_, text, finding) => {
    expect(formatFindings(readText(text))).toEqual([finding]);
  });

  it('that occur three times have two faults, both with the first', () => {
    const words = formatFindings(readText('a: 1\na: 2\na: 3\n'));
    expect(words.map((finding) => finding.slice(0, finding.indexOf('.')))).toEqual([
      '2:1 unsafe /a > The key `a` on line 2 is already given on line 1',
      '3:1 unsafe /a > The key `a` on line 3 is already given on line 1',
    ]);
  });

  it('that only look special are read', () => {
    const read = readText('"<<": 1\ntoString: 2\nhasOwnProperty: 3\n"1": 4\n');
    expect(read.ok && read.document.value).toEqual({ '<<': 1, toString: 2, hasOwnProperty: 3, '1': 4 });
  });
});

describe('core tags', () => {
  it('are read', () => {
    const read = readText('a: !!str 1\nb: !!int "2"\nc: !<tag:yaml.org,2002:str> true\nd: !!seq [1]\n');
    expect(read.ok && read.document.value).toEqual({ a: '1', b: 2, c: 'true', d: [1] });
  });
});
