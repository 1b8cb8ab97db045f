/**
 * Replaces `shipped-model.ts` in tests, through an alias in `vitest.config.ts`. A build has each model as one file; this
 * module reads the YAML files instead, so that tests of the source need no build.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Model } from '#domain/model.ts';
import { loadModelFrom } from '../../../src/tools/model-files.ts';

const overlays = resolve('src/overlays');

/** The name of the shipped model, as in the build. */
export const shippedName = 'shipped';

/** Names of the shipped overlays. */
export const shippedOverlays: readonly string[] = readdirSync(overlays);

const loaded = new Map<string | undefined, Promise<Model>>();

/** Loads the shipped model, or an overlay of it, once per worker. */
export async function loadShippedModel(overlay?: string): Promise<Model> {
  const load = async (): Promise<Model> =>
    overlay === undefined
      ? loadModelFrom(resolve('src/model'))
      : loadModelFrom(join(overlays, overlay), await loadShippedModel());
  const model = loaded.get(overlay) ?? load();
  loaded.set(overlay, model);
  return model;
}
