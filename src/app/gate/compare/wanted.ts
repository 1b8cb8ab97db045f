import type { Overrides, Settings } from '#domain/gate/settings.ts';

/** What a run is asked to compare. */
export interface Wanted {
  /** Absolute paths of what its arguments name; the working folder without any. */
  readonly places: readonly string[];
  /** Whether only standard input is checked. It answers for files that are gone, if it is new. */
  readonly isOnlyInput: boolean;
  /** Whether its arguments cover an absolute path, and the files that are compared together have to answer for it. */
  readonly covers: (path: string) => Promise<boolean>;
  /** Absolute paths of all files that the run compares. */
  readonly compared: readonly string[];
  /** Absolute paths of files that the settings ignore. */
  readonly ignored: readonly string[];
  /** Finds the settings of today of a file by its absolute path. */
  readonly getSettings: (path: string) => Promise<Settings>;
  /** What the command line sets, whatever the settings files say. */
  readonly commandLine: Overrides;
  /** The named settings file; false to use none. */
  readonly config: string | false | undefined;
  /** The models that the command line names. */
  readonly model: readonly string[] | undefined;
}
