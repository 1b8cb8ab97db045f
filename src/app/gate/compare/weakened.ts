/** Settings that allow more than those of the revision, which must not happen unnoticed. */
import { groupBy } from '#domain/groups.ts';
import { listScoreReasons } from '#domain/gate/score-reasons.ts';
import type { Settings } from '#domain/gate/settings.ts';
import { listWeaker, pickStricterFloors } from '#domain/gate/weaker.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';
import { rules } from '#app/findings/rules.ts';
import { formatInputPath } from '#app/gate/inputs.ts';
import { type SettingsOf, makeSettingsLookup } from '#app/gate/overrides.ts';
import type { Context } from '#app/context.ts';
import type { EarlierState } from './earlier.ts';
import type { EarlierSettings, FindEarlierSettings } from './earlier-settings.ts';
import type { Revision } from './revision.ts';
import type { Wanted } from './wanted.ts';

/**
 * Lists the floors of the path that a file had, and that it misses: moving it must not free it from them. Those of its
 * path of today are judged with the other files.
 */
export async function listMissesOfOldPath(
  { host }: Context,
  { path, file, scores }: CheckedFile,
  state: EarlierState | undefined,
  { getSettings }: Pick<Wanted, 'getSettings'>,
): Promise<string[]> {
  if (path === undefined || state?.path === undefined || scores === undefined) return [];
  const [then, now] = [await getSettings(state.path), await getSettings(path)];
  const floors = pickStricterFloors(then.floors, now.floors);
  const from = formatInputPath(host.cwd, state.path);
  return listScoreReasons([scores], () => floors).map(
    (reason) => `${reason} That is the floor of ${from}, where ${file} used to be.`,
  );
}

/** A file and the revision that it is compared with, with the path that it had there. */
export interface SettingsPlace {
  readonly file: string;
  readonly path: string;
  readonly revision: Revision;
  readonly earlierPath: string;
}

/** Maximum number of files that a note names. */
const namedFiles = 3;

/** Notes for which files the settings allow more than they did in the revision. */
export async function noteWeakened(
  places: readonly SettingsPlace[],
  findEarlierSettings: FindEarlierSettings,
  { getSettings, commandLine }: Pick<Wanted, 'getSettings' | 'commandLine'>,
): Promise<string[]> {
  const known = new Map<EarlierSettings | undefined, Promise<SettingsOf>>();
  const findThen = async ({ revision, earlierPath }: SettingsPlace): Promise<Settings> => {
    const earlier = await findEarlierSettings(revision, earlierPath);
    const making = known.get(earlier) ?? makeSettingsLookup(earlier?.config, commandLine);
    known.set(earlier, making);
    return (await making)(formatInputPath(earlier?.folder ?? revision.root, earlierPath));
  };
  const found: { readonly file: string; readonly weaker: string }[] = [];
  for (const place of places) {
    const weaker = listWeaker(await findThen(place), await getSettings(place.path), rules);
    if (weaker.length > 0)
      found.push({
        file: place.file,
        weaker: `the settings allow more than in ${place.revision.name}: ${weaker.join(', ')}.`,
      });
  }
  return [...groupBy(found, ({ weaker }) => weaker)].map(([weaker, about]) => {
    const others = about.length - namedFiles;
    const names = about.slice(0, namedFiles).map(({ file }) => file);
    return `${names.join(', ')}${others > 0 ? ` and ${others} more` : ''}: ${weaker}`;
  });
}
