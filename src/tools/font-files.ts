/** Reads the fonts of the HTML page from their packages, which have a file for each range of letters. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Font } from '#render/report/html/style/fonts.ts';

/** The fonts of the page. Of each family, the files of some weights are used. */
const families = [
  {
    name: 'source-sans-3',
    family: 'Source Sans 3',
    weights: [
      { file: 400, css: '400 500' },
      { file: 600, css: '600 900' },
    ],
  },
  { name: 'source-serif-4', family: 'Source Serif 4', weights: [{ file: 600, css: '400 900' }] },
] as const;

/** Returns the directories of the packages, for their licenses. */
export const fontFolders: readonly string[] = families.map(({ name }) => `node_modules/@fontsource/${name}`);

/** Reads every font file, in a fixed order. */
export async function readFonts(): Promise<readonly Font[]> {
  const fonts: Font[] = [];
  for (const [index, { name, family, weights }] of families.entries()) {
    const folder = fontFolders[index] ?? '';
    const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
    for (const [subset, range] of Object.entries(ranges)) {
      for (const { file, css } of weights) {
        const path = join(folder, 'files', `${name}-${subset}-${file}-normal.woff2`);
        fonts.push({ family, weight: css, range, data: await readFile(path, 'base64') });
      }
    }
  }
  return fonts;
}
