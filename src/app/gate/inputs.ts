import { relative, resolve, sep } from 'node:path';
import { InvalidDocumentError, UsageError } from '#domain/errors.ts';
import { type Discovered, type LeftOut, discover, expandPatterns, isUsualName } from '#io/discover.ts';
import { inspect, makeMatcher } from '#io/globs.ts';
import { readBytes, readStream, requireOneEnding } from '#io/files.ts';
import { renderCommand } from '#render/shell.ts';
import type { CheckedInput } from '#app/findings/checked-file.ts';
import type { CheckOptions, FindSettings, LoadedSettings } from './settings.ts';
import type { Context } from '#app/context.ts';
import { describeLeftOut, kindTests, listNames } from '#app/left-out.ts';
import { parseOutputs } from './outputs.ts';

/** Formats an absolute path to show or store it: relative to the working folder, with `/`. */
export function formatInputPath(cwd: string, path: string): string {
  const below = path.startsWith(cwd + sep) ? path.slice(cwd.length + 1) : relative(cwd, path) || '.';
  return sep === '/' ? below : below.replaceAll(sep, '/');
}

/** Files with the same settings. */
export interface InputGroup {
  readonly loaded: LoadedSettings;
  readonly inputs: readonly CheckedInput[];
  /** Absolute paths of the files that the settings ignore. */
  readonly ignored: readonly string[];
}

/** The files of a run. */
export interface Inputs {
  readonly groups: readonly InputGroup[];
  /** Settings of folders without a checked file, which may have had one. */
  readonly unused: readonly LoadedSettings[];
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

/** Makes the error of a run that has nothing to check. */
function makeNothingError(
  { host }: Context,
  leftOut: readonly LeftOut[],
  ignored: readonly string[],
): UsageError {
  if (ignored.length > 0) {
    return new UsageError(
      `There is nothing to check here: the settings ignore ${listNames(ignored)}.`,
      'Change `ignore` in the settings, or name other files.',
    );
  }
  return new UsageError(
    [
      'There is nothing to check here: no declared system, answers or report was found.',
      ...describeLeftOut(leftOut, 'Not checked'),
    ].join(' '),
    `\`${renderCommand([...host.invocation, 'init'], host.shell)}\` creates a sales-system.yaml. Or name the files to check.`,
  );
}

/** Expands the paths and globs of the command line. Throws a UsageError for those that name nothing. */
async function expandNamed(cwd: string, named: readonly string[]): Promise<Discovered> {
  const { unmatched, ...found } = await expandPatterns(cwd, named, { tests: kindTests });
  if (unmatched.length === 0) return found;
  throw new UsageError(
    `Nothing matches ${unmatched.map((path) => JSON.stringify(path)).join(', ')}.`,
    'Check the path, or the pattern.',
  );
}

/** Reads standard input as a file. */
async function readInput({ host }: Context, name: string | undefined): Promise<CheckedInput> {
  const bytes = await readStream(host.stdin);
  return {
    path: name === undefined ? undefined : resolve(host.cwd, name),
    file: name ?? '-',
    read: async () => bytes,
  };
}

/** Loads settings files, by their paths. Leaves out those that cannot be read, which no file uses. */
async function loadThere(paths: readonly string[], findSettings: FindSettings): Promise<Set<LoadedSettings>> {
  const loaded = new Set<LoadedSettings>();
  for (const path of paths) {
    try {
      loaded.add(await findSettings(path));
    } catch (error) {
      if (!(error instanceof UsageError || error instanceof InvalidDocumentError)) throw error;
    }
  }
  return loaded;
}

/** Finds the files of a run: the named ones, or all documents below the working folder. Groups them by settings. */
export async function findInputs(
  context: Context,
  paths: readonly string[],
  options: CheckOptions,
  findSettings: FindSettings,
): Promise<Inputs> {
  const { host } = context;
  const { cwd } = host;
  const named = paths.filter((path) => path !== '-');
  const namedFiles = new Set(named.map((path) => resolve(cwd, path)));
  const { files, leftOut, settings } =
    paths.length === 0 ? await discover(cwd, { tests: kindTests }) : await expandNamed(cwd, named);
  const inputs = [...new Set(files.map((file) => resolve(cwd, file)))].map((path): CheckedInput => {
    const file = formatInputPath(cwd, path);
    return { path, file, read: () => readBytes(path, file) };
  });
  const groups = new Map<LoadedSettings, { inputs: CheckedInput[]; ignored: string[] }>();
  const openGroup = (loaded: LoadedSettings): { inputs: CheckedInput[]; ignored: string[] } => {
    const group = groups.get(loaded) ?? { inputs: [], ignored: [] };
    groups.set(loaded, group);
    return group;
  };
  const matchers = new Map<LoadedSettings, (path: string) => boolean>();
  for (const input of inputs) {
    const { path = '' } = input;
    const loaded = await findSettings(path);
    const ignores = matchers.get(loaded) ?? (await makeMatcher(loaded.settings.ignore));
    matchers.set(loaded, ignores);
    const group = openGroup(loaded);
    if (ignores(formatInputPath(loaded.folder, path))) group.ignored.push(path);
    else group.inputs.push(input);
  }
  if (paths.includes('-')) {
    const input = await readInput(context, options.stdinFilename);
    openGroup(await findSettings(input.path)).inputs.push(input);
  }
  const taken = [...groups.values()].flatMap((group) => group.inputs.map(({ file }) => file));
  requireOneEnding(taken.filter(isUsualName));
  const there = await loadThere(
    settings.map((file) => resolve(cwd, file)),
    findSettings,
  );
  const ignored = [...groups.values()].flatMap((group) => group.ignored);
  const namedIgnored = ignored.filter((path) => namedFiles.has(path));
  // A hook passes the files of a commit, and all of them may be ignored. Of a folder, something has to be left.
  const areOnlyIgnored =
    namedIgnored.length > 0 && named.every((path) => inspect(resolve(cwd, path)) === 'file');
  const formatPaths = (absolute: readonly string[]): string[] =>
    absolute.map((path) => formatInputPath(cwd, path));
  if ([...groups.values()].every((group) => group.inputs.length === 0) && !areOnlyIgnored)
    throw makeNothingError(context, leftOut, formatPaths(ignored));
  // What an earlier run wrote, and this one writes again, needs no word.
  const own = new Set(
    parseOutputs(options).flatMap(({ file }) => (file === undefined ? [] : [resolve(cwd, file)])),
  );
  return {
    unused: [...there].filter((loaded) => !groups.has(loaded)),
    groups: [...groups].map(([loaded, group]) => ({ loaded, ...group })),
    notes: [
      ...describeLeftOut(
        leftOut.filter(({ path }) => !own.has(resolve(cwd, path))),
        'Not checked',
      ),
      ...(namedIgnored.length > 0
        ? [`Not checked: the settings ignore ${listNames(formatPaths(namedIgnored))}.`]
        : []),
    ],
  };
}
