/** The model of a revision: a change of the model must not decide how both states are scored. */
import { InvalidDocumentError, UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import { listTree, readFileIn } from '#io/git/git.ts';
import type { Context } from '#app/context.ts';
import { type ReadModelFiles, readModelFiles } from '#app/model/model-folder.ts';
import { loadModels, resolveModels } from '#app/model/select-model.ts';
import { loadShippedModel } from '#app/model/shipped-model.ts';
import type { EarlierState } from './earlier.ts';
import type { EarlierSettings, FindEarlierSettings } from './earlier-settings.ts';
import { type Revision, getNamedPath } from './revision.ts';

/** Makes a function that reads the files of a folder with a model as they are in a revision. */
function makeReadFiles(context: Context, { root, tree }: Revision): ReadModelFiles {
  return async (folder) => {
    const below = getNamedPath(root, context.resolvePath(folder));
    if (below === undefined) return readModelFiles(context, folder);
    const prefix = below === '' ? '' : `${below}/`;
    const names = [...tree.entries.keys()].filter((name) => name.startsWith(prefix) && /\.ya?ml$/.test(name));
    // No commit changes what git ignores, such as an installed package.
    if (names.length === 0 && (await listTree(root, below)).length === 0)
      return readModelFiles(context, folder);
    const files = await Promise.all(
      names.toSorted().map(async (file) => ({ file, bytes: await readFileIn(tree, file) })),
    );
    return files.flatMap(({ file, bytes }) => (bytes === undefined ? [] : [{ file, bytes }]));
  };
}

/** Loads the model of a revision; returns undefined if it cannot be read. */
async function loadEarlierModel(
  context: Context,
  revision: Revision,
  settings: EarlierSettings | undefined,
  given: readonly string[] | undefined,
): Promise<Model | undefined> {
  try {
    const named = settings?.config.model;
    const names = given ?? (settings === undefined ? [] : await resolveModels(settings.folder, named));
    const models = await loadModels(context, names, makeReadFiles(context, revision));
    return models.at(-1) ?? (await loadShippedModel());
  } catch (error) {
    if (error instanceof UsageError || error instanceof InvalidDocumentError) return undefined;
    throw error;
  }
}

/** Explains why an earlier state is not of the model of the run; undefined if it is, or if a file was named. */
export type ExplainModel = (state: EarlierState) => Promise<string | undefined>;

/**
 * Makes a function that compares the model of a run with that of a revision.
 *
 * @param model of the run
 * @param given models that the command line names, which win; a folder of them may still have changed
 */
export function makeExplainModel(
  context: Context,
  model: Model,
  given: readonly string[] | undefined,
  findEarlierSettings: FindEarlierSettings,
): ExplainModel {
  const known = new Map<EarlierSettings | Revision, Promise<Model | undefined>>();
  return async ({ path, revision }) => {
    if (path === undefined || revision === undefined) return undefined;
    const settings = await findEarlierSettings(revision, path);
    const key = settings ?? revision;
    const loading = known.get(key) ?? loadEarlierModel(context, revision, settings, given);
    known.set(key, loading);
    const earlier = await loading;
    if (earlier === undefined) return 'the model of that state cannot be read.';
    if (earlier.digest === model.digest) return undefined;
    return `the model was ${earlier.id} ${earlier.version} and is ${model.id} ${model.version} now, with different content.`;
  };
}
