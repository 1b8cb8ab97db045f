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

/**
 * Loads the model that settings are for: that of `--model`, else the one that they name, else the shipped one.
 *
 * @param folder folder of the settings file
 * @param named the model in the settings: a shipped one by name, else a folder beside the file
 */
export async function selectConfigModel(
  context: Context,
  folder: string,
  named: string | undefined,
  options: ModelOption,
): Promise<Model> {
  if (options.model !== undefined || named === undefined) return selectModel(context, options);
  const path = join(folder, named);
  const isShipped = shippedOverlays.includes(named) && !(await isFolder(path));
  return selectModel(context, { model: isShipped ? named : path });
}
