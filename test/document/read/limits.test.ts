/** Longer than 200 lines: a table of hostile files, with the limits that each exceeds. */
import { readFileSync, readdirSync } from 'node:fs';
import { readValue } from '#document/read/read-document.ts';
import { describe, expect, it } from 'vitest';
import { encode, readText, formatFindings } from './reading.ts';

const hostile = new URL('../../fixtures/hostile/', import.meta.url);

/** Findings of each file of the folder. */
const files: Readonly<Record<string, readonly string[]>> = {
  'alias-bomb.yaml': [
    '12:15 unsafe /b7/1 > The aliases up to here expand to more than 10000 values. > Write the values out where they are used.',
  ],
  'custom-tags.yaml': [
    '1:7 unsafe > The tag `!!js/function` is not supported; a value is text, a number, true, false, null, a list or a map. > Remove the tag.',
    '2:6 unsafe > The tag `!secret` is not supported; a value is text, a number, true, false, null, a list or a map. > Remove the tag.',
    '3:6 unsafe > The tag `!!set` is not supported; a value is text, a number, true, false, null, a list or a map. > Remove the tag.',
    '4:8 unsafe > The tag `!` is not supported; a value is text, a number, true, false, null, a list or a map. > Remove the tag.',
  ],
  'escape-codes.yaml': [
    '1:1 invalid > The key here is the number `1`; a key must be text. > Put the key in quotes: "1".',
    '3:1 unsafe /\u001B]52;c;aGk=\u0007\u202Etxt > The key `\\u{1b}]52;c;aGk=\\u{7}\\u{202e}txt` on line 3 is already given on line 2. > Keep one of them.',
  ],
  'language-1.1.yaml': [
    '1:1 unsafe > Directives such as `%YAML 1.1` are not supported; every file is YAML 1.2. > Remove the line, and the `---` line after it.',
    '2:1 unsafe > Directives such as `%TAG ! tag:example.com,2026:` are not supported; every file is YAML 1.2. > Remove the line, and the `---` line after it.',
  ],
  'merge-keys.yaml': [
    '3:3 unsafe /more > Merge keys (`<<`) are not supported. > Write the keys of the other map out here.',
  ],
  'prototype-keys.yaml': [
    '1:1 unsafe > The key `__proto__` is not allowed, because it has a special meaning in JavaScript. > Remove or rename it.',
    '4:6 unsafe /list/0 > The key `constructor` is not allowed, because it has a special meaning in JavaScript. > Remove or rename it.',
    '4:23 unsafe /list/0 > The key `prototype` is not allowed, because it has a special meaning in JavaScript. > Remove or rename it.',
  ],
  'self-reference.yaml': [
    '3:13 unsafe /a/inside > The alias `*a` is inside the value that it repeats, so it would never end. > Write the value out here. If it is text that starts with `*`, put it in quotes.',
    '4:4 unsafe /b > The alias `*later` repeats a value that is not named before it. > Write the value out here. If it is text that starts with `*`, put it in quotes.',
  ],
  'two-documents.yaml': [
    '2:1 unsafe > A second YAML document starts here; a file contains only one. > Remove the `---` or `...` line before it, or move it into its own file.',
  ],
  'unsafe-numbers.yaml': [
    '1:5 unsafe /id > This whole number is too large to be stored exactly (beyond 9007199254740991). > Write a smaller number; put an identifier in quotes.',
    '3:8 unsafe /list/0 > This is not a finite number. > Write a number in digits, or put text in quotes.',
    '3:14 unsafe /list/1 > This is not a finite number. > Write a number in digits, or put text in quotes.',
  ],
};

describe('hostile files', () => {
  it('are all listed here', () => {
    expect(readdirSync(hostile).toSorted()).toEqual(Object.keys(files).toSorted());
  });
  it.each(Object.entries(files))('%s', (name, findings) => {
    expect(formatFindings(readValue(name, readFileSync(new URL(name, hostile))))).toEqual(findings);
  });
});

const tooDeep = 'Lists and maps are nested more than 64 deep here. > Remove levels of nesting.';

describe('nesting', () => {
  const flow = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  const block = (depth: number): string =>
    Array.from({ length: depth }, (_, index) => `${' '.repeat(index)}a:\n`).join('');

  it.each([
    ['flow', flow(64)],
    ['JSON', `{"a":${flow(63)}}`],
    ['block maps', block(64)],
    ['block lists', `${'- '.repeat(64)}a`],
    ['brackets inside text', `["${'['.repeat(500)}"]`],
  ])('of 64 levels is read: %s', (_, text) => {
    expect(formatFindings(readText(text))).toEqual([]);
  });

  it.each([
    ['flow', flow(65), '1:65'],
    ['JSON', `{"a":${flow(64)}}`, '1:69'],
    ['block maps', block(65), '65:65'],
    ['block lists', `${'- '.repeat(65)}a`, '1:131'],
    ['lists and maps on the same indentation', `a:\n${'- '.repeat(64)}b\n`, '2:129'],
    ['explicit keys', '? '.repeat(100), '1:132'],
    ['open brackets', '['.repeat(200_000), '1:66'],
    ['open braces', '{a: '.repeat(100_000), '1:258'],
  ])('of more levels is refused: %s', (_, text, place) => {
    expect(formatFindings(readText(text))).toEqual([`${place} unsafe > ${tooDeep}`]);
  });

  it('is refused if pairs in brackets are maps of their own', () => {
    const read = readText(`${'[a: '.repeat(40)}b${']'.repeat(40)}`);
    expect(formatFindings(read)).toEqual([`1:129 unsafe > ${tooDeep}`]);
  });

  it('is refused if aliases nest deep values', () => {
    const read = readText(`a: &a ${flow(40)}\nb: ${'['.repeat(40)}*a${']'.repeat(40)}\n`);
    expect(formatFindings(read)).toEqual([`2:44 unsafe > ${tooDeep}`]);
  });

  it('is refused repeatedly in one process, without crashing it', () => {
    for (let round = 0; round < 5; round += 1) expect(readText('['.repeat(1800)).ok).toBe(false);
  });
});

describe('aliases', () => {
  const uses = (count: number): string => `a: &a 1\nb: [${Array(count).fill('*a').join(', ')}]\n`;
  it('are read up to 20', () => {
    const read = readText(uses(20));
    expect(read.ok && read.document.value).toEqual({ a: 1, b: Array(20).fill(1) });
  });
  it('are refused from the 21st on', () => {
    expect(formatFindings(readText(uses(21)))).toEqual([
      '2:85 unsafe > The file has 21 aliases (`*name`); at most 20 are read. > Write the values out where they are used.',
    ]);
  });
  it('refer to the last anchor of their name', () => {
    const read = readText('a: &a 1\nb: *a\nc: &a 2\nd: *a\n');
    expect(read.ok && read.document.value).toEqual({ a: 1, b: 1, c: 2, d: 2 });
  });
  it('do not repeat the faults of their targets', () => {
    expect(formatFindings(readText('a: &a {x: 1, x: 2}\nb: *a\n'))).toHaveLength(1);
  });
});

describe('values', () => {
  const list = (count: number): string => `[${'0,'.repeat(count)}]`;
  it('are read up to 100,000, and refused beyond', () => {
    // The document and the list count as well.
    expect(readText(list(99_998)).ok).toBe(true);
    expect(formatFindings(readText(list(99_999)))).toEqual([
      '1:1 unsafe > The file has more than 100,000 values, the most that can be read. > Remove what does not belong to the document.',
    ]);
  });
});

describe('places where a value can start', () => {
  it.each([
    ['in brackets', (count: number) => `[${':,'.repeat(count / 2)}]`],
    ['on lines', (count: number) => '- \n'.repeat(count)],
    ['in a line', (count: number) => `${'? '.repeat(50)}\n`.repeat(count / 50)],
  ])('are counted before the parser makes an object of each: %s', (_, make) => {
    expect(formatFindings(readText(make(260_000)))).toEqual([
      '1:1 unsafe > The file has more than 250,000 commas, colons, dashes and brackets that could start a value, the most that can be read. > Remove what does not belong to the document.',
    ]);
  });
  it('may be as many in text as a person writes', () => {
    const row = '| one | two | 3, 4, 5: six | -------- |\n';
    const text = `closing: |\n${`  ${row}`.repeat(20_000)}`;
    expect(readText(text).ok).toBe(true);
  });
});

describe('bytes', () => {
  const utf16 = 'The file is encoded as UTF-16; only UTF-8 is read. > Save the file as UTF-8 and try again.';
  it.each<[name: string, bytes: Uint8Array, finding: string]>([
    ['UTF-16 with a mark', Buffer.from('\uFEFFa: 1', 'utf16le'), `1:1 unsafe > ${utf16}`],
    ['UTF-16, high byte first', Buffer.from('\uFEFFa: 1', 'utf16le').swap16(), `1:1 unsafe > ${utf16}`],
    ['UTF-16 without a mark', Buffer.from('kind: answers', 'utf16le'), `1:1 unsafe > ${utf16}`],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), `1:1 unsafe > ${utf16.replace('16', '32')}`],
    [
      'Latin-1',
      Buffer.from('a: b\nc: Müller', 'latin1'),
      '2:5 unsafe > The byte FC here is not UTF-8; the file looks like Latin-1 or Windows-1252. > Save the file as UTF-8 and try again.',
    ],
    [
      'NUL',
      Buffer.from('a: b\nc: x\0y'),
      '2:5 unsafe > The file contains a NUL character, so it is binary or damaged. > Give a text file.',
    ],
    [
      'binary',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      '1:1 unsafe > The byte 89 here is not UTF-8; the file is binary or damaged. > Give a text file.',
    ],
    [
      'a character that is cut off',
      Uint8Array.of(0x61, 0xe2, 0x82),
      '1:2 unsafe > The byte E2 here is not UTF-8; the file looks like Latin-1 or Windows-1252. > Save the file as UTF-8 and try again.',
    ],
    [
      'more than 1 MiB',
      new Uint8Array(1024 * 1024 + 1).fill(0x20),
      '1:1 unsafe > The file has more than 1048576 bytes (1 MiB), the most that can be read. > Split the file, or move long texts out of it.',
    ],
  ])('%s', (_, bytes, finding) => {
    const read = readValue('file.yaml', bytes);
    expect(formatFindings(read)).toEqual([finding]);
    expect(read).toMatchObject({ text: undefined });
  });

  it('may start with a byte order mark, which stays in the text and has no column', () => {
    const read = readText('\uFEFFa: 1\nb: 2\n');
    expect(read.ok && read.document.value).toEqual({ a: 1, b: 2 });
    expect(read.ok && read.document.text).toBe('\uFEFFa: 1\nb: 2\n');
    expect(read.ok && read.document.locate(['a'], 'key').column).toBe(1);
    const json = readText('\uFEFF{"a": 1}');
    expect(json.ok && json.document.locate(['a'])).toEqual({ line: 1, column: 7, endLine: 1, endColumn: 8 });
  });

  it('may have CRLF line endings', () => {
    const read = readText('a: 1\r\nb:\r\n  - two\r\n');
    expect(read.ok && read.document.value).toEqual({ a: 1, b: ['two'] });
    expect(read.ok && read.document.locate(['b', 0])).toEqual({
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 8,
    });
  });

  it.each(['a: 1\rb: 2\n', '{"a":\r1}'])('may not have a lone carriage return: %j', (text) => {
    expect(formatFindings(readText(text))).toEqual(
      [
        '1:5 unsafe > There is a carriage return here without a line feed after it; lines end in LF or CRLF. > Save the file with LF (Unix) or CRLF (Windows) line endings.',
      ].map((finding) => finding.replace('1:5', `1:${text.indexOf('\r') + 1}`)),
    );
  });

  it.each([
    ['', 'The file is empty.'],
    ['\n \n', 'The file is empty.'],
    ['\uFEFF', 'The file is empty.'],
    ['# later\n', 'The file contains only comments and markers.'],
    ['---\n...\n', 'The file contains only comments and markers.'],
  ])('may not be empty: %j', (text, message) => {
    expect(formatFindings(readText(text))).toEqual([
      `1:1 invalid > ${message} > Write a document, or remove the file.`,
    ]);
  });

  it('are decoded as UTF-8', () => {
    expect(readValue('file.yaml', encode('a: größer 🎉')).ok).toBe(true);
  });
});
