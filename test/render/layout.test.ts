import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import wrapAnsi from 'wrap-ansi';
import { widthOf, wrap } from '#render/layout.ts';

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

  it.each(['', 'one', 'a b', 'a  b', ' a', 'a ', 'longer than that', '█████▒▒▒··· 25'])(
    '%j at any width',
    (text) => {
      for (let width = 1; width < 20; width += 1) {
        expect(wrap(text, width)).toEqual(wrapAnsi(text, width, { hard: true, trim: true }).split('\n'));
      }
    },
  );
});
