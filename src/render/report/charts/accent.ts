import { type Oklch, clampChroma, colorsNamed, converter, formatHex, parseHex, wcagContrast } from 'culori';
import { suggest } from '#document/schema/suggest.ts';

/** An accent color for light and dark grounds, each as hex with enough contrast for text. */
export interface Accent {
  /** Tone for white ground. */
  readonly light: string;
  /** Tone for dark ground. */
  readonly dark: string;
}

/** Background colors of the charts and the page. */
export const grounds = { light: '#ffffff', dark: '#14181f' } as const;

/** Background of a card on the dark page: a little lighter, so it requires lighter text. */
export const darkCard = '#1d232c';

/** Contrast that WCAG 2.2 AA requires of text (1.4.3). */
export const textContrast = 4.5;

/** The default accent. */
export const ownAccent: Accent = { light: '#0f5f66', dark: '#63c4cc' };

/** An accent, or why the chosen color was rejected and how to fix it. */
export type ChosenAccent =
  | { readonly ok: true; readonly accent: Accent }
  | { readonly ok: false; readonly fault: string; readonly fix: string };

const toOklch = converter('oklch');

/** Step of lightness: less than one step of a hex digit pair. */
const step = 1 / 512;

/**
 * Converts a color to `#rrggbb`. Returns undefined if it is neither `#rgb`, `#rrggbb` nor a CSS color name.
 */
function toHex(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  if (/^#(?:[\da-f]{3}|[\da-f]{6})$/.test(name)) return formatHex(parseHex(name));
  const named = Object.hasOwn(colorsNamed, name) ? colorsNamed[name as keyof typeof colorsNamed] : undefined;
  return named === undefined ? undefined : `#${named.toString(16).padStart(6, '0')}`;
}

/** Tells whether text of a color is readable on all grounds. */
function isReadable(hex: string, on: readonly string[]): boolean {
  return on.every((ground) => wcagContrast(hex, ground) >= textContrast);
}

/**
 * Finds the nearest readable tone: the same hue, as much chroma as the screen can show, darker (-1) or
 * lighter (1). Falls back to black or white.
 */
function findReadableTone(hex: string, direction: -1 | 1, on: readonly string[]): string {
  const color: Oklch = toOklch(hex) ?? { mode: 'oklch', l: 0, c: 0 };
  for (let l = Math.min(1, color.l); l >= 0 && l <= 1; l += direction * step) {
    const tone = formatHex(clampChroma({ ...color, l }, 'oklch'));
    if (isReadable(tone, on)) return tone;
  }
  return direction < 0 ? '#000000' : '#ffffff';
}

/** Formats a contrast with one decimal, rounded down so that it never seems sufficient. */
function formatContrast(contrast: number): string {
  return (Math.floor(contrast * 10) / 10).toFixed(1);
}

/**
 * Derives the accent for light and dark grounds from the chosen color. Fails if the color is unreadable on
 * white.
 *
 * @param text `#rgb`, `#rrggbb` or a CSS color name
 */
export function deriveAccent(text: string): ChosenAccent {
  const light = toHex(text);
  if (light === undefined) {
    const near = suggest(text, Object.keys(colorsNamed));
    return {
      ok: false,
      fault: `${JSON.stringify(text)} is not a color.`,
      fix:
        near === undefined || text.startsWith('#')
          ? 'Write it as #0f5f66, or by its CSS name.'
          : `Did you mean ${near}?`,
    };
  }
  if (!isReadable(light, [grounds.light])) {
    const contrast = formatContrast(wcagContrast(light, grounds.light));
    return {
      ok: false,
      fault: `Too little contrast: ${text.trim()} has ${contrast}:1 on white and text needs ${textContrast}:1.`,
      fix: `The nearest color that passes is ${findReadableTone(light, -1, [grounds.light])}.`,
    };
  }
  return { ok: true, accent: { light, dark: findReadableTone(light, 1, [grounds.dark, darkCard]) } };
}
