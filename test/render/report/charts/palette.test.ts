import { wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveAccent, ownAccent, textContrast } from '#render/report/charts/accent.ts';
import { type Palette, getHeat, makePalettes } from '#render/report/charts/palette.ts';

/** Lists every pair of a text color and its background, with their contrast. */
function listTextPairs({ ground, card, ink, faint, accent, declared, heat }: Palette): [string, number][] {
  const on = (text: string, under: string): [string, number] => [
    `${text} on ${under}`,
    wcagContrast(text, under),
  ];
  return [
    ...[ground, card].flatMap((under) => [on(ink, under), on(faint, under)]),
    on(accent, ground),
    // The rank of a move: text on the accent.
    on(ground, accent),
    ...heat.map(({ ground: under, text }) => on(text, under)),
    on(declared, ground),
  ];
}

const listUnreadable = (palette: Palette): [string, number][] =>
  listTextPairs(palette).filter(([, contrast]) => contrast < textContrast - 1e-9);

describe('makePalettes', () => {
  it('is readable on both grounds with the default accent', () => {
    const { light, dark } = makePalettes(ownAccent);
    expect(listUnreadable(light)).toEqual([]);
    expect(listUnreadable(dark)).toEqual([]);
  });

  it('is readable with every accepted accent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xff_ff_ff }), (number) => {
        const chosen = deriveAccent(`#${number.toString(16).padStart(6, '0')}`);
        fc.pre(chosen.ok);
        const { light, dark } = makePalettes(chosen.accent);
        expect(listUnreadable(light)).toEqual([]);
        expect(listUnreadable(dark)).toEqual([]);
      }),
    );
  });

  it('increases the contrast of a heat map with the score', () => {
    const { light } = makePalettes(ownAccent);
    const contrasts = light.heat.map(({ ground }) => wcagContrast(ground, light.ground));
    expect(contrasts).toEqual(contrasts.toSorted((a, b) => a - b));
    expect(new Set(contrasts).size).toBe(5);
  });

  it.each([
    [0, 0],
    [12.4, 0],
    [12.5, 1],
    [37.5, 2],
    [50, 2],
    [62.5, 3],
    [87.5, 4],
    [100, 4],
  ])('a score of %d is of shade %d', (score, shade) => expect(getHeat(score)).toBe(shade));
});
