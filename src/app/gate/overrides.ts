import type { ConfigDocument } from '#domain/types/config.ts';
import {
  type Overrides as CommandLine,
  type Settings,
  applyOverride,
  makeSettings,
} from '#domain/gate/settings.ts';
import type { FileScores } from '#domain/gate/check-report.ts';
import { getGivenLimits, listIdleLimits, subtractLimits } from '#domain/gate/idle-limits.ts';
import { makeMatcher } from '#io/globs.ts';

/** Finds the settings of a file, given its path relative to the folder of the settings, with `/`. */
export type SettingsOf = (path: string) => Settings;

/**
 * Makes a function that finds the settings of a file: those of the configuration file, changed by each of its
 * `overrides` whose globs match, changed by the command line.
 */
export async function makeSettingsOf(
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
}

/**
 * Lists the limits of a configuration file that no checked file can miss, and its overrides that match no file. Limits
 * that the command line replaces are left out.
 *
 * @param files every file of the folder of the settings that is checked
 */
export async function listIdleSettings(
  { floors, maxEvidenceAge, overrides = [] }: ConfigDocument,
  commandLine: CommandLine,
  files: readonly ScoredFile[],
): Promise<string[]> {
  const scoresOf = (some: readonly ScoredFile[]): FileScores[] => some.flatMap(({ scores }) => scores ?? []);
  const given = getGivenLimits(commandLine);
  const idle = listIdleLimits(scoresOf(files), subtractLimits({ floors, maxEvidenceAge }, given));
  for (const override of overrides) {
    const matches = await makeMatcher(override.files);
    const own = files.filter(({ path }) => matches(path));
    const reasons =
      own.length === 0 ? ['No file that it names was checked.'] : listIdleLimits(scoresOf(own), override);
    idle.push(...reasons.map((reason) => `Override for ${override.files.join(', ')}: ${reason}`));
  }
  return idle;
}
