import { colorsNamed, converter, wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveAccent, darkCard, grounds, ownAccent, textContrast } from '#render/report/charts/accent.ts';
import { scaleRuns } from '../../../support/runs.ts';

const oklch = converter('oklch');

/** Minimum chroma in OKLCH of a meaningful hue: below, one hex digit changes it much. */
const hasHueFrom = 0.03;
/** Maximum change of hue by rounding to hex, in degrees. */
const hueTolerance = 4;

function accept(text: string): { light: string; dark: string } {
  const result = deriveAccent(text);
  if (!result.ok) throw new Error(`${result.fault} ${result.fix}`);
  return result.accent;
}

function reject(text: string): string {
  const result = deriveAccent(text);
  return result.ok ? 'taken' : `${result.fault} ${result.fix}`;
}

/** Returns the angle between two hues, 0..180 degrees. */
function measureHueChange(from: string, to: string): number {
  const between = Math.abs((oklch(from)?.h ?? 0) - (oklch(to)?.h ?? 0)) % 360;
  return Math.min(between, 360 - between);
}

const hex = fc.integer({ min: 0, max: 0xff_ff_ff }).map((color) => `#${color.toString(16).padStart(6, '0')}`);

describe('deriveAccent', () => {
  it.each([
    ['#0f5f66', '#0f5f66'],
    ['#0F5F66', '#0f5f66'],
    ['#06c', '#0066cc'],
    [' navy ', '#000080'],
    ['RebeccaPurple', '#663399'],
    ['black', '#000000'],
  ])('%j is %s on white', (text, light) => {
    expect(accept(text).light).toBe(light);
  });

  it.each([
    [
      '#8fd14f',
      'Too little contrast: #8fd14f has 1.8:1 on white and text needs 4.5:1. The nearest color that passes is #4f8400.',
    ],
    [
      'white',
      'Too little contrast: white has 1.0:1 on white and text needs 4.5:1. The nearest color that passes is #767676.',
    ],
    // 4.48:1 is not rounded up to 4.5:1.
    [
      '#777777',
      'Too little contrast: #777777 has 4.4:1 on white and text needs 4.5:1. The nearest color that passes is #767676.',
    ],
    ['tomatoe', '"tomatoe" is not a color. Did you mean tomato?'],
    ['#12', '"#12" is not a color. Write it as #0f5f66, or by its CSS name.'],
    ['#0f5f66cc', '"#0f5f66cc" is not a color. Write it as #0f5f66, or by its CSS name.'],
    ['rgb(1, 2, 3)', '"rgb(1, 2, 3)" is not a color. Write it as #0f5f66, or by its CSS name.'],
    ['url(x);color:red', '"url(x);color:red" is not a color. Write it as #0f5f66, or by its CSS name.'],
    ['__proto__', '"__proto__" is not a color. Write it as #0f5f66, or by its CSS name.'],
    ['', '"" is not a color. Write it as #0f5f66, or by its CSS name.'],
  ])('%j is refused', (text, words) => {
    expect(reject(text)).toBe(words);
  });

  it('has a default that is readable on every ground', () => {
    expect(wcagContrast(ownAccent.light, grounds.light)).toBeGreaterThanOrEqual(textContrast);
    for (const ground of [grounds.dark, darkCard]) {
      expect(wcagContrast(ownAccent.dark, ground)).toBeGreaterThanOrEqual(textContrast);
    }
  });

  it('lightens the accent for the dark page as little as possible', () => {
    for (const text of ['navy', 'black', '#767676', 'rebeccapurple']) {
      const contrast = wcagContrast(accept(text).dark, darkCard);
      expect(contrast).toBeGreaterThanOrEqual(textContrast);
      expect(contrast).toBeLessThan(textContrast + 0.15);
    }
  });

  const keepsHue = (from: string, to: string): boolean =>
    (oklch(to)?.c ?? 0) <= hasHueFrom || measureHueChange(from, to) < hueTolerance;
  const isReadable = (color: string, ...on: string[]): boolean =>
    on.every((ground) => wcagContrast(color, ground) >= textContrast);

  it('accepts only accents that stay readable and keep their hue', () => {
    const readable = hex.filter((color) => isReadable(color, grounds.light));
    fc.assert(
      fc.property(readable, (color) => {
        const { light, dark } = accept(color);
        expect(light).toBe(color);
        expect({ dark, isReadable: isReadable(dark, grounds.dark, darkCard) }).toEqual({
          dark,
          isReadable: true,
        });
        expect({ dark, keepsHue: keepsHue(light, dark) }).toEqual({ dark, keepsHue: true });
      }),
      scaleRuns(150),
    );
  });

  it('suggests an accepted tone of the same hue', () => {
    const pale = hex.filter((color) => !isReadable(color, grounds.light));
    fc.assert(
      fc.property(pale, (color) => {
        const offered = /#[\da-f]{6}(?=\.$)/.exec(reject(color))?.[0] ?? '';
        expect(accept(offered).light).toBe(offered);
        expect({ offered, keepsHue: keepsHue(color, offered) }).toEqual({ offered, keepsHue: true });
      }),
      scaleRuns(150),
    );
  });

  it('accepts every CSS color name or gives a reason', () => {
    for (const name of Object.keys(colorsNamed)) {
      expect(reject(name)).toMatch(/^taken$|^Too little contrast: /);
    }
  });
});
