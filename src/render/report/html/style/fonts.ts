/** Fonts that ship in the page, so that it looks the same on every machine. */

/** A font file for one range of letters. */
export interface Font {
  readonly family: string;
  /** Weights that it is used for, as CSS writes them, such as `600 900`. */
  readonly weight: string;
  /** Letters that the file is for, as CSS writes a `unicode-range`. */
  readonly range: string;
  /** The WOFF2 file in Base64. */
  readonly data: string;
}

/**
 * Writes a `unicode-range` of CSS for a class of a regular expression: `U+0301,U+0400-045F` as
 * `\u{0301}\u{0400}-\u{045F}`.
 */
function writeClass(range: string): string {
  return range.replaceAll(/[\da-f]+/gi, String.raw`\u{$&}`).replaceAll(/U\+|[,\s]/g, '');
}

/** Chooses the fonts that have a character of a text. A page embeds no others. */
export function chooseFonts(text: string, fonts: readonly Font[]): readonly Font[] {
  return fonts.filter(({ range }) => new RegExp(`[${writeClass(range)}]`, 'u').test(text));
}

/** Returns the characters of a text that no font has, each once. */
export function findUncovered(text: string, fonts: readonly Font[]): string {
  const ranges = [...new Set(fonts.map(({ range }) => range))];
  const covered = new RegExp(`[${ranges.map(writeClass).join('')}]+`, 'gu');
  return [...new Set(text.replaceAll(covered, ''))].join('');
}

/** Renders the rules of CSS that embed fonts. */
export function renderFontFaces(fonts: readonly Font[]): string {
  return fonts
    .map(
      ({ family, weight, range, data }) =>
        `@font-face{font-family:'${family}';font-weight:${weight};font-style:normal;font-display:block;src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${range}}`,
    )
    .join('');
}
