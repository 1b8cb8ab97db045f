import { readFileSync } from 'node:fs';
import type { Model } from '#domain/model.ts';

/** Overlays that come with the tool, by the name that `--model` takes. */
export const shippedOverlays: readonly string[] = ['de'];

/**
 * The model that comes with the tool, or an overlay of it. The build has checked and assembled each into
 * one file.
 *
 * @param overlay one of `shippedOverlays`
 */
export async function loadShippedModel(overlay?: string): Promise<Model> {
  const name = overlay === undefined ? 'model' : `model-${overlay}`;
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as Model;
}
