/** What has a score in an earlier revision and none now: nobody may lose a score by hiding its file. */
import type { Uncompared } from '#domain/gate/gate.ts';
import type { Model } from '#domain/model.ts';
import { makeMatcher } from '#io/globs.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';
import { formatInputPath } from '#app/gate/inputs.ts';
import { readAnyAgainst } from '#app/read-document.ts';
import type { Context } from '#app/context.ts';
import type { Earlier, EarlierState } from './earlier.ts';
import type { EarlierSettings, FindEarlierSettings } from './earlier-settings.ts';
import { type Revision, listLostFiles } from './revision.ts';
import type { Wanted } from './wanted.ts';

/** Kinds of documents that have a score of their own. */
const scoredKinds: ReadonlySet<string | undefined> = new Set(['sales-system', 'answers']);

/** Returns why a file without a score cannot be compared; undefined if it had none in the revision either. */
export async function explainUnscored(
  state: EarlierState | undefined,
  model: Model,
): Promise<string | undefined> {
  if (state?.path === undefined) return undefined;
  const { kind } = await readAnyAgainst(state.name, state.bytes, model);
  return scoredKinds.has(kind) ? `has a score in ${state.name}, but none now.` : undefined;
}

/** Whether settings of the revision ignored a file. */
async function isIgnoredBy(settings: EarlierSettings | undefined, path: string): Promise<boolean> {
  if (settings === undefined) return false;
  const matches = await makeMatcher(settings.config.ignore ?? []);
  return matches(formatInputPath(settings.folder, path));
}

/** Finds files of the revisions with a score that are no longer checked: deleted, ignored, or of another kind. */
export async function findLost(
  { host }: Context,
  earlier: Earlier,
  files: readonly CheckedFile[],
  model: Model,
  findEarlierSettings: FindEarlierSettings,
  { covers, ignored, places, compared, getSettings }: Wanted,
): Promise<Uncompared[]> {
  const revisions = new Set<Revision>();
  for (const path of [...places, ...files.flatMap((file) => file.path ?? [])]) {
    const revision = await earlier.findRevision(path);
    if (revision !== undefined) revisions.add(revision);
  }
  const uncompared: Uncompared[] = [];
  for (const revision of revisions) {
    const isWanted = async (path: string): Promise<boolean> =>
      (await covers(path)) && !(await isIgnoredBy(await findEarlierSettings(revision, path), path));
    for (const { path, bytes, isUnstaged } of await listLostFiles(revision, compared, ignored, isWanted)) {
      const file = formatInputPath(host.cwd, path);
      const { kind } = await readAnyAgainst(revision.name, bytes, model);
      if (!scoredKinds.has(kind)) continue;
      const advice = isUnstaged
        ? ' If it was renamed, stage that with `git add -A`, so that git sees it.'
        : '';
      const why = `${file} has a score in ${revision.name}, but is no longer checked.${advice}`;
      uncompared.push({ file, why, maxDrop: (await getSettings(path)).floors.maxDrop });
    }
  }
  return uncompared;
}
