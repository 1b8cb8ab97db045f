import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '#domain/model.ts';

/** Shipped translations, by their name for `--model`: the tag of their language. */
export const shippedOverlays: readonly string[] = ['de'];

/** The name of the shipped model itself for `--model`. */
export const shippedName = 'shipped';

/**
 * Reads the shipped model, or an overlay of it. The build has checked and assembled each.
 *
 * @param overlay one of `shippedOverlays`
 * @throws RangeError if there is no such overlay
 */
export async function loadShippedModel(overlay?: string): Promise<Model> {
  if (overlay !== undefined && !shippedOverlays.includes(overlay)) {
    const known = shippedOverlays.join(', ');
    throw new RangeError(`There is no shipped model ${JSON.stringify(overlay)}, but ${known}.`);
  }
  const name = overlay === undefined ? 'model' : `model-${overlay}`;
  return JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8')) as Model;
}
