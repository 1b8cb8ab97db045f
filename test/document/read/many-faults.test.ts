import { describe, expect, it } from 'vitest';
import { readAnyDocument } from '#document/read/read-document.ts';
import { encode } from './reading.ts';

const head =
  'kind: answers\nschemaVersion: 1\nmodel: {id: a, version: 1.0.0}\norganization: {name: b}\nrespondent: {role: leader}\nanswers: {}\n';
const repeat = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

describe('a file of many faults', () => {
  it.each<[name: string, text: (count: number) => string]>([
    ['unknown keys', (count) => head + repeat(count, (index) => `key${index}: 1\n`)],
    [
      'values of the wrong type',
      (count) => head.replace('{}\n', '\n') + repeat(count, (index) => `  a.b.c${index}: 1\n`),
    ],
    ['the same key', (count) => `${head}a: 1\n${repeat(count, () => 'a: 1\n')}`.replace('\na: 1', '')],
    ['keys that are numbers', (count) => head + repeat(count, (index) => `${index}: 1\n`)],
    [
      'numbers that are too large',
      (count) => head.replace('{}\n', '\n') + repeat(count, (index) => `  a${index}: 9007199254740993\n`),
    ],
    ['tags', (count) => `a:\n${repeat(count, () => '- !x y\n')}`],
    ['directives', (count) => `${repeat(count, () => '%A\n')}---\n${head}`],
  ])('%s: lists a hundred in order, and counts the rest', async (_name, text) => {
    const read = async (count: number): Promise<string[]> => {
      const { read: result } = await readAnyDocument('a.yaml', encode(text(count)));
      return result.ok ? [] : result.findings.map(({ line, message }) => `${line} ${message}`);
    };
    const some = await read(20);
    const all = await read(1000);
    const listed = all.slice(0, -1);
    expect(listed).toHaveLength(100);
    expect(listed.map((each) => Number.parseInt(each, 10))).toEqual(
      listed.map((each) => Number.parseInt(each, 10)).toSorted((a, b) => a - b),
    );
    // The first ones are the same in a short file, so none is skipped.
    expect(listed.slice(0, 10)).toEqual(some.slice(0, 10));
    const rest = /are (\d+) more faults, not listed here\.$/.exec(all.at(-1) ?? '')?.[1];
    expect(Number(rest)).toBe((some.length / 20) * 1000 - 100);
  });

  it('says it of a single one', async () => {
    const text = head + repeat(101, (index) => `key${index}: 1\n`);
    const { read } = await readAnyDocument('a.yaml', encode(text));
    expect(!read.ok && read.findings.at(-1)?.message).toBe('There is 1 more fault, not listed here.');
  });
});
