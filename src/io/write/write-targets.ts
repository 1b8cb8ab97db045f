import type { Stats } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { getErrorCode, getReason } from '#io/system-errors.ts';

/** A place to write to: its absolute path, and the name that the person gave it, for messages. */
export interface Target {
  readonly path: string;
  readonly name: string;
}

/** What to say where a write was refused. */
export const unchanged = 'Nothing was changed.';

/** Whether a name that a person gave for an output means standard output. */
export function isStdout(name: string): boolean {
  return name === '-' || name === '/dev/stdout';
}

/** Whether the system makes what is at a path, such as `/dev/null` or `/dev/fd/63`. */
export function isSystemPath(path: string): boolean {
  return /^\/(?:dev|proc)\//.test(path);
}

/** Makes the error of a file that cannot be written. */
export function toWriteError(name: string, error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  return new UsageError(`Cannot write ${name}: ${getReason(error)}.`, unchanged);
}

/** Whether data is written into it, like a pipe or a terminal, instead of replacing it. */
function isStream(found: Stats): boolean {
  return found.isFIFO() || found.isCharacterDevice();
}

function describeKind(found: Stats): string {
  if (found.isSymbolicLink()) return 'a symbolic link';
  if (found.isDirectory()) return 'a folder';
  if (found.isSocket()) return 'a socket';
  return 'a block device';
}

/** Looks at what a path leads to, without following links. Undefined if there is nothing. */
export async function findStats(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    // ENOTDIR: a parent is a file, which `findMissingFolders` reports.
    if (['ENOENT', 'ENOTDIR'].includes(getErrorCode(error))) return undefined;
    throw error;
  }
}

/**
 * Checks that a target can be written: a regular file, a pipe, a character device, or nothing yet. A symbolic link
 * is refused because anyone may own the file behind it, except where the system itself links to a pipe or device,
 * as it does for `/dev/fd/63`.
 *
 * @returns whether to write into it instead of replacing it
 * @throws UsageError for anything else
 */
export async function requireWritable({ path, name }: Target): Promise<'file' | 'stream'> {
  if (/[/\\]$/.test(name))
    throw new UsageError(`Cannot write ${name}: that is a folder.`, `Name a file in it. ${unchanged}`);
  try {
    const found = await findStats(path);
    if (found === undefined || found.isFile()) return 'file';
    const behind = found.isSymbolicLink() && isSystemPath(path) ? await stat(path) : found;
    if (isStream(behind)) return 'stream';
    throw new UsageError(
      `Cannot write ${name}: it is ${describeKind(behind.isFile() ? found : behind)}.`,
      unchanged,
    );
  } catch (error) {
    throw toWriteError(name, error);
  }
}

/** Lists the missing folders of a path, outermost first. Throws a UsageError if one of its parents is a file. */
export async function findMissingFolders(folder: string, name: string): Promise<string[]> {
  const found = await findStats(folder);
  if (found?.isFile()) throw new UsageError(`Cannot write ${name}: ${folder} is a file.`, unchanged);
  return found === undefined ? [...(await findMissingFolders(dirname(folder), name)), folder] : [];
}

/** Resolves links in a path, also that of a file that does not exist yet. */
async function resolveLinks(path: string): Promise<string> {
  return realpath(path).catch(async () =>
    join(await realpath(dirname(path)).catch(() => dirname(path)), basename(path)),
  );
}

/**
 * Throws a UsageError if two targets are the same file, or one is also read.
 *
 * @param inputs absolute paths of the files that are read
 */
export async function requireApart(targets: readonly Target[], inputs: readonly string[]): Promise<void> {
  if (targets.length === 0) return;
  const read = new Set(await Promise.all(inputs.map(resolveLinks)));
  const written = new Set<string>();
  for (const { path, name } of targets) {
    const place = await resolveLinks(path);
    if (read.has(place)) {
      throw new UsageError(
        `${name} is an input, so it cannot be written.`,
        `Name another file. ${unchanged}`,
      );
    }
    if (written.has(place)) {
      throw new UsageError(`${name} would be written twice.`, `Name another file. ${unchanged}`);
    }
    written.add(place);
  }
}
