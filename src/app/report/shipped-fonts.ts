import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Font } from '#render/report/html/style/fonts.ts';

/** Reads the fonts that pages embed. The build has put them beside the code. */
export async function loadShippedFonts(): Promise<readonly Font[]> {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'fonts.json'), 'utf8')) as readonly Font[];
}
