import { relative, resolve, sep } from 'node:path';
import { declaresOwnKind } from '#document/schema/kind-sniffer.ts';
import { suggest } from '#document/schema/suggest.ts';
import { UsageError } from '#domain/errors.ts';
import { discover, expandPatterns, makeMatcher } from '#io/discover.ts';
import { readBytes, readStream } from '#io/files.ts';
import { type CheckFormat, checkFormats } from '#render/check/index.ts';
import { renderCommand } from '#render/shell.ts';
import type { CheckedInput } from '#app/findings/checked-file.ts';
import type { CheckOptions, LoadedSettings } from './settings.ts';
import { type Context, parseOutput } from '#app/context.ts';

/** Formats an absolute path to show or store it: relative to the working folder, with `/`. */
export function formatInputPath(cwd: string, path: string): string {
  const below = path.startsWith(cwd + sep) ? path.slice(cwd.length + 1) : relative(cwd, path) || '.';
  return sep === '/' ? below : below.replaceAll(sep, '/');
}

/** Finds the files of a run: the named ones, or all documents below the working folder. */
export async function findInputs(
  context: Context,
  paths: readonly string[],
  options: CheckOptions,
  loaded: LoadedSettings,
): Promise<CheckedInput[]> {
  const { host } = context;
  const { cwd } = host;
  const named = paths.filter((path) => path !== '-');
  const files = new Set<string>();
  if (paths.length === 0)
    for (const file of await discover(cwd, declaresOwnKind)) files.add(resolve(cwd, file));
  else {
    const { files: matched, unmatched } = await expandPatterns(cwd, named, declaresOwnKind);
    if (unmatched.length > 0) {
      throw new UsageError(
        `Nothing matches ${unmatched.map((path) => JSON.stringify(path)).join(', ')}.`,
        'Check the path, or the pattern.',
      );
    }
    for (const file of matched) files.add(resolve(cwd, file));
  }
  const { ignore } = loaded.settings;
  const ignored = await makeMatcher(ignore);
  const kept =
    ignore.length === 0
      ? [...files]
      : [...files].filter((path) => !ignored(formatInputPath(loaded.folder, path)));
  const inputs = kept.map((path): CheckedInput => {
    const file = formatInputPath(cwd, path);
    return { path, file, read: () => readBytes(path, file) };
  });
  if (paths.includes('-')) {
    const name = options.stdinFilename;
    const bytes = await readStream(host.stdin);
    inputs.push({
      path: name === undefined ? undefined : resolve(cwd, name),
      file: name ?? '-',
      read: async () => bytes,
    });
  }
  if (inputs.length === 0) {
    throw new UsageError(
      'There is nothing to check here: no declared system, answers or report was found.',
      `\`${renderCommand([...host.invocation, 'init'], host.shell)}\` creates a sales-system.yaml. Or name the files to check.`,
    );
  }
  return inputs.toSorted((a, b) => (a.file < b.file ? -1 : 1));
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
