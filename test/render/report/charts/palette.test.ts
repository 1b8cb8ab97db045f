import { wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveAccent, ownAccent, textContrast } from '#render/report/charts/accent.ts';
import { type Palette, getHeat, makePalettes } from '#render/report/charts/palette.ts';

/** Every pair of colours of a palette in which one stands as text on the other, with its contrast. */
function textPairs({ ground, card, ink, faint, accent, declared, heat }: Palette): [string, number][] {
  const on = (text: string, under: string): [string, number] => [
    `${text} on ${under}`,
    wcagContrast(text, under),
  ];
  return [
    ...[ground, card].flatMap((under) => [on(ink, under), on(faint, under)]),
    on(accent, ground),
    // A number on the accent: the places of the things to do first.
    on(ground, accent),
    ...heat.map(({ ground: under, text }) => on(text, under)),
    on(declared, ground),
  ];
}

const lowest = (palette: Palette): [string, number][] =>
  textPairs(palette).filter(([, contrast]) => contrast < textContrast - 1e-9);

describe('the colours', () => {
  it('can be read on both grounds with our own accent', () => {
    const { light, dark } = makePalettes(ownAccent);
    expect(lowest(light)).toEqual([]);
    expect(lowest(dark)).toEqual([]);
  });

  it('can be read with every accent that is let pass', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xff_ff_ff }), (number) => {
        const chosen = deriveAccent(`#${number.toString(16).padStart(6, '0')}`);
        fc.pre(chosen.ok);
        const { light, dark } = makePalettes(chosen.accent);
        expect(lowest(light)).toEqual([]);
        expect(lowest(dark)).toEqual([]);
      }),
    );
  });

  it('of a heat map grow with the score', () => {
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
