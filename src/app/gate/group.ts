/** The steps of `check` for the files that have the same settings. */
import { dirname, join, resolve } from 'node:path';
import { suggest } from '#document/schema/suggest.ts';
import { UsageError } from '#domain/errors.ts';
import type { CheckReport } from '#domain/gate/check-report.ts';
import type { Settings } from '#domain/gate/settings.ts';
import type { Model } from '#domain/model.ts';
import { findRepositoryRoot, toGitPath } from '#io/git/git.ts';
import type { Context } from '#app/context.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';
import { selectConfigModel } from '#app/model/select-model.ts';
import { describeEntry } from './accept/baseline.ts';
import { buildCheckReport } from './build-check-report.ts';
import { type InputGroup, formatInputPath } from './inputs.ts';
import {
  listAllFindings,
  loadBaseline,
  makeJudged,
  requireWritableBaseline,
} from './accept/load-baseline.ts';
import { listIdleSettings } from './overrides.ts';
import { checkFiles } from './run-gate.ts';
import type { Against } from './compare/earlier.ts';
import type { Wanted } from './compare/wanted.ts';
import { type CheckOptions, type LoadedSettings, limitsDrop, limitsScores } from './settings.ts';

/** A group with what it takes to check it. */
export interface PreparedGroup extends InputGroup {
  readonly model: Model;
  /** Absolute path of the baseline. */
  readonly baselineFile: string | undefined;
  /** Set if no file has these settings: then they apply only to what moved away or is gone. */
  readonly isUnused?: true;
}

/**
 * Throws a UsageError if a floor of the command line is for an element that the model does not have: it could never
 * pass. Those of the settings file were checked when it was read.
 */
function requireElements({ floors }: Settings, model: Model): void {
  const known = model.elements.map(({ id }) => id);
  for (const id of floors.minElement.keys()) {
    if (known.includes(id)) continue;
    const near = suggest(id, known);
    throw new UsageError(
      `There is a floor for the element ${JSON.stringify(id)}, but the model has no such element.`,
      near === undefined ? `Elements: ${known.join(', ')}.` : `Did you mean ${near}?`,
    );
  }
}

/** Returns what the files of a group are compared with; undefined if they are not. */
export function getAgainst({ settings }: LoadedSettings, options: CheckOptions): Against | undefined {
  if (settings.against === undefined) return undefined;
  return { given: settings.against, isTip: options.againstTip === true };
}

/** Throws a UsageError if a drop is limited and there is nothing to measure it against. */
function requireAgainst(loaded: LoadedSettings): void {
  if (!limitsDrop(loaded) || loaded.settings.against !== undefined) return;
  throw new UsageError(
    'A drop of the score is limited (`maxDrop`), but there is nothing to compare with.',
    'Name a git revision or a file with --against, or with `against` in the settings.',
  );
}

/**
 * Returns the absolute path of the baseline of a group; undefined without one. Throws a UsageError if the settings name
 * one that a link takes outside of the repository: it would be read and written there. On the command line it is the
 * person's choice.
 */
async function findBaselineFile(
  context: Context,
  { settings, folder, file }: LoadedSettings,
  { baseline }: CheckOptions,
): Promise<string | undefined> {
  if (typeof baseline === 'string') return context.resolvePath(baseline);
  if (settings.baseline === undefined) return undefined;
  const path = join(folder, settings.baseline);
  const root = await findRepositoryRoot(folder);
  if (toGitPath(root ?? folder, path) !== undefined) return path;
  throw new UsageError(
    `The baseline ${settings.baseline} of ${file} is outside ${root === undefined ? 'its folder' : 'the repository'}.`,
    'Name a file in it, or give the baseline with --baseline.',
  );
}

/** Whether stale entries of the baseline fail the gate: as configured, by default in CI. */
export function failsOnStale({ staleBaseline }: Settings, env: Context['host']['env']): boolean {
  if (staleBaseline !== undefined) return staleBaseline === 'fail';
  return !['', '0', 'false'].includes(env['CI'] ?? '');
}

/** Loads the model of a group. Throws a UsageError for settings that no run could judge. */
export async function prepareGroup(
  context: Context,
  group: InputGroup,
  options: CheckOptions,
): Promise<PreparedGroup> {
  const { settings, folder, model: known } = group.loaded;
  requireAgainst(group.loaded);
  const model = known ?? (await selectConfigModel(context, folder, settings.model, options));
  requireElements(settings, model);
  const baselineFile = await findBaselineFile(context, group.loaded, options);
  requireWritableBaseline(options, baselineFile, group.inputs);
  return { ...group, model, baselineFile };
}

/** Prepares settings that no file has, and that limit what moved away from them; undefined if they limit nothing. */
export async function prepareUnused(
  context: Context,
  loaded: LoadedSettings,
  options: CheckOptions,
): Promise<PreparedGroup | undefined> {
  const { settings, folder, model: known } = loaded;
  if (settings.against === undefined || !limitsScores(loaded)) return undefined;
  const model = known ?? (await selectConfigModel(context, folder, settings.model, options));
  return { loaded, inputs: [], ignored: [], model, baselineFile: undefined, isUnused: true };
}

/** Checks the files of a group. */
export async function checkGroup(
  context: Context,
  { inputs, model }: PreparedGroup,
  options: CheckOptions,
  pace: (done: number) => Promise<void> | undefined,
): Promise<CheckedFile[]> {
  return checkFiles(inputs, {
    model,
    asOf: context.asOf,
    loadConfigModel: (path, named) =>
      selectConfigModel(context, path === undefined ? context.host.cwd : dirname(path), named, options),
    pace: async (done) => pace(done),
  });
}

/**
 * Decides the gate for the files of a group.
 *
 * @param movedOut files of other groups that came from the folder of these settings
 * @param compared what the run is asked to compare
 * @param isWhole whether the run covers the folder of the settings
 */
export async function judgeGroup(
  context: Context,
  { loaded, ignored, model, baselineFile }: PreparedGroup,
  files: readonly CheckedFile[],
  movedOut: readonly CheckedFile[],
  options: CheckOptions,
  compared: Omit<Wanted, 'ignored' | 'config' | 'model'>,
  isWhole: boolean,
): Promise<CheckReport> {
  const { host, asOf } = context;
  const { settings } = loaded;
  const getSettings = (file: string): Settings => loaded.getSettings(resolve(host.cwd, file));
  const baseline =
    baselineFile === undefined
      ? undefined
      : await loadBaseline(context, baselineFile, options, getSettings, files);
  const against = getAgainst(loaded, options);
  const comparison =
    against === undefined
      ? undefined
      : await (
          await import('./compare/compare.ts')
        ).compareWith(context, against, [...files, ...movedOut], model, {
          ...compared,
          ignored,
          config: options.config,
          model: options.model,
        });
  const settled =
    baseline?.findSettled(listAllFindings(files), await makeJudged(host.cwd, files, baseline)) ?? [];
  const scored = files.map(({ file, scores, unread }) => ({
    path: formatInputPath(loaded.folder, resolve(host.cwd, file)),
    scores,
    ...(unread !== undefined && { unread }),
  }));
  const { config, commandLine } = loaded;
  const idle = config === undefined ? [] : await listIdleSettings(config, commandLine, scored, isWhole);
  return buildCheckReport(files, {
    model,
    asOf,
    settings,
    getSettings,
    baseline,
    comparison,
    settled: settled.map(describeEntry),
    failsOnStale: failsOnStale(settings, host.env),
    // A part of the folder does not fail for what the rest may have.
    ...(isWhole ? { idle } : { notes: idle }),
  });
}
