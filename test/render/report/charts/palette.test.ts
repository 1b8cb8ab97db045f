import { wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveAccent, ownAccent, textContrast } from '#render/report/charts/accent.ts';
import { type Palette, makePalettes } from '#render/report/charts/palette.ts';

/** Lists every pair of a text color and its background, with their contrast. */
function listTextPairs({ ground, card, ink, faint, accent, declared, tones }: Palette): [string, number][] {
  const on = (text: string, under: string): [string, number] => [
    `${text} on ${under}`,
    wcagContrast(text, under),
  ];
  return [
    ...[ground, card].flatMap((under) => [on(ink, under), on(faint, under)]),
    on(accent, ground),
    // The rank of a move: text on the accent.
    on(ground, accent),
    ...Object.values(tones).flatMap(({ strong, onStrong, tint, onTint }) => [
      on(strong, ground),
      on(strong, card),
      on(onStrong, strong),
      on(onTint, tint),
    ]),
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

  it('has the same colors of a status with every accent', () => {
    const chosen = deriveAccent('navy');
    if (!chosen.ok) throw new Error(chosen.fault);
    expect(makePalettes(chosen.accent).light.tones).toEqual(makePalettes(ownAccent).light.tones);
  });

  it('makes what is missing the loudest cell, also in gray', () => {
    for (const { ground, tones } of Object.values(makePalettes(ownAccent))) {
      const contrasts = (['in-place', 'partial', 'missing'] as const).map((band) =>
        wcagContrast(tones[band].tint, ground),
      );
      expect(Math.max(...contrasts)).toBe(contrasts[2]);
    }
  });
});
