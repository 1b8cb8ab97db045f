import { relative } from 'node:path';
import { type LoadedModel, type ModelFile, loadModel } from '#document/model/load-model.ts';
import { UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import { isFolder, listYaml, readBytes } from '#io/files.ts';
import { renderCommand } from '#render/shell.ts';
import type { Context } from '#app/context.ts';
import { computeDigest } from '#app/digest.ts';
import { loadShippedModel } from './shipped-model.ts';

/** Reads the files of a folder with a model, by the path that a person named. */
export type ReadModelFiles = (folder: string) => Promise<readonly ModelFile[]>;

/** The most files of a model, which has no more than 500 practices. */
const mostFiles = 1_000;

/**
 * Reads the files of a folder with a model as they are on the disk. Throws a UsageError if there is no such folder, or
 * if it has too many files.
 */
export async function readModelFiles(
  { host, resolvePath }: Context,
  folder: string,
): Promise<readonly ModelFile[]> {
  const root = resolvePath(folder);
  if (!(await isFolder(root))) {
    const start = renderCommand([...host.invocation, 'model', 'new', 'DIR'], host.shell);
    throw new UsageError(`There is no folder ${folder} with a model.`, `\`${start}\` creates one.`);
  }
  const paths = await listYaml(root);
  if (paths.length > mostFiles) {
    throw new UsageError(
      `The folder ${folder} has ${paths.length.toLocaleString('en')} YAML files; at most ${mostFiles.toLocaleString('en')} are read.`,
      'Name the folder of the model itself. A model has at most 500 practices, one in each file.',
    );
  }
  return Promise.all(
    paths.map(async (each) => {
      const file = relative(host.cwd, each);
      return { file, bytes: await readBytes(each, file) };
    }),
  );
}

/**
 * Reads the model of a folder: a complete one, an overlay or a translation.
 *
 * @param before the model that is named before it; undefined if it is the first
 */
export async function loadModelFolder(
  context: Context,
  folder: string,
  before: Model | undefined,
  readFiles: ReadModelFiles = (each) => readModelFiles(context, each),
): Promise<LoadedModel> {
  const files = await readFiles(folder);
  if (files.length === 0) {
    const start = renderCommand([...context.host.invocation, 'model', 'new', 'DIR'], context.host.shell);
    throw new UsageError(
      `The folder ${folder} contains no .yaml or .yml file.`,
      `\`${start}\` creates a model.`,
    );
  }
  return loadModel(files, computeDigest, await loadShippedModel(), before);
}
