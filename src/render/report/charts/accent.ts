import { type Oklch, clampChroma, colorsNamed, converter, formatHex, parseHex, wcagContrast } from 'culori';
import { suggest } from '#document/schema/suggest.ts';

/** An accent colour as the two papers need it, each a hex colour with enough contrast to be read. */
export interface Accent {
  /** On white. */
  readonly light: string;
  /** On the dark ground. */
  readonly dark: string;
}

/** The grounds that text stands on. The charts and the page take them from here. */
export const grounds = { light: '#ffffff', dark: '#14181f' } as const;

/** The ground of a card on the dark page: a little lighter, so that it asks more of what stands on it. */
export const darkCard = '#1d232c';

/** Contrast that WCAG 2.2 AA asks of text (1.4.3). */
export const textContrast = 4.5;

/** The accent where nobody chose one. */
export const ownAccent: Accent = { light: '#0f5f66', dark: '#63c4cc' };

/** An accent, or what is wrong with the colour that somebody chose, and what to do about it. */
export type ChosenAccent =
  | { readonly ok: true; readonly accent: Accent }
  | { readonly ok: false; readonly fault: string; readonly fix: string };

const toOklch = converter('oklch');

/** Lightness is moved by this much at a time: less than one step of a hex digit pair. */
const step = 1 / 512;

/** A colour as `#rrggbb`; undefined for what is neither `#rgb`, `#rrggbb` nor a colour name of CSS. */
function hexOf(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  if (/^#(?:[\da-f]{3}|[\da-f]{6})$/.test(name)) return formatHex(parseHex(name));
  const named = Object.hasOwn(colorsNamed, name) ? colorsNamed[name as keyof typeof colorsNamed] : undefined;
  return named === undefined ? undefined : `#${named.toString(16).padStart(6, '0')}`;
}

/** Whether text in a colour can be read on every one of some grounds. */
function isReadable(hex: string, on: readonly string[]): boolean {
  return on.every((ground) => wcagContrast(hex, ground) >= textContrast);
}

/**
 * The nearest tone of a colour that can be read: the same hue, as much of its chroma as the screen can show,
 * darker or lighter as the direction says. At the ends stand black and white, each of which can be read.
 */
function readableTone(hex: string, direction: -1 | 1, on: readonly string[]): string {
  const color: Oklch = toOklch(hex) ?? { mode: 'oklch', l: 0, c: 0 };
  for (let l = Math.min(1, color.l); l >= 0 && l <= 1; l += direction * step) {
    const tone = formatHex(clampChroma({ ...color, l }, 'oklch'));
    if (isReadable(tone, on)) return tone;
  }
  return direction < 0 ? '#000000' : '#ffffff';
}

/** Contrast with one digit, never rounded up to what is asked for. */
function oneDigit(contrast: number): string {
  return (Math.floor(contrast * 10) / 10).toFixed(1);
}

/**
 * The accent that a person chose, for light and dark paper, as far as it can be read on white.
 *
 * @param text `#rgb`, `#rrggbb` or a colour name of CSS
 */
export function deriveAccent(text: string): ChosenAccent {
  const light = hexOf(text);
  if (light === undefined) {
    const near = suggest(text, Object.keys(colorsNamed));
    return {
      ok: false,
      fault: `${JSON.stringify(text)} is no color.`,
      fix:
        near === undefined || text.startsWith('#')
          ? 'Write it as #0f5f66, or by its CSS name.'
          : `Did you mean ${near}?`,
    };
  }
  if (!isReadable(light, [grounds.light])) {
    const contrast = oneDigit(wcagContrast(light, grounds.light));
    return {
      ok: false,
      fault: `Too little contrast: ${text.trim()} has ${contrast}:1 on white and text needs ${textContrast}:1.`,
      fix: `The nearest that passes is ${readableTone(light, -1, [grounds.light])}.`,
    };
  }
  return { ok: true, accent: { light, dark: readableTone(light, 1, [grounds.dark, darkCard]) } };
}
