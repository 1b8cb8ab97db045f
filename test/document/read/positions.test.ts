import { makeFindingAt, orderFindings } from '#document/read/read-document.ts';
import { describe, expect, it } from 'vitest';
import { readText } from './reading.ts';

const text = [
  '# first',
  'a: 1 # one',
  'empty:',
  'map:',
  '  inner: two words',
  '  # about nothing',
  '',
  'list:',
  '- x',
  '-   y: 1',
  'block: |',
  '  line',
  '',
  'emoji: "🎉", # not a comma',
  '',
]
  .join('\n')
  .replace(', # not a comma', ' # after');

function located(path: (string | number)[], what?: 'key' | 'value'): string {
  const read = readText(text);
  if (!read.ok) throw new Error('not read');
  const { line, column, endLine, endColumn } = read.document.locate(path, what);
  return `${line}:${column}-${endLine}:${endColumn}`;
}

describe('locate', () => {
  it.each<[name: string, path: (string | number)[], what: 'key' | 'value', place: string]>([
    ['a value', ['a'], 'value', '2:4-2:5'],
    ['a key', ['a'], 'key', '2:1-2:2'],
    ['an empty value: its key', ['empty'], 'value', '3:1-3:6'],
    ['a map ends with its content', ['map'], 'value', '5:3-5:19'],
    ['inside a map', ['map', 'inner'], 'value', '5:10-5:19'],
    ['an entry of a list has no key', ['list', 0], 'key', '9:3-9:4'],
    ['a map in a list', ['list', 1, 'y'], 'key', '10:5-10:6'],
    ['a block of text', ['block'], 'value', '11:8-12:7'],
    ['columns count UTF-16 units', ['emoji'], 'value', '14:8-14:12'],
    ['a missing path: the key of its parent', ['map', 'nothing', 'deep'], 'value', '4:1-4:4'],
    ['a missing key in a list entry: the entry', ['list', 1, 'z'], 'value', '10:5-10:9'],
    ['a missing path below a string', ['a', 'b'], 'value', '2:1-2:2'],
    ['an entry that the list does not have', ['list', 7], 'value', '8:1-8:5'],
    ['a missing key at the top: the whole document', ['nothing'], 'value', '2:1-14:12'],
  ])('%s', (_, path, what, place) => {
    expect(located(path, what)).toBe(place);
  });

  it('returns the alias for paths inside its target', () => {
    const read = readText('a: &a {x: 1}\nb: *a\n');
    expect(read.ok && read.document.locate(['b', 'x'])).toEqual({
      line: 2,
      column: 4,
      endLine: 2,
      endColumn: 6,
    });
  });
});

describe('makeFindingAt', () => {
  it('adds file, pointer and position', () => {
    const read = readText('"a/b":\n  "c~d": [1]\n');
    if (!read.ok) throw new Error('not read');
    const finding = { check: 'x/y', severity: 'warning', message: 'm', fix: 'f' } as const;
    expect(makeFindingAt(read.document, ['a/b', 'c~d', 0], finding)).toEqual({
      ...finding,
      file: 'file.yaml',
      path: '/a~1b/c~0d/0',
      line: 2,
      column: 11,
    });
    expect(makeFindingAt(read.document, ['a/b'], finding, 'key')).toMatchObject({ line: 1, column: 1 });
  });
});

describe('orderFindings', () => {
  const finding = (file: string, line: number, column: number, message = 'm') =>
    ({ check: 'x/y', severity: 'error', message, file, line, column }) as const;
  it('sorts by file, line and column, and drops duplicates', () => {
    const [a, b, c, d] = [finding('a', 2, 10), finding('a', 10, 1), finding('a', 10, 2), finding('b', 1, 1)];
    expect(orderFindings([d, c, b, { ...b }, a])).toEqual([a, b, c, d]);
    expect(orderFindings([finding('a', 1, 1, 'x'), finding('a', 1, 1, 'y')])).toHaveLength(2);
  });
});
