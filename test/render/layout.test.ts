import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import wrapAnsi from 'wrap-ansi';
import { renderCodeFrame } from '#render/findings.ts';
import { signsOf, widthOf, wrap } from '#render/layout.ts';
import { makeTheme } from '#render/theme.ts';

/** Text as it is drawn: words, signs of bars, spaces of any number, and now and then something wide or hidden. */
const drawn = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.stringMatching(/^[ -~]{1,12}$/) },
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          ' ',
          '  ',
          '\n',
          '█',
          '▒',
          '·',
          '–',
          '…',
          '─',
          'é',
          'ß',
          '❯',
          '✔',
          '●',
          '↑',
          '⏎',
          '↔',
          '↩',
        ),
      },
      fc.constantFrom('漢字', '👩‍👩‍👧', '\u00ad', '\u001b[1mx\u001b[22m', 'e\u0301', '\u200b', '\t'),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('the short way', () => {
  it('counts the columns that the library counts', () => {
    fc.assert(
      fc.property(drawn, (text) => {
        expect(widthOf(text)).toBe(stringWidth(text));
      }),
    );
  });

  it('breaks lines where the library breaks them', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 40 }), (text, width) => {
        expect(wrap(text, width)).toEqual(wrapAnsi(text, width, { hard: true, trim: true }).split('\n'));
      }),
    );
  });

  it('counts the columns of long texts piece by piece', () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 60, maxLength: 120 }), (parts) => {
        const text = parts.join('').replaceAll('\n', ' ');
        expect([text, widthOf(text)]).toEqual([text, stringWidth(text)]);
        expect(signsOf(text).join('')).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('finds a sign that lies across two pieces', () => {
    const family = '👩‍👩‍👧';
    for (let before = 500; before < 515; before += 1) {
      const text = `${'x'.repeat(before)}${family}${'漢'.repeat(600)}`;
      expect(signsOf(text)[before]).toBe(family);
      expect(widthOf(text)).toBe(before + 2 + 1200);
    }
  });

  it.each(['x', 'é', '漢', 'e\u0301', '\u0301', '👩‍👩‍👧', '\u200d'])(
    'takes a line of a million times %j as it comes',
    (sign) => {
      const line = sign.repeat(Math.ceil(1_000_000 / sign.length));
      const theme = makeTheme(undefined, true);
      const frame = renderCodeFrame([line], 1, line.length, 80, theme);
      expect(frame.map((row) => widthOf(row) <= 80)).toEqual([true, true]);
      expect(renderCodeFrame([line], 1, 1, 80, theme)).toHaveLength(2);
    },
  );

  it.each(['', 'one', 'a b', 'a  b', ' a', 'a ', 'longer than that', '█████▒▒▒··· 25'])(
    '%j at any width',
    (text) => {
      for (let width = 1; width < 20; width += 1) {
        expect(wrap(text, width)).toEqual(wrapAnsi(text, width, { hard: true, trim: true }).split('\n'));
      }
    },
  );
});
