import { loadShippedModel, shippedOverlays } from '#app/model/shipped-model.ts';
import { readFolderIds } from './folder-ids.ts';
import { type ModelIds, listModelIds } from './model-ids.ts';

/**
 * Reads the ids of the model of a command line: the shipped one, a translation of it, or one in a folder. The model in
 * a folder is not validated; the command itself does that.
 *
 * @param folder absolute path of `--model`
 */
export async function readIds(model: string | undefined, folder: string): Promise<ModelIds> {
  const shipped = listModelIds(
    await loadShippedModel(model !== undefined && shippedOverlays.includes(model) ? model : undefined),
  );
  if (model === undefined) return shipped;
  return (await readFolderIds(folder, shipped)) ?? shipped;
}
