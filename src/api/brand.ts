import type { Brand } from '#render/report/choices.ts';
import { requireOptions, requireType } from './options.ts';

/** Input of `makeBrand`. Everything is optional. */
export interface BrandOptions {
  /** Name of the consultant or company that delivers the report, 1 to 300 characters, not only blanks. */
  readonly name?: string | undefined;
  /**
   * `#rgb`, `#rrggbb` or a CSS color name. Text in this color has to be readable on white: contrast 4.5:1.
   */
  readonly accent?: string | undefined;
  /** A PNG, JPEG, GIF, WebP or SVG file of at most 512 KiB. */
  readonly logo?: Uint8Array | undefined;
}

/** A brand, or the first invalid option. */
export type BrandResult =
  | { readonly ok: true; readonly brand: Brand }
  | {
      readonly ok: false;
      /** The invalid option. */
      readonly about: 'name' | 'accent' | 'logo';
      /** The problem. */
      readonly fault: string;
      /** How to fix it. */
      readonly fix: string;
    };

/**
 * Makes the brand of a report: a name, an accent color, and a logo that is embedded in every page.
 *
 * @param options name, accent and logo, each optional
 * @returns the brand, or the first problem with the content of an option
 * @throws TypeError if an option does not exist, or has another type
 */
export async function makeBrand(options: BrandOptions): Promise<BrandResult> {
  requireOptions('options', options, ['name', 'accent', 'logo']);
  const { name, accent, logo } = options;
  requireType('name', name, 'string');
  requireType('accent', accent, 'string');
  if (logo !== undefined && !(logo instanceof Uint8Array))
    throw new TypeError('`logo` takes the bytes of an image: pass `await readFile(path)`.');
  const [{ deriveAccent, ownAccent }, { isName, nameRule }, { embedImage }] = await Promise.all([
    import('#render/report/charts/accent.ts'),
    import('#app/require-name.ts'),
    import('#app/report/brand/embed-image.ts'),
  ]);
  if (name !== undefined && !isName(name)) {
    const fault = `A name has ${nameRule}.`;
    return { ok: false, about: 'name', fault, fix: 'Give the name as it should appear on the page.' };
  }
  const chosen = accent === undefined ? { ok: true as const, accent: ownAccent } : deriveAccent(accent);
  if (!chosen.ok) return { ok: false, about: 'accent', fault: chosen.fault, fix: chosen.fix };
  const image = logo === undefined ? undefined : embedImage(logo);
  if (image?.ok === false) return { ok: false, about: 'logo', fault: image.fault, fix: image.fix };
  const brand = {
    accent: chosen.accent,
    ...(name !== undefined && { name }),
    ...(image !== undefined && { logo: image.address }),
  };
  return { ok: true, brand };
}
