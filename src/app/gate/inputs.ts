import { relative, resolve, sep } from 'node:path';
import { declaresOwnKind, isForeign } from '#document/schema/kind-sniffer.ts';
import { suggest } from '#document/schema/suggest.ts';
import { UsageError } from '#domain/errors.ts';
import { type Discovered, discover, expandPatterns } from '#io/discover.ts';
import { makeMatcher } from '#io/globs.ts';
import { readBytes, readStream } from '#io/files.ts';
import { type CheckFormat, checkFormats } from '#render/check/index.ts';
import { renderCommand } from '#render/escape.ts';
import type { CheckedInput } from '#app/findings/checked-file.ts';
import type { CheckOptions, FindSettings, LoadedSettings } from './settings.ts';
import { type Context, parseOutput } from '#app/context.ts';

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
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

const kindTests = { declaresOwnKind, isForeign };

/** Maximum number of files that a note names. */
const namedFiles = 3;

function listNames(files: readonly string[]): string {
  const more = files.length - namedFiles;
  return `${files.slice(0, namedFiles).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Notes the files with a name of ours that belong to another tool. */
function noteForeign(foreign: readonly string[]): string[] {
  if (foreign.length === 0) return [];
  const say = foreign.length === 1 ? 'does not say that it is' : 'do not say that they are';
  return [`Not checked: ${listNames(foreign)} ${say} answers or a report (\`kind\`).`];
}

/** Expands the paths and globs of the command line. Throws a UsageError for those that name nothing. */
async function expandNamed(cwd: string, named: readonly string[]): Promise<Discovered> {
  const { unmatched, ...found } = await expandPatterns(cwd, named, kindTests);
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
  const { files, foreign } =
    paths.length === 0 ? await discover(cwd, kindTests) : await expandNamed(cwd, named);
  const inputs = [...new Set(files.map((file) => resolve(cwd, file)))].map((path): CheckedInput => {
    const file = formatInputPath(cwd, path);
    return { path, file, read: () => readBytes(path, file) };
  });
  const groups = new Map<LoadedSettings, { inputs: CheckedInput[]; ignored: string[] }>();
  const groupOf = (loaded: LoadedSettings): { inputs: CheckedInput[]; ignored: string[] } => {
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
    const group = groupOf(loaded);
    if (ignores(formatInputPath(loaded.folder, path))) group.ignored.push(path);
    else group.inputs.push(input);
  }
  if (paths.includes('-')) {
    const input = await readInput(context, options.stdinFilename);
    groupOf(await findSettings(input.path)).inputs.push(input);
  }
  const ignored = [...groups.values()].flatMap((group) => group.ignored);
  // A hook passes the files of a commit, and all of them may be ignored. Of a folder, something has to be left.
  const areOnlyIgnored = named.length > 0 && named.every((path) => ignored.includes(resolve(cwd, path)));
  if ([...groups.values()].every((group) => group.inputs.length === 0) && !areOnlyIgnored) {
    throw new UsageError(
      'There is nothing to check here: no declared system, answers or report was found.',
      `\`${renderCommand([...host.invocation, 'init'])}\` creates a sales-system.yaml. Or name the files to check.`,
    );
  }
  // What an earlier run wrote needs no word.
  const own = new Set(
    parseOutputs(options).flatMap(({ file }) => (file === undefined ? [] : resolve(cwd, file))),
  );
  const ignoredNames = listNames(ignored.map((path) => formatInputPath(cwd, path)));
  return {
    groups: [...groups].map(([loaded, group]) => ({ loaded, ...group })),
    notes: [
      ...noteForeign(foreign.filter((path) => !own.has(resolve(cwd, path)))),
      ...(areOnlyIgnored ? [`Not checked: the settings ignore ${ignoredNames}.`] : []),
    ],
  };
}

/** An output of `check`. */
export interface CheckOutput {
  readonly format: CheckFormat;
  /** The file as the person named it; undefined for stdout. */
  readonly file: string | undefined;
}

function parsePair(pair: string): CheckOutput {
  const [format = '', ...rest] = pair.split('=');
  const known = checkFormats.find((each) => each === format);
  const file = rest.join('=');
  if (known !== undefined && file !== '') return { format: known, file: parseOutput(file) };
  const near = suggest(format, checkFormats);
  throw new UsageError(
    `--output takes FORMAT=FILE, not ${JSON.stringify(pair)}.`,
    near === undefined ? `Formats: ${checkFormats.join(', ')}.` : `Did you mean ${near}=${file || 'FILE'}?`,
  );
}

/**
 * Reads the outputs of a run. One of them is stdout: in the format that `--output` gives it, else in that of
 * `--format`. Throws a UsageError if both name one.
 */
export function parseOutputs(options: CheckOptions): CheckOutput[] {
  const named = options.output.map(parsePair);
  const format = checkFormats.find((each) => each === options.format) ?? 'text';
  const printed = named.filter(({ file }) => file === undefined);
  if (options.sarifSuppressed && format !== 'sarif' && named.every((each) => each.format !== 'sarif')) {
    throw new UsageError(
      '--sarif-suppressed is for sarif, but none is written.',
      'Add --output sarif=FILE, or omit --sarif-suppressed.',
    );
  }
  if (printed.length === 0) return [...named, { format, file: undefined }];
  if (printed.length === 1 && format === 'text') return named;
  throw new UsageError('Standard output would be written twice.', 'Write all but one to files.');
}
