import { dirname, resolve } from 'node:path';
import { findRepositoryRoot } from '#io/git/git.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';
import type { CheckOptions, FindSettings, LoadedSettings } from '#app/gate/settings.ts';
import type { Context } from '#app/context.ts';
import { type Against, openEarlier } from './earlier.ts';
import { makeFindEarlierSettings } from './earlier-settings.ts';
import { type Revision, findEarlierPath, getNamedPath } from './revision.ts';

/**
 * Finds files that had a path with other settings in a revision: moving a file to a folder that compares nothing must
 * not free it from a limit. Finds also those whose folder has got settings of its own, which compare nothing.
 *
 * @param loaded the settings that the files had, as they are today
 * @param others files of groups that are not compared
 * @param named the named settings file; false to use none
 */
export async function findMovedOut<T extends Pick<CheckedFile, 'path'>>(
  context: Context,
  against: Against,
  loaded: LoadedSettings,
  others: readonly T[],
  findSettings: FindSettings,
  named: CheckOptions['config'],
): Promise<T[]> {
  const root = await findRepositoryRoot(loaded.folder);
  if (root === undefined) return [];
  const earlier = openEarlier(context, against);
  const findEarlierSettings = makeFindEarlierSettings(context, named);
  /** Whether the file was compared in the revision, and a settings file of a folder below these ended that. */
  const isReleased = async (file: string, revision: Revision | undefined, path: string): Promise<boolean> => {
    if (revision === undefined || getNamedPath(loaded.folder, file) === undefined) return false;
    return (await findEarlierSettings(revision, path))?.config.against !== undefined;
  };
  const moved: T[] = [];
  for (const file of others) {
    if (file.path === undefined || (await findRepositoryRoot(dirname(file.path))) !== root) continue;
    const revision = await earlier.findRevision(file.path);
    const name = revision === undefined ? undefined : findEarlierPath(revision, file.path);
    const path = name === undefined ? file.path : resolve(root, name);
    const isMoved = path !== file.path && (await findSettings(path)) === loaded;
    if (isMoved || (await isReleased(file.path, revision, path))) moved.push(file);
  }
  return moved;
}
