import { formatHex, interpolate, wcagContrast } from 'culori';
import { type Accent, darkCard, grounds, textContrast } from './accent.ts';

/** The colours of a page or picture on one ground, as hex. Text has 4.5:1 or more: ink and faint on both grounds, the accent on the page. */
export interface Palette {
  readonly ground: string;
  /** A ground that is set off a little, for cards and tables. */
  readonly card: string;
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
  readonly track: string;
  readonly accent: string;
  /** What is only said: a tint of the accent. */
  readonly said: string;
  /** What is written: another hue than the accent, whatever that is, and never told apart by hue alone. */
  readonly declared: string;
  /** Ground and text of a heat map's five steps, the lowest first. */
  readonly heat: readonly { readonly ground: string; readonly text: string }[];
}

/** Shares of the accent in the five steps of a heat map. */
const heatShares = [0.05, 0.2, 0.4, 0.68, 1] as const;

/** A mix of two colours; `share` 0 is the first, 1 the second. */
function mix(from: string, to: string, share: number): string {
  return formatHex(interpolate([from, to], 'oklab')(share));
}

/** A step of a heat map: moved towards the ground until one of the two text colours can be read on it. */
function heatStep(ground: string, accent: string, ink: string, share: number): Palette['heat'][number] {
  for (let part = share; ; part -= 0.02) {
    const tone = mix(ground, accent, Math.max(0, part));
    const text = [ground, ink].find((color) => wcagContrast(color, tone) >= textContrast);
    if (text !== undefined) return { ground: tone, text };
    if (part <= 0) return { ground, text: ink };
  }
}

function paletteOn(
  base: Pick<Palette, 'ground' | 'card' | 'ink' | 'faint' | 'line' | 'track' | 'declared'>,
  accent: string,
): Palette {
  return {
    ...base,
    accent,
    said: mix(base.ground, accent, 0.3),
    heat: heatShares.map((share) => heatStep(base.ground, accent, base.ink, share)),
  };
}

/** The colours on light and on dark ground that go with an accent. */
export function makePalettes(accent: Accent): { readonly light: Palette; readonly dark: Palette } {
  return {
    light: paletteOn(
      {
        ground: grounds.light,
        card: '#f6f7f9',
        ink: '#1b2430',
        faint: '#525d6e',
        line: '#d3d9e1',
        track: '#e7ebf0',
        declared: '#a3470b',
      },
      accent.light,
    ),
    dark: paletteOn(
      {
        ground: grounds.dark,
        card: darkCard,
        ink: '#e9edf3',
        faint: '#aab4c3',
        line: '#3a4452',
        track: '#2b333f',
        declared: '#f0a060',
      },
      accent.dark,
    ),
  };
}

/** The step of a heat map, 0 to 4, that a score of 0 to 100 falls into: that of its nearest level. */
export function getHeat(score: number): number {
  return Math.min(4, Math.max(0, Math.round(score / 25)));
}
