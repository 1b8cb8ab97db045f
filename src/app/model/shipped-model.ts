import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '#domain/model.ts';

/** Overlays that come with the tool, by the name that `--model` takes. */
export const shippedOverlays: readonly string[] = ['de'];

/**
 * Reads the model that comes with the tool, or an overlay of it. The build has checked and assembled each.
 *
 * @param overlay one of `shippedOverlays`
 */
export async function loadShippedModel(overlay?: string): Promise<Model> {
  const name = overlay === undefined ? 'model' : `model-${overlay}`;
  return JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8')) as Model;
}
