/** What has a score in an earlier revision and none now: nobody may lose a score by hiding its file. */
import { dirname, join } from 'node:path';
import type { Uncompared } from '#domain/gate/gate.ts';
import type { Model } from '#domain/model.ts';
import { isCandidateName } from '#io/discover.ts';
import { makeMatcher } from '#io/globs.ts';
import { configNames } from '#app/config-file.ts';
import type { Context } from '#app/context.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';
import { readAnyAgainst, readConfig } from '#app/read-document.ts';
import type { Earlier } from './earlier.ts';
import { formatInputPath } from '#app/gate/inputs.ts';

/** Lists the folder of a path and every folder above it. */
function listFoldersAbove(path: string): string[] {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...listFoldersAbove(folder)];
}

/** Kinds of documents that have a score of their own. */
const scoredKinds: ReadonlySet<string | undefined> = new Set(['sales-system', 'answers']);

/** Returns why a file without a score cannot be compared; undefined if it had none before either. */
export async function explainUnscored(
  file: CheckedFile,
  earlier: Earlier,
  model: Model,
): Promise<string | undefined> {
  const state = file.path === undefined ? undefined : await earlier.readCommitted(file.path);
  if (state === undefined) return undefined;
  const { kind } = await readAnyAgainst(state.name, state.bytes, model);
  return scoredKinds.has(kind) ? `${file.file} has a score in ${state.name}, and has none now.` : undefined;
}

/** What a run is asked to check. */
export interface Wanted {
  /** Whether its arguments cover an absolute path. */
  readonly covers: (path: string) => Promise<boolean>;
  /** Absolute paths of files that the settings ignore. */
  readonly ignored: readonly string[];
  /** The named settings file; false to use none. */
  readonly config: string | false | undefined;
}

/** Makes a test of whether the settings of the earlier state ignored a file. Those of today must not hide it. */
function makeIgnoredThen(
  context: Context,
  earlier: Earlier,
  named: Wanted['config'],
): (path: string) => Promise<boolean> {
  const matchers = new Map<string, Promise<((path: string) => boolean) | undefined>>();
  const openMatcher = async (config: string): Promise<((path: string) => boolean) | undefined> => {
    const state = await earlier.readCommitted(config);
    if (state === undefined) return undefined;
    // Which model it was for makes no difference to what it ignored.
    const read = await readConfig(state.name, state.bytes, async () => undefined);
    const matches = await makeMatcher(read.ok ? (read.document.value.ignore ?? []) : []);
    return (path) => matches(formatInputPath(dirname(config), path));
  };
  return async (path) => {
    if (named === false) return false;
    const configs =
      named === undefined
        ? listFoldersAbove(path).flatMap((folder) => configNames.map((name) => join(folder, name)))
        : [context.path(named)];
    for (const config of configs) {
      const matcher = matchers.get(config) ?? openMatcher(config);
      matchers.set(config, matcher);
      const isIgnored = await matcher;
      // The nearest settings decide.
      if (isIgnored !== undefined) return isIgnored(path);
    }
    return false;
  };
}

/** Finds files of the revision with a score that are not checked any more: deleted, ignored, or of another kind. */
export async function findLost(
  context: Context,
  earlier: Earlier,
  files: readonly CheckedFile[],
  model: Model,
  { covers, ignored, config }: Wanted,
): Promise<Uncompared[]> {
  const { cwd } = context.host;
  const checked = files.flatMap(({ path }) => path ?? []);
  const lost = await earlier.listLost(cwd, checked, isCandidateName);
  const hidden = await Promise.all(
    ignored.map(async (path) => {
      const state = await earlier.readCommitted(path);
      return state === undefined ? [] : [{ ...state, path }];
    }),
  );
  const wasIgnored = makeIgnoredThen(context, earlier, config);
  const uncompared = new Map<string, Uncompared>();
  for (const { path, bytes, name } of [...lost, ...hidden.flat()]) {
    const file = formatInputPath(cwd, path);
    const { kind } = await readAnyAgainst(name, bytes, model);
    if (!scoredKinds.has(kind) || !(await covers(path)) || (await wasIgnored(path))) continue;
    uncompared.set(file, { file, why: `${file} has a score in ${name}, and is not checked any more.` });
  }
  return [...uncompared.values()];
}
