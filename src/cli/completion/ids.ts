import { loadShippedModel, shippedOverlays } from '#app/model/shipped-model.ts';
import { readFolderIds } from './folder-ids.ts';
import { type ModelIds, listModelIds } from './model-ids.ts';

/**
 * Ids of the model that a command line names: the shipped one, a translation of it, or one in a folder. A folder
 * is only looked at, never checked: what is wrong with it says the command itself.
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
