import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type LoadedModel, loadModel } from '#document/load-model.ts';
import { InvalidDocumentError, UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import { listYaml, readBytes } from '#io/files.ts';
import type { Context } from './context.ts';
import { digestOf } from './make-report.ts';
import { loadShippedModel, shippedOverlays } from './shipped-model.ts';

/** Option of every command that works with a model. */
export interface ModelOption {
  readonly model?: string;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Reads the model of a folder: complete, or an overlay over the shipped one. */
export async function loadModelFolder(context: Context, folder: string): Promise<LoadedModel> {
  const root = context.path(folder);
  if (!(await isFolder(root))) {
    throw new UsageError(
      `There is no folder ${folder} with a model.`,
      '`sales-audit model new DIR` starts one.',
    );
  }
  const paths = await listYaml(root);
  if (paths.length === 0)
    throw new UsageError(
      `The folder ${folder} holds no .yaml file.`,
      '`sales-audit model new DIR` starts a model.',
    );
  const files = await Promise.all(
    paths.map(async (path) => {
      const file = relative(context.host.cwd, path);
      return { file, bytes: await readBytes(path, file) };
    }),
  );
  return loadModel(files, digestOf, await loadShippedModel());
}

/** What a settings file calls its model, for `modelFor`: a shipped one by its name, else a folder beside the file. */
export async function modelBeside(folder: string, model: string): Promise<string> {
  const path = join(folder, model);
  return shippedOverlays.includes(model) && !(await isFolder(path)) ? model : path;
}

/** The model to work with: the shipped one, a translation that comes with it, or that of a folder. */
export async function modelFor(context: Context, { model }: ModelOption): Promise<Model> {
  if (model === undefined) return loadShippedModel();
  if (shippedOverlays.includes(model) && !(await isFolder(context.path(model))))
    return loadShippedModel(model);
  const loaded = await loadModelFolder(context, model);
  if (!loaded.ok) throw new InvalidDocumentError(loaded.findings, loaded.texts, 'model');
  return loaded.model;
}
