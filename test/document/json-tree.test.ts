import { readJson } from '#document/json-tree.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { head, readKind, readText, shown } from './reading.ts';

/** JSON without what any document may not hold. */
const tame = fc
  .jsonValue({ maxDepth: 5 })
  .filter((value) => typeof value === 'object' && value !== null)
  .map((value) => JSON.stringify(value, undefined, 2))
  .filter((text) => !/"(?:__proto__|constructor|prototype)"|e\+|\d{16}/.test(text));

describe('JSON', () => {
  it('gives the value of JSON.parse', () => {
    fc.assert(
      fc.property(tame, (text) => {
        const read = readText(text);
        expect(read.ok && read.document.value).toEqual(JSON.parse(text));
      }),
    );
  });

  it('has the position of each value', () => {
    const read = readText('{\n  "a": [1, {"b \\" c": "x"}],\n  "d": ""\n}\n');
    if (!read.ok) throw new Error('not read');
    const { locate } = read.document;
    expect(locate(['a', 1, 'b " c'])).toEqual({ line: 2, column: 23, endLine: 2, endColumn: 26 });
    expect(locate(['a', 1, 'b " c'], 'key')).toEqual({ line: 2, column: 13, endLine: 2, endColumn: 21 });
    expect(locate(['d'])).toEqual({ line: 3, column: 8, endLine: 3, endColumn: 10 });
    expect(locate([])).toEqual({ line: 1, column: 1, endLine: 4, endColumn: 2 });
  });

  it('has the findings of the same document in YAML', () => {
    const yaml = `${head}answers:\n  a.b.c: {level: 7, lvl: 1}\n  a.b.d: {}\nclosing: 2026\n`;
    const json = JSON.stringify(parse(yaml), undefined, 1);
    const words = (text: string): string[] =>
      shown(readKind('answers', text)).map((finding) => finding.slice(finding.indexOf(' ')));
    expect(words(json).toSorted()).toEqual(words(yaml).toSorted());
    expect(words(json)).toHaveLength(4);
  });

  it('keeps the limits', () => {
    expect(shown(readText('{"a": 1,\n "a": 2, "__proto__": 3,\n "n": 1e400}'))).toEqual([
      '2:2 unsafe /a > The key `a` on line 2 is already given on line 1. > Keep one of them.',
      '2:10 unsafe > The key `__proto__` is not allowed, because JavaScript gives it a meaning of its own. > Remove or rename it.',
      '3:7 unsafe /n > This is no finite number. > Write a number in digits, or put text in quotes.',
    ]);
  });

  it('that is none is read as YAML', () => {
    expect(readJson('{"a": 1,}')).toBeUndefined();
    const read = readText('{"a": 1,} # why not');
    expect(read.ok && read.document.value).toEqual({ a: 1 });
  });
});
