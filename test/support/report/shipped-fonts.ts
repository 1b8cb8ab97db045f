/** Replaces `shipped-fonts.ts` in tests, through an alias in `vitest.config.ts`: reads the fonts from their packages. */
import type { Font } from '../../../src/render/report/html/style/fonts.ts';
import { readFonts } from '../../../src/tools/font-files.ts';

let loaded: Promise<readonly Font[]> | undefined;

/** Loads the fonts once per worker. */
export function loadShippedFonts(): Promise<readonly Font[]> {
  loaded ??= readFonts();
  return loaded;
}
