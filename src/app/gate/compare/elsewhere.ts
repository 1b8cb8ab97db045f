/** Settings of folders that a run does not look into, which a checked file may have been moved out of. */
import { basename, dirname, resolve } from 'node:path';
import { InvalidDocumentError, UsageError } from '#domain/errors.ts';
import { findRepositoryRoot, listTracked } from '#io/git/git.ts';
import { configNames } from '#app/config-file.ts';
import { type Context, formatPath } from '#app/context.ts';
import type { CheckedInput } from '#app/findings/checked-file.ts';
import type { InputGroup } from '#app/gate/inputs.ts';
import {
  type CheckOptions,
  type FindSettings,
  type LoadedSettings,
  limitsScores,
} from '#app/gate/settings.ts';
import { findMovedOut } from './moved-out.ts';

/** What is found elsewhere: settings that a checked file had, and what could not be determined. */
export interface Elsewhere {
  readonly settings: readonly LoadedSettings[];
  readonly notes: readonly string[];
}

/** Lists the tracked settings files of the repositories around files, by their absolute paths. */
async function listSettingsFiles(inputs: readonly CheckedInput[]): Promise<string[]> {
  const folders = new Set(inputs.flatMap(({ path }) => (path === undefined ? [] : [dirname(path)])));
  const roots = new Set(await Promise.all([...folders].map(findRepositoryRoot)));
  const listed = [...roots]
    .flatMap((root) => root ?? [])
    .map(async (root) => {
      const names = (await listTracked(root)).filter((name) =>
        configNames.some((each) => each === basename(name)),
      );
      return names.map((name) => resolve(root, name));
    });
  return (await Promise.all(listed)).flat();
}

/**
 * Finds the settings of other folders that limit scores, and that a checked file had in the revision that they name. Looks
 * only for files that are compared with nothing: of the others, the stricter limit counts anyway.
 */
export async function findSettingsElsewhere(
  context: Context,
  groups: readonly InputGroup[],
  options: CheckOptions,
  findSettings: FindSettings,
): Promise<Elsewhere> {
  const inputs = groups
    .filter(({ loaded }) => loaded.settings.against === undefined)
    .flatMap((group) => group.inputs);
  // A named settings file is that of every folder.
  if (inputs.length === 0 || options.config !== undefined) return { settings: [], notes: [] };
  const known = new Set(groups.map(({ loaded }) => loaded));
  const settings: LoadedSettings[] = [];
  const notes: string[] = [];
  for (const path of await listSettingsFiles(inputs)) {
    try {
      const loaded = await findSettings(path);
      const given = loaded.settings.against;
      if (known.has(loaded) || given === undefined || !limitsScores(loaded)) continue;
      known.add(loaded);
      const against = { given, isTip: options.againstTip === true };
      const moved = await findMovedOut(context, against, loaded, inputs, findSettings, undefined);
      if (moved.length > 0) settings.push(loaded);
    } catch (error) {
      // Nobody asked for these settings here.
      if (error instanceof UsageError)
        notes.push(
          `Whether a file was moved out of the folder of ${formatPath(context.host, path)} could not be determined: ${error.message}`,
        );
      else if (!(error instanceof InvalidDocumentError)) throw error;
    }
  }
  return { settings, notes };
}
