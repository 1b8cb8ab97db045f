import type { ConfigDocument } from '#domain/types/config.ts';
import {
  type Overrides as CommandLine,
  type Settings,
  applyOverrides,
  makeSettings,
} from '#domain/gate/settings.ts';
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
    return matching.length === 0 ? settings : makeSettings(applyOverrides(config, matching), commandLine);
  };
}
