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

/** Parses a `unicode-range` of CSS into pairs of first and last code point. */
function parseRange(range: string): readonly (readonly [first: number, last: number])[] {
  return range.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
}

/** Makes a function that tells whether a range has a character. */
function makeTest(range: string): (character: string) => boolean {
  const pairs = parseRange(range);
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    return pairs.some(([first, last]) => first <= code && code <= last);
  };
}

/** Chooses the fonts that have a character of a text. A page embeds no others. */
export function chooseFonts(text: string, fonts: readonly Font[]): readonly Font[] {
  const characters = [...new Set(text)];
  return fonts.filter(({ range }) => characters.some(makeTest(range)));
}

/** Returns the characters of a text that no font has. */
export function findUncovered(text: string, fonts: readonly Font[]): string {
  const tests = [...new Set(fonts.map(({ range }) => range))].map(makeTest);
  return [...new Set(text)].filter((character) => !tests.some((test) => test(character))).join('');
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
