import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readLetters } from '#io/browser/read-letters.ts';
import { makePdfWithLetters } from '../../support/report/pdf-letters.ts';

describe('readLetters', () => {
  it('reads single glyphs and ranges of every font', () => {
    const pdf = makePdfWithLetters(['1 beginbfchar\n<0003> <0041>\nendbfchar', '']);
    expect(readLetters(pdf)).toBe('A');
    const both = [
      '2 beginbfchar\n<0003> <0020>\n<16E1> <D83DDE00>\nendbfchar\n1 beginbfrange\n<034E> <0350> <03B9>\nendbfrange',
      '1 beginbfchar\n<13B1> <00660066006C>\nendbfchar',
    ];
    expect(readLetters(makePdfWithLetters(both))).toBe(' 😀ικλffl');
  });

  it('reads nothing of a PDF without maps, or of none', () => {
    expect(readLetters(makePdfWithLetters([]))).toBe('');
    expect(readLetters(Buffer.from('%PDF-1.4\nstream\ncut off'))).toBe('');
    const other = Buffer.concat([
      Buffer.from('stream\n'),
      deflateSync('BT (A) Tj ET'),
      Buffer.from('\nendstream\n'),
    ]);
    expect(readLetters(other)).toBe('');
  });
});
