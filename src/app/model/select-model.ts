import { join } from 'node:path';
import { InvalidDocumentError, UsageError } from '#domain/errors.ts';
import { listModels } from '#domain/gate/settings.ts';
import type { Model } from '#domain/model.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import { isFolder } from '#io/files.ts';
import type { Context } from '#app/context.ts';
import type { ReadModelFiles } from './model-folder.ts';
import { loadShippedModel, shippedName, shippedOverlays } from './shipped-model.ts';

/** Every name of a model that comes with the tool. */
export const shippedNames: readonly string[] = [shippedName, ...shippedOverlays];

/** Option of every command that uses a model. */
export interface ModelOption {
  /** Shipped translations by name, or folders. Each builds on the ones before it. */
  readonly model?: readonly string[];
}

/** Loads a shipped translation, which is made for the shipped model alone. Throws a UsageError after another one. */
async function loadTranslation(name: string, before: Model | undefined): Promise<Model> {
  const model = await loadShippedModel(name);
  const { language } = await loadShippedModel();
  const isOnShipped = before?.digest === model.digest && before.language === language;
  if (before === undefined || isOnShipped) return model;
  const isOf = [before, ...before.extends].some(({ id }) => id === model.id);
  throw new UsageError(
    isOf
      ? `The model ${name} translates ${model.id}, so it has to be named before ${before.id === model.id ? 'every other one' : before.id}.`
      : `The model ${name} translates ${model.id}, and not ${before.id}, which is named before it.`,
    isOf ? `Name ${name} once, and first.` : `Remove ${name}, or translate ${before.id}.`,
  );
}

/** Loads the shipped model, which changes nothing that is before it. Throws a UsageError after another one. */
async function loadBase(before: Model | undefined): Promise<Model> {
  if (before === undefined) return loadShippedModel();
  throw new UsageError(
    `The model ${shippedName} replaces ${before.id}, which is named before it.`,
    `Name ${shippedName} first, or remove it.`,
  );
}

/**
 * Returns whether a name is that of a shipped model. Throws a UsageError if there is a folder of that name too: whoever
 * adds one must not choose the model.
 *
 * @param path absolute path of that folder
 */
export async function isShipped(name: string, path: string): Promise<boolean> {
  if (!shippedNames.includes(name)) return false;
  if (!(await isFolder(path))) return true;
  throw new UsageError(
    `${JSON.stringify(name)} is both a model that comes with the tool and a folder.`,
    `Write ./${name} for the folder, or rename it.`,
  );
}

/** Loads the model of one name, which builds on the one before it. */
async function loadNamed(
  context: Context,
  name: string,
  before: Model | undefined,
  readFiles: ReadModelFiles | undefined,
): Promise<Model> {
  if (await isShipped(name, context.resolvePath(name)))
    return name === shippedName ? loadBase(before) : loadTranslation(name, before);
  // The shipped models need no loader, which brings the library `yaml` along.
  const { loadModelFolder } = await import('./model-folder.ts');
  const loaded = await loadModelFolder(context, name, before, readFiles);
  if (!loaded.ok) throw new InvalidDocumentError(loaded.findings, loaded.texts, 'model');
  return loaded.model;
}

/** Throws a UsageError if a model is named twice: it would change twice what it changes once. */
export function requireDistinct({ resolvePath }: Context, names: readonly string[]): void {
  const twice = names.find((name, index) =>
    names.slice(0, index).some((other) => resolvePath(other) === resolvePath(name)),
  );
  if (twice !== undefined) throw new UsageError(`The model ${twice} is named twice.`, 'Name it once.');
}

/**
 * Loads models that build on each other. Returns for each name what it makes of those before it.
 *
 * @param readFiles reads the files of a folder with a model; by default as they are on the disk
 */
export async function loadModels(
  context: Context,
  names: readonly string[] = [],
  readFiles?: ReadModelFiles,
): Promise<readonly Model[]> {
  requireDistinct(context, names);
  const models: Model[] = [];
  for (const name of names) {
    try {
      models.push(await loadNamed(context, name, models.at(-1), readFiles));
    } catch (error) {
      if (names.length === 1) throw error;
      const { requireOrder } = await import('./model-order.ts');
      await requireOrder(context, names, (each, before) => loadNamed(context, each, before, readFiles));
      throw error;
    }
  }
  return models;
}

/** Loads the model of a run: the shipped one, or what the named ones make of it. */
export async function selectModel(context: Context, { model }: ModelOption): Promise<Model> {
  const models = await loadModels(context, model);
  return models.at(-1) ?? loadShippedModel();
}

/**
 * Resolves the models that settings name: shipped ones by name, else folders beside the file.
 *
 * @param folder folder of the settings file
 */
export async function resolveModels(
  folder: string,
  named: ConfigDocument['model'] | readonly string[],
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const name of listModels(named) ?? []) {
    const path = join(folder, name);
    names.push((await isShipped(name, path)) ? name : path);
  }
  return names;
}

/**
 * Loads the model that settings are for: that of `--model`, else the one that they name, else the shipped one.
 *
 * @param folder folder of the settings file
 * @param named the models in the settings: shipped ones by name, else folders beside the file
 */
export async function selectConfigModel(
  context: Context,
  folder: string,
  named: ConfigDocument['model'] | readonly string[],
  options: ModelOption,
): Promise<Model> {
  if (options.model !== undefined || named === undefined) return selectModel(context, options);
  return selectModel(context, { model: await resolveModels(folder, named) });
}
