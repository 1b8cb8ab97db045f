import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCodeFrame } from '#render/terminal/findings.ts';
import { splitSigns, measureWidth, wrap } from '#render/terminal/layout.ts';
import { makeTheme } from '#render/terminal/theme.ts';

describe('measureWidth', () => {
  it.each([
    ['', 0],
    ['one two', 7],
    ['é–…─█▒·✔❯↑', 10],
    ['漢字', 4],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['\u001b[1mbold\u001b[22m', 4],
  ])('measures %j as %d columns', (text, columns) => {
    expect(measureWidth(text)).toBe(columns);
  });
});

describe('plain text', () => {
  it('is measured and split as beside other text', () => {
    const texts = Array.from({ length: 0x300 }, (_, code) => `a${String.fromCharCode(code)}b`);
    expect(texts.map((text) => measureWidth(text))).toEqual(
      texts.map((text) => measureWidth(`漢${text}`) - 2),
    );
    expect(texts.map((text) => splitSigns(text))).toEqual(
      texts.map((text) => splitSigns(`漢${text}`).slice(1)),
    );
  });
});

/** Text as the tool draws it: words, characters of bars, spaces and some wide characters. */
const drawn = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.stringMatching(/^[ -~]{1,12}$/) },
      { weight: 6, arbitrary: fc.constantFrom(' ', '  ', '\n', '█', '▒', '·', '–', '…', '─', 'é', 'ß', '❯') },
      fc.constantFrom('漢字', '\u001b[1mx\u001b[22m'),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

/** Removes what wrapping may change. */
// oxlint-disable-next-line no-control-regex
const stripStyle = (text: string): string => text.replaceAll(/\s|\u001b\[\d*m/g, '');

describe('wrap', () => {
  it('fits every line and drops nothing but spaces', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.filter((line) => measureWidth(line) > width)).toEqual([]);
        expect(stripStyle(lines.join(''))).toBe(stripStyle(text));
      }),
    );
  });

  it.each([
    ['', 5, ['']],
    ['a b', 3, ['a b']],
    ['one two', 3, ['one', 'two']],
    ['longer than that', 4, ['long', 'er', 'than', 'that']],
    ['█████▒▒▒··· 25', 12, ['█████▒▒▒···', '25']],
  ])('wraps %j at %d columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});

describe('splitSigns', () => {
  it('joins back to the text', () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 60, maxLength: 120 }), (parts) => {
        const text = parts.join('');
        expect(splitSigns(text).join('')).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('finds a cluster that spans two pieces', () => {
    const family = '👩‍👩‍👧';
    for (let before = 500; before < 515; before += 1) {
      const text = `${'x'.repeat(before)}${family}${'漢'.repeat(600)}`;
      expect(splitSigns(text)[before]).toBe(family);
      expect(measureWidth(text)).toBe(before + 2 + 1200);
    }
  });

  it.each(['x', 'é', '漢', 'e\u0301', '\u0301', '👩‍👩‍👧', '\u200d'])(
    'renders a line of a million %j in linear time',
    (sign) => {
      const line = sign.repeat(Math.ceil(1_000_000 / sign.length));
      const theme = makeTheme(undefined, true);
      const frame = renderCodeFrame([line], 1, line.length, 80, theme);
      expect(frame.map((row) => measureWidth(row) <= 80)).toEqual([true, true]);
      expect(renderCodeFrame([line], 1, 1, 80, theme)).toHaveLength(2);
    },
  );
});
