import { relative } from 'node:path';
import { type LoadedModel, loadModel } from '#document/model/load-model.ts';
import { UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import { isFolder, listYaml, readBytes } from '#io/files.ts';
import { renderCommand } from '#render/shell.ts';
import type { Context } from '#app/context.ts';
import { computeDigest } from '#app/digest.ts';
import { loadShippedModel } from './shipped-model.ts';

/**
 * Reads the model of a folder: a complete one, an overlay or a translation.
 *
 * @param before the model that is named before it; undefined if it is the first
 */
export async function loadModelFolder(
  context: Context,
  folder: string,
  before: Model | undefined,
): Promise<LoadedModel> {
  const root = context.path(folder);
  const start = renderCommand([...context.host.invocation, 'model', 'new', 'DIR'], context.host.shell);
  if (!(await isFolder(root))) {
    throw new UsageError(`There is no folder ${folder} with a model.`, `\`${start}\` creates one.`);
  }
  const paths = await listYaml(root);
  if (paths.length === 0)
    throw new UsageError(
      `The folder ${folder} contains no .yaml or .yml file.`,
      `\`${start}\` creates a model.`,
    );
  const files = await Promise.all(
    paths.map(async (path) => {
      const file = relative(context.host.cwd, path);
      return { file, bytes: await readBytes(path, file) };
    }),
  );
  return loadModel(files, computeDigest, await loadShippedModel(), before);
}
