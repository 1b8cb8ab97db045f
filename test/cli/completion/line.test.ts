import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLine } from '#cli/completion/line.ts';

/** COMP_WORDBREAKS of an interactive bash. */
const breaks = ' \t\n"\'@><=;|&(:';

describe('splitLine', () => {
  it.each<[string, string[], number, boolean]>([
    ['sales-audit ', ['sales-audit', ''], 0, false],
    ['sales-audit ex', ['sales-audit', 'ex'], 0, false],
    ['sales-audit  report   x', ['sales-audit', 'report', 'x'], 0, false],
    ['sales-audit -o csv:gaps=g', ['sales-audit', '-o', 'csv:gaps=g'], 9, false],
    ['sales-audit explain a.b.c@', ['sales-audit', 'explain', 'a.b.c@'], 6, false],
    ['sales-audit "two words', ['sales-audit', 'two words'], 0, true],
    ["sales-audit 'it''s", ['sales-audit', 'its'], 2, true],
    ['sales-audit "a\\"b" c', ['sales-audit', 'a"b', 'c'], 0, false],
    ['sales-audit two\\ wor', ['sales-audit', 'two wor'], 0, false],
    ['sales-audit a\\=b', ['sales-audit', 'a=b'], 0, false],
    ['sales-audit csv:"ga', ['sales-audit', 'csv:ga'], 4, true],
    ['sales-audit $(touch x) ', ['sales-audit', '$(touch', 'x)', ''], 0, false],
    ["sales-audit '$HOME' ", ['sales-audit', '$HOME', ''], 0, false],
    ['', [''], 0, false],
  ])('%j', (line, words, preserved, isQuoted) => {
    expect(splitLine(line, breaks)).toEqual({ words, preserved, isQuoted });
  });

  it('preserves quoted words', () => {
    const word = fc.stringMatching(/^[ -~]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const line = words.map((each) => `'${each.replaceAll("'", `'\\''`)}'`).join(' ');
        expect(splitLine(line, breaks).words).toEqual(words);
      }),
    );
  });

  it('never preserves more than the whole word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (line) => {
        const { words, preserved } = splitLine(line, breaks);
        expect(preserved).toBeLessThanOrEqual(words.at(-1)?.length ?? 0);
      }),
    );
  });
});
