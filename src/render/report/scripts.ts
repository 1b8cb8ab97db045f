/** Scripts of the world that a machine can lack a font for, by their names in Unicode. */
const scripts = [
  'Arabic',
  'Armenian',
  'Bengali',
  'Cherokee',
  'Cyrillic',
  'Devanagari',
  'Ethiopic',
  'Georgian',
  'Greek',
  'Gujarati',
  'Gurmukhi',
  'Han',
  'Hangul',
  'Hebrew',
  'Hiragana',
  'Kannada',
  'Katakana',
  'Khmer',
  'Lao',
  'Latin',
  'Malayalam',
  'Mongolian',
  'Myanmar',
  'Oriya',
  'Sinhala',
  'Tamil',
  'Telugu',
  'Thaana',
  'Thai',
  'Tibetan',
].map((name) => ({ name, letters: new RegExp(`\\p{Script=${name}}`, 'u') }));

/** Finds the scripts whose letters a text has, by their names in Unicode. */
export function findScripts(text: string): string[] {
  return scripts.filter(({ letters }) => letters.test(text)).map(({ name }) => name);
}

/**
 * Finds the scripts that a text is in and of which nothing was drawn.
 *
 * @param drawn the letters that have a glyph; empty if that is not known
 */
export function findMissingScripts(text: string, drawn: string): readonly string[] {
  const there = findScripts(drawn);
  return drawn === '' ? [] : findScripts(text).filter((name) => !there.includes(name));
}
