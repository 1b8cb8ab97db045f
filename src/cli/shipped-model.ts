import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '#domain/model.ts';
import { type ModelParts, assembled } from './model-parts.ts';

/** Overlays that come with the tool, by the name that `--model` takes. */
export const shippedOverlays: readonly string[] = ['de'];

function read<K extends keyof ModelParts>(name: string, part: K): ModelParts[K] {
  return JSON.parse(
    readFileSync(join(import.meta.dirname, `${name}.${part}.json`), 'latin1'),
  ) as ModelParts[K];
}

/**
 * The model that comes with the tool, or an overlay of it. The build has checked and assembled each, and has
 * taken apart what only some commands need: that is read where it is asked for.
 *
 * @param overlay one of `shippedOverlays`
 */
export async function loadShippedModel(overlay?: string): Promise<Model> {
  const name = overlay === undefined ? 'model' : `model-${overlay}`;
  return assembled(read(name, 'outline'), () => read(name, 'content'));
}
