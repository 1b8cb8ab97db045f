import { formatHex, interpolate, wcagContrast } from 'culori';
import { type Accent, darkCard, grounds, textContrast } from './accent.ts';

/**
 * Colors for one ground, as hex. Text has a contrast of at least 4.5:1: ink and faint on ground and card, the
 * accent on the ground.
 */
export interface Palette {
  readonly ground: string;
  /** Slightly different background, for cards and tables. */
  readonly card: string;
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
  readonly track: string;
  readonly accent: string;
  /** The part that is only said: a tint of the accent. */
  readonly said: string;
  /** The declared score: a hue of its own, never distinguished by hue alone. */
  readonly declared: string;
  /** Background and text of the five steps of a heat map, lowest first. */
  readonly heat: readonly { readonly ground: string; readonly text: string }[];
}

/** Share of the accent in each step of a heat map. */
const heatShares = [0.05, 0.2, 0.4, 0.68, 1] as const;

/** Mixes two colors; `share` is that of the second, 0..1. */
function mix(from: string, to: string, share: number): string {
  return formatHex(interpolate([from, to], 'oklab')(share));
}

/**
 * Makes a step of a heat map, lightened or darkened toward the ground until one of the two text colors is
 * readable.
 */
function makeHeatStep(ground: string, accent: string, ink: string, share: number): Palette['heat'][number] {
  for (let part = share; ; part -= 0.02) {
    const tone = mix(ground, accent, Math.max(0, part));
    const text = [ground, ink].find((color) => wcagContrast(color, tone) >= textContrast);
    if (text !== undefined) return { ground: tone, text };
    if (part <= 0) return { ground, text: ink };
  }
}

function makePalette(
  base: Pick<Palette, 'ground' | 'card' | 'ink' | 'faint' | 'line' | 'track' | 'declared'>,
  accent: string,
): Palette {
  return {
    ...base,
    accent,
    said: mix(base.ground, accent, 0.3),
    heat: heatShares.map((share) => makeHeatStep(base.ground, accent, base.ink, share)),
  };
}

/** Makes the palettes for light and dark ground from an accent. */
export function makePalettes(accent: Accent): { readonly light: Palette; readonly dark: Palette } {
  return {
    light: makePalette(
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
    dark: makePalette(
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

/** Returns the step of a heat map, 0..4, for a score of 0..100: that of the nearest level. */
export function getHeat(score: number): number {
  return Math.min(4, Math.max(0, Math.round(score / 25)));
}
