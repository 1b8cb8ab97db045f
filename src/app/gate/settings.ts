import { dirname, relative, sep } from 'node:path';
import { isDuration } from '#domain/calendar.ts';
import { UsageError } from '#domain/errors.ts';
import { type Overrides, type Settings, makeSettings } from '#domain/gate/settings.ts';
import type { Model } from '#domain/model.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import { type ConfigOption, readConfigFile } from '#app/config-file.ts';
import type { CommonOptions, Context } from '#app/context.ts';
import type { WaiveOptions } from './accept/waive.ts';
import { makeSettingsLookup } from './overrides.ts';

/** Options of `check`. */
export interface CheckOptions extends CommonOptions, ConfigOption, WaiveOptions {
  readonly format: string;
  readonly output: readonly string[];
  readonly verbose?: true;
  readonly quiet?: true;
  readonly pathPrefix?: string;
  readonly sarifSuppressed?: true;
  readonly stdinFilename?: string;
  readonly printConfig?: true;
  readonly preset?: Settings['preset'];
  readonly failSeverity?: Settings['floors']['failSeverity'];
  readonly maxWarnings?: string;
  readonly minScore?: string;
  readonly minElement: readonly string[];
  readonly minInPlace?: string;
  readonly minCoverage?: string;
  readonly maxEvidenceAge?: string;
  readonly maxDrop?: string;
  readonly against?: string;
  readonly againstTip?: true;
  readonly baseline?: string | false;
  readonly updateBaseline?: true;
  readonly pruneBaseline?: true;
  readonly model?: readonly string[];
}

/** Settings, the folder that their paths are relative to, and their file. */
export interface LoadedSettings {
  /** Settings of the run as a whole, and of files that no override names. */
  readonly settings: Settings;
  /** What the config file says, and what the command line says, which wins. */
  readonly config: ConfigDocument | undefined;
  readonly commandLine: Overrides;
  /** Finds the settings of a file by its absolute path. */
  readonly getSettings: (path: string) => Settings;
  /** Folder of the config file; the working folder without one. */
  readonly folder: string;
  /** Absolute path of the config file; undefined without one. */
  readonly path: string | undefined;
  /** The config file as it is shown; undefined without one. */
  readonly file: string | undefined;
  /** The model of the run, if a rule took it to read the config file. */
  readonly model: Model | undefined;
}

/** Parses the number of an option. Throws a UsageError if it is outside 0 to `highest`. */
function parseNumber(
  flag: string,
  text: string | undefined,
  highest: number,
  whole = false,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  // `Number` also takes 0x10, 1e1 and spaces.
  if (!/^(?:\d+\.?\d*|\.\d+)$/.test(text) || value > highest || (whole && !Number.isInteger(value))) {
    throw new UsageError(
      `${flag} takes a ${whole ? 'whole ' : ''}number from 0 to ${highest}, not ${JSON.stringify(text)}.`,
    );
  }
  return value;
}

function parseElementFloors(pairs: readonly string[]): Map<string, number> {
  const floors = new Map<string, number>();
  for (const pair of pairs) {
    const [id = '', floor, ...more] = pair.split('=');
    if (id === '' || floor === undefined || more.length > 0)
      throw new UsageError(
        `--min-element takes ELEMENT=SCORE, such as philosophy=50, not ${JSON.stringify(pair)}.`,
      );
    // The last one would win, and could be the lower.
    if (floors.has(id))
      throw new UsageError(
        `--min-element is given twice for ${JSON.stringify(id)}.`,
        'Give one floor for it.',
      );
    floors.set(id, parseNumber('--min-element', floor, 100) ?? 0);
  }
  return floors;
}

/** Finds the settings of a file by its absolute path; of standard input without a name by `undefined`. */
export type FindSettings = (path: string | undefined) => Promise<LoadedSettings>;

/** Makes a function that finds the settings of a file. Files with the same settings file get the same value. */
export function makeFindSettings(context: Context, options: CheckOptions): FindSettings {
  const byFolder = new Map<string, Promise<LoadedSettings>>();
  const byConfig = new Map<string | undefined, LoadedSettings>();
  const find = async (folder: string): Promise<LoadedSettings> => {
    const loaded = await loadSettings(context, options, folder);
    const known = byConfig.get(loaded.file) ?? loaded;
    byConfig.set(loaded.file, known);
    return known;
  };
  return (path) => {
    const isNamed = options.config !== undefined;
    const folder = path === undefined || isNamed ? context.host.cwd : dirname(path);
    const found = byFolder.get(folder) ?? find(folder);
    byFolder.set(folder, found);
    return found;
  };
}

/** Loads settings from the config file and the command line, which takes precedence. */
async function loadSettings(context: Context, options: CheckOptions, start: string): Promise<LoadedSettings> {
  const found = await readConfigFile(context, options, start);
  const config = found?.document.value;
  const { maxEvidenceAge } = options;
  if (maxEvidenceAge !== undefined && !isDuration(maxEvidenceAge)) {
    throw new UsageError(
      `--max-evidence-age takes a duration, not ${JSON.stringify(maxEvidenceAge)}.`,
      'Write it as in P12M, P26W or P90D.',
    );
  }
  const maxWarnings = parseNumber('--max-warnings', options.maxWarnings, 100_000, true);
  const minScore = parseNumber('--min-score', options.minScore, 100);
  const minInPlace = parseNumber('--min-in-place', options.minInPlace, 20, true);
  const minCoverage = parseNumber('--min-coverage', options.minCoverage, 1);
  const maxDrop = parseNumber('--max-drop', options.maxDrop, 100);
  const folder = found?.folder ?? context.host.cwd;
  const minElement = parseElementFloors(options.minElement);
  const commandLine: Overrides = {
    ...(options.preset !== undefined && { preset: options.preset }),
    ...(options.failSeverity !== undefined && { failSeverity: options.failSeverity }),
    ...(maxWarnings !== undefined && { maxWarnings }),
    ...(minScore !== undefined && { minScore }),
    ...(minElement.size > 0 && { minElement }),
    ...(minInPlace !== undefined && { minInPlace }),
    ...(minCoverage !== undefined && { minCoverage }),
    ...(options.maxEvidenceAge !== undefined && { maxEvidenceAge: options.maxEvidenceAge }),
    ...(maxDrop !== undefined && { maxDrop }),
    ...(options.against !== undefined && { against: options.against }),
    ...(typeof options.baseline === 'string' && {
      baseline: relative(folder, context.resolvePath(options.baseline)).split(sep).join('/'),
    }),
    ...(options.model !== undefined && { model: options.model }),
  };
  const used = options.baseline === false ? dropBaseline(config) : config;
  const getSettings = await makeSettingsLookup(used, commandLine);
  return {
    settings: makeSettings(used, commandLine),
    config: used,
    commandLine,
    getSettings: (file) => getSettings(relative(folder, file).split(sep).join('/')),
    folder,
    path: found?.path,
    file: found?.document.file,
    model: found?.model,
  };
}

function dropBaseline(config: ConfigDocument | undefined): ConfigDocument | undefined {
  if (config === undefined) return undefined;
  const { baseline: _baseline, ...rest } = config;
  return rest;
}

/** Returns whether settings limit scores or their drop, of all files or of some. */
export function limitsScores(loaded: LoadedSettings): boolean {
  const { settings, config } = loaded;
  const { minScore, minInPlace, minCoverage, minElement } = settings.floors;
  return (
    limitsDrop(loaded) ||
    [minScore, minInPlace, minCoverage].some((floor) => floor !== undefined) ||
    minElement.size > 0 ||
    (config?.overrides ?? []).some(({ floors }) => floors !== undefined)
  );
}

/** Returns whether settings limit a drop of the score, of all files or of some. */
export function limitsDrop({ settings, config }: LoadedSettings): boolean {
  return [settings.floors, ...(config?.overrides ?? [])].some(({ maxDrop }) => maxDrop !== undefined);
}
