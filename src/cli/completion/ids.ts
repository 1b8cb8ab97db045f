import { resolve } from 'node:path';
import { loadShippedModel, shippedOverlays } from '#app/model/shipped-model.ts';
import { readFolderIds } from './folder-ids.ts';
import { type ModelIds, listModelIds } from './model-ids.ts';

/**
 * Reads the ids of the model of a command line: the shipped one, a translation of it, or what folders make of it. The
 * model in a folder is not validated; the command itself does that.
 *
 * @param models values of `--model`
 */
export async function readIds(models: readonly string[], cwd: string): Promise<ModelIds> {
  let ids = listModelIds(await loadShippedModel(models.find((name) => shippedOverlays.includes(name))));
  for (const name of models) ids = (await readFolderIds(resolve(cwd, name), ids)) ?? ids;
  return ids;
}
