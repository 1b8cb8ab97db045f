/**
 * Stands for `shipped-model.ts` in tests, by an alias in `vitest.config.ts`: a build puts each model beside the code as
 * one file; in the source it is a directory of YAML files. So a test of the source needs no build.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Model } from '#domain/model.ts';
import { loadModelFrom } from '../../../src/tools/model-files.ts';

const overlays = resolve('src/overlays');

/** Overlays that ship with the tool. */
export const shippedOverlays: readonly string[] = readdirSync(overlays);

const loaded = new Map<string | undefined, Promise<Model>>();

/** Loads the model that ships with the tool, or an overlay of it, once per worker. */
export async function loadShippedModel(overlay?: string): Promise<Model> {
  const load = async (): Promise<Model> =>
    overlay === undefined
      ? loadModelFrom(resolve('src/model'))
      : loadModelFrom(join(overlays, overlay), await loadShippedModel());
  const model = loaded.get(overlay) ?? load();
  loaded.set(overlay, model);
  return model;
}
