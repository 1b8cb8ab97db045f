import { describe, expect, it } from 'vitest';
import { findCutTexts } from '#app/findings/cut-text.ts';
import { readText } from '../document/read/reading.ts';

function findIn(text: string): string[] {
  const read = readText(text);
  if (!read.ok) throw new Error('The text cannot be read.');
  return findCutTexts(read.document);
}

describe('a text that YAML cuts at #', () => {
  it('gets a note with its line, what was cut and what to do', () => {
    expect(findIn('a: 1\nb:\n  - what: Deal #12 of May\n')).toEqual([
      'in line 3, YAML treats `#12` as a comment, so only `Deal` was read. If it is part of the text, put the text in quotes.',
    ]);
  });

  it.each([
    ['in quotes', 'a: "Deal #12"\n'],
    ['in a block', 'a: |\n  Deal #12\n'],
    ['a part of a word', 'a: Deal#12\n'],
    ['a comment as people write it', 'a: Deal # the twelfth\nb: Deal   #12\n'],
    ['a comment of its own', '# Deal #12\na: 1\n'],
    ['after what is no text', 'a: 12 #of\nb: [x] #y\n'],
  ])('gets none if it is %s', (_what, text) => {
    expect(findIn(text)).toEqual([]);
  });
});
