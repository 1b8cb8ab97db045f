import { dirname, resolve } from 'node:path';
import { findRepositoryRoot } from '#io/git/git.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';
import type { FindSettings, LoadedSettings } from '#app/gate/settings.ts';
import type { Context } from '#app/context.ts';
import { type Against, openEarlier } from './earlier.ts';
import { findEarlierPath } from './revision.ts';

/**
 * Finds files that had a path with other settings in a revision: moving a file to a folder that compares nothing must
 * not free it from a limit.
 *
 * @param loaded the settings that the files had, as they are today
 * @param others files of groups that are not compared
 */
export async function findMovedOut<T extends Pick<CheckedFile, 'path'>>(
  context: Context,
  against: Against,
  loaded: LoadedSettings,
  others: readonly T[],
  findSettings: FindSettings,
): Promise<T[]> {
  const root = await findRepositoryRoot(loaded.folder);
  if (root === undefined) return [];
  const earlier = openEarlier(context, against);
  const moved: T[] = [];
  for (const file of others) {
    if (file.path === undefined || (await findRepositoryRoot(dirname(file.path))) !== root) continue;
    const revision = await earlier.findRevision(file.path);
    const name = revision === undefined ? undefined : findEarlierPath(revision, file.path);
    const path = name === undefined ? file.path : resolve(root, name);
    if (path !== file.path && (await findSettings(path)) === loaded) moved.push(file);
  }
  return moved;
}
