import { formatHex, interpolate } from 'culori';
import type { Band } from '#render/report/wording/verdicts.ts';
import { type Accent, darkCard, grounds } from './accent.ts';

/**
 * Colors of a band of the scale. They are the same with every accent: a status is never a color of a brand.
 */
export interface Tone {
  /** Sign, edge and filled ground: at least 4.5:1 on ground and card. */
  readonly strong: string;
  /** Text on `strong`. */
  readonly onStrong: string;
  /** Light ground of a cell. */
  readonly tint: string;
  /** Text on `tint`. */
  readonly onTint: string;
}

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
  /** Colors of the bands. What is missing is the strongest, also in gray. */
  readonly tones: Readonly<Record<Band, Tone>>;
}

/** Mixes two colors; `share` is that of the second, 0..1. */
function mix(from: string, to: string, share: number): string {
  return formatHex(interpolate([from, to], 'oklab')(share));
}

function makePalette(base: Omit<Palette, 'accent' | 'said'>, accent: string): Palette {
  return { ...base, accent, said: mix(base.ground, accent, 0.3) };
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
        tones: {
          missing: { strong: '#a3161c', onStrong: '#ffffff', tint: '#f3bfba', onTint: '#6d0409' },
          partial: { strong: '#8a5300', onStrong: '#ffffff', tint: '#fbe8bb', onTint: '#5c3800' },
          'in-place': { strong: '#1e6b34', onStrong: '#ffffff', tint: '#e6f3e8', onTint: '#164a25' },
          unknown: { strong: '#525d6e', onStrong: '#ffffff', tint: '#ffffff', onTint: '#525d6e' },
        },
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
        tones: {
          missing: { strong: '#ff8f85', onStrong: '#2a0507', tint: '#6b2323', onTint: '#ffdcd8' },
          partial: { strong: '#f0b64b', onStrong: '#241700', tint: '#423411', onTint: '#fbe0a6' },
          'in-place': { strong: '#7fce92', onStrong: '#06210e', tint: '#1c3325', onTint: '#c2ebcc' },
          unknown: { strong: '#aab4c3', onStrong: '#14181f', tint: '#14181f', onTint: '#aab4c3' },
        },
      },
      accent.dark,
    ),
  };
}
