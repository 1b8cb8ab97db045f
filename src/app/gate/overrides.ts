import type { ConfigDocument } from '#domain/types/config.ts';
import {
  type Overrides as CommandLine,
  type Settings,
  applyOverride,
  makeSettings,
} from '#domain/gate/settings.ts';
import type { FileScores, Unread } from '#domain/gate/check-report.ts';
import { type Limits, getGivenLimits, listIdleLimits, subtractLimits } from '#domain/gate/idle-limits.ts';
import { makeMatcher } from '#io/globs.ts';

/** Finds the settings of a file, given its path relative to the folder of the settings, with `/`. */
export type SettingsOf = (path: string) => Settings;

/**
 * Makes a function that finds the settings of a file: those of the configuration file, changed by each of its
 * `overrides` whose globs match, changed by the command line.
 */
export async function makeSettingsLookup(
  config: ConfigDocument | undefined,
  commandLine: CommandLine,
): Promise<SettingsOf> {
  const settings = makeSettings(config, commandLine);
  if (config?.overrides === undefined) return () => settings;
  const overrides = await Promise.all(
    config.overrides.map(async (override) => ({ override, matches: await makeMatcher(override.files) })),
  );
  return (path) => {
    const matching = overrides.filter(({ matches }) => matches(path)).map(({ override }) => override);
    return matching.length === 0
      ? settings
      : makeSettings(matching.reduce(applyOverride, config), commandLine);
  };
}

/** A checked file: its path relative to the folder of the settings, with `/`, and its scores if it has any. */
export interface ScoredFile {
  readonly path: string;
  readonly scores: FileScores | undefined;
  /** What it says that it is, if it could not be read. */
  readonly unread?: Unread;
}

/**
 * Lists the limits of a configuration file that no checked file can miss, and its overrides that match no file. Limits
 * that the command line replaces are left out.
 *
 * @param files every file of the folder of the settings that is checked
 * @param isWhole whether these are all files of that folder; if not, an override may match others
 */
export async function listIdleSettings(
  { floors, maxEvidenceAge, overrides = [] }: ConfigDocument,
  commandLine: CommandLine,
  files: readonly ScoredFile[],
  isWhole: boolean,
): Promise<string[]> {
  const listIdle = (some: readonly ScoredFile[], limits: Limits): string[] => {
    const scores = some.flatMap((file) => file.scores ?? []);
    return listIdleLimits(scores, new Set(some.flatMap(({ unread }) => unread ?? [])), limits);
  };
  const given = getGivenLimits(commandLine);
  const idle = listIdle(files, subtractLimits({ floors, maxEvidenceAge }, given));
  for (const override of overrides) {
    const matches = await makeMatcher(override.files);
    const own = files.filter(({ path }) => matches(path));
    if (own.length === 0 && !isWhole) continue;
    const reasons = own.length === 0 ? ['No file that it names was checked.'] : listIdle(own, override);
    idle.push(...reasons.map((reason) => `Override for ${override.files.join(', ')}: ${reason}`));
  }
  return idle;
}
