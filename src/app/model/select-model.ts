import { join } from 'node:path';
import { InvalidDocumentError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import { isFolder } from '#io/files.ts';
import type { Context } from '#app/context.ts';
import { loadShippedModel, shippedOverlays } from './shipped-model.ts';

/** Option of every command that uses a model. */
export interface ModelOption {
  readonly model?: string;
}

/** Resolves the model of a settings file: a shipped one by name, or a folder relative to the file. */
export async function findModelBeside(folder: string, model: string): Promise<string> {
  const path = join(folder, model);
  return shippedOverlays.includes(model) && !(await isFolder(path)) ? model : path;
}

/** Loads the model of a run: the shipped one, a shipped translation, or that of a folder. */
export async function selectModel(context: Context, { model }: ModelOption): Promise<Model> {
  if (model === undefined) return loadShippedModel();
  if (shippedOverlays.includes(model) && !(await isFolder(context.path(model))))
    return loadShippedModel(model);
  // The shipped models need no loader, which brings the library `yaml` along.
  const { loadModelFolder } = await import('./model-folder.ts');
  const loaded = await loadModelFolder(context, model);
  if (!loaded.ok) throw new InvalidDocumentError(loaded.findings, loaded.texts, 'model');
  return loaded.model;
}
