import { colorsNamed, converter, wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveAccent, darkCard, grounds, ownAccent, textContrast } from '#render/report/charts/accent.ts';
import { runs } from '../../../support/runs.ts';

const oklch = converter('oklch');

/** Chroma in OKLCH from which on a colour has a hue to speak of; below, a hex digit turns it far. */
const hasHueFrom = 0.03;
/** Degrees that a hue may turn through rounding to hex. */
const hueTolerance = 4;

function chosen(text: string): { light: string; dark: string } {
  const result = deriveAccent(text);
  if (!result.ok) throw new Error(`${result.fault} ${result.fix}`);
  return result.accent;
}

function refusal(text: string): string {
  const result = deriveAccent(text);
  return result.ok ? 'taken' : `${result.fault} ${result.fix}`;
}

/** Degrees, 0 to 180, between the hues of two colours. */
function turned(from: string, to: string): number {
  const between = Math.abs((oklch(from)?.h ?? 0) - (oklch(to)?.h ?? 0)) % 360;
  return Math.min(between, 360 - between);
}

const hex = fc.integer({ min: 0, max: 0xff_ff_ff }).map((color) => `#${color.toString(16).padStart(6, '0')}`);

describe('an accent', () => {
  it.each([
    ['#0f5f66', '#0f5f66'],
    ['#0F5F66', '#0f5f66'],
    ['#06c', '#0066cc'],
    [' navy ', '#000080'],
    ['RebeccaPurple', '#663399'],
    ['black', '#000000'],
  ])('%j is %s on white', (text, light) => {
    expect(chosen(text).light).toBe(light);
  });

  it.each([
    [
      '#8fd14f',
      'Too little contrast: #8fd14f has 1.8:1 on white and text needs 4.5:1. The nearest that passes is #4f8400.',
    ],
    [
      'white',
      'Too little contrast: white has 1.0:1 on white and text needs 4.5:1. The nearest that passes is #767676.',
    ],
    // 4.48:1 is not called 4.5:1.
    [
      '#777777',
      'Too little contrast: #777777 has 4.4:1 on white and text needs 4.5:1. The nearest that passes is #767676.',
    ],
    ['tomatoe', '"tomatoe" is no color. Did you mean tomato?'],
    ['#12', '"#12" is no color. Write it as #0f5f66, or by its CSS name.'],
    ['#0f5f66cc', '"#0f5f66cc" is no color. Write it as #0f5f66, or by its CSS name.'],
    ['rgb(1, 2, 3)', '"rgb(1, 2, 3)" is no color. Write it as #0f5f66, or by its CSS name.'],
    ['url(x);color:red', '"url(x);color:red" is no color. Write it as #0f5f66, or by its CSS name.'],
    ['__proto__', '"__proto__" is no color. Write it as #0f5f66, or by its CSS name.'],
    ['', '"" is no color. Write it as #0f5f66, or by its CSS name.'],
  ])('%j is refused', (text, words) => {
    expect(refusal(text)).toBe(words);
  });

  it('of nobody can be read on every ground', () => {
    expect(wcagContrast(ownAccent.light, grounds.light)).toBeGreaterThanOrEqual(textContrast);
    for (const ground of [grounds.dark, darkCard]) {
      expect(wcagContrast(ownAccent.dark, ground)).toBeGreaterThanOrEqual(textContrast);
    }
  });

  it('is lightened for the dark page no more than it has to be', () => {
    for (const text of ['navy', 'black', '#767676', 'rebeccapurple']) {
      const contrast = wcagContrast(chosen(text).dark, darkCard);
      expect(contrast).toBeGreaterThanOrEqual(textContrast);
      expect(contrast).toBeLessThan(textContrast + 0.15);
    }
  });

  const keepsHue = (from: string, to: string): boolean =>
    (oklch(to)?.c ?? 0) <= hasHueFrom || turned(from, to) < hueTolerance;
  const isReadable = (color: string, ...on: string[]): boolean =>
    on.every((ground) => wcagContrast(color, ground) >= textContrast);

  it('that is taken can be read on every ground, and keeps its hue', () => {
    const readable = hex.filter((color) => isReadable(color, grounds.light));
    fc.assert(
      fc.property(readable, (color) => {
        const { light, dark } = chosen(color);
        expect(light).toBe(color);
        expect({ dark, isReadable: isReadable(dark, grounds.dark, darkCard) }).toEqual({
          dark,
          isReadable: true,
        });
        expect({ dark, keepsHue: keepsHue(light, dark) }).toEqual({ dark, keepsHue: true });
      }),
      runs(150),
    );
  });

  it('that is refused is offered in a tone that is taken, and keeps its hue', () => {
    const pale = hex.filter((color) => !isReadable(color, grounds.light));
    fc.assert(
      fc.property(pale, (color) => {
        const offered = /#[\da-f]{6}(?=\.$)/.exec(refusal(color))?.[0] ?? '';
        expect(chosen(offered).light).toBe(offered);
        expect({ offered, keepsHue: keepsHue(color, offered) }).toEqual({ offered, keepsHue: true });
      }),
      runs(150),
    );
  });

  it('is every CSS colour by its name, or a reason why not', () => {
    for (const name of Object.keys(colorsNamed)) {
      expect(refusal(name)).toMatch(/^taken$|^Too little contrast: /);
    }
  });
});
