import { describe, expect, it } from 'vitest';
import { describeInShort, listNames } from '#checks/queries/wording.ts';

describe('a text of the company in a message', () => {
  it.each([
    ['Short', 'Short'],
    ['  On\ntwo   lines ', 'On two lines'],
    ['x'.repeat(80), 'x'.repeat(80)],
    ['x'.repeat(81), `${'x'.repeat(40)}…`],
    ['😀'.repeat(50), `${'😀'.repeat(40)}…`],
    [`${'word '.repeat(16)}end`, `${'word '.repeat(15)}word…`],
    [`${'word '.repeat(15)}12345678`, `${'word '.repeat(15).trim()}…`],
  ])('%j', (text, shown) => {
    expect(describeInShort(text)).toBe(shown);
  });
});

describe('names in a sentence', () => {
  it.each([
    [[], ''],
    [['a'], '`a`'],
    [['a', 'b'], '`a` and `b`'],
    [['a', 'b', 'c', 'd'], '`a`, `b`, `c` and `d`'],
    [['a', 'b', 'c', 'd', 'e'], '`a`, `b`, `c` and 2 more'],
  ])('%j', (names, sentence) => {
    expect(listNames(names)).toBe(sentence);
  });
});
