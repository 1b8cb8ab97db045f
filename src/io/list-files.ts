import { type Dirent, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { requireReadableName } from './file-names.ts';
import { type TreeEntry, findGitFault, findRepositoryRoot, listTree } from './git/git.ts';
import { getErrorCode, getReason } from './system-errors.ts';

/** What is below a folder: paths relative to it, with `/`, sorted. */
export interface Listing {
  readonly files: readonly string[];
  /** Repositories in the repository, whose files are not listed. */
  readonly repositories: readonly string[];
  /** Tracked files that a sparse checkout leaves out. */
  readonly sparse: readonly string[];
}

/** Codes of the errors that say that nothing is at a path. */
const absent = new Set(['ENOENT', 'ENOTDIR']);

function makeReadError(what: string, error: unknown): UsageError {
  return new UsageError(
    `Cannot read ${what}: ${getReason(error)}.`,
    'Make it readable, or name the files to check.',
  );
}

/**
 * Checks whether a path is a file and not a link: links could lead anywhere, and twice to the same file. Throws a
 * UsageError if nobody can tell.
 */
function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch (error) {
    if (absent.has(getErrorCode(error))) return false;
    throw makeReadError(path, error);
  }
}

/** Reads the entries of a folder below another one. */
function readEntries(folder: string, below: string): Dirent[] {
  try {
    return readdirSync(join(folder, below), { withFileTypes: true });
  } catch (error) {
    // One that nobody could name is said, and one that was just deleted has nothing to check.
    if (below !== '') requireReadableName(folder, below);
    if (below !== '' && absent.has(getErrorCode(error))) return [];
    throw makeReadError(`the folder ${join(folder, below)}`, error);
  }
}

/** More files than anybody has documents in: `check /` must not walk the whole disk. */
const mostPaths = 100_000;

/** Lists the files below a folder without asking git, relative to it, with `/`. */
export function listRecursively(folder: string, most = mostPaths): string[] {
  const files: string[] = [];
  const waiting = [''];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const entry of readEntries(folder, below)) {
      const path = posix.join(below, entry.name);
      if (entry.isFile()) files.push(path);
      const skipped = /^\.|^(?:node_modules|dist)$/.test(entry.name);
      if (entry.isDirectory() && !skipped) waiting.push(path);
    }
    if (files.length + waiting.length <= most) continue;
    throw new UsageError(
      `${folder} has more than ${most} files, and is in no git repository that says which matter.`,
      'Name the files, or a smaller folder.',
    );
  }
  return files;
}

/** Lists what the repository around a folder does not ignore below the folder; undefined if git does not read one. */
async function askGit(folder: string): Promise<TreeEntry[] | undefined> {
  const root = await findRepositoryRoot(folder);
  if (root === undefined || (await findGitFault(folder)) !== undefined) return undefined;
  const below = relative(realpathSync.native(root), realpathSync.native(folder)).split(sep).join('/');
  const entries = await listTree(root, below);
  return below === ''
    ? entries
    : entries.map((entry) => ({ ...entry, path: entry.path.slice(below.length + 1) }));
}

/** Lists the files below a folder whose path satisfies a condition, also those that git ignores, without links. */
export async function listAllBelow(folder: string, wanted: (path: string) => boolean): Promise<Listing> {
  const files = listRecursively(folder).filter((path) => wanted(path));
  for (const path of files) requireReadableName(folder, path);
  return { files: files.toSorted(), repositories: [], sparse: [] };
}

/**
 * Lists the files below a folder whose path satisfies a condition. Leaves out ignored files, links, and files that are
 * deleted but still tracked. Throws a UsageError if a folder or a file cannot be looked at.
 */
export async function listFilesBelow(folder: string, wanted: (path: string) => boolean): Promise<Listing> {
  const entries = await askGit(folder);
  if (entries === undefined) return listAllBelow(folder, wanted);
  const named = entries.filter(({ path, isRepository }) => !isRepository && wanted(path));
  for (const { path } of named) requireReadableName(folder, path);
  const isThere = (path: string): boolean => isFile(join(folder, path));
  const listPaths = (some: readonly TreeEntry[]): string[] => some.map(({ path }) => path).toSorted();
  const repositories = entries.filter(({ path, isRepository }) => isRepository && path !== '');
  return {
    files: listPaths(named).filter(isThere),
    repositories: listPaths(repositories),
    sparse: listPaths(named.filter(({ isSparse }) => isSparse)).filter((path) => !isThere(path)),
  };
}

/**
 * Returns those of absolute paths at which there is no longer anything. Leaves out what cannot be looked at, what a
 * sparse checkout leaves out, and what is in another repository, such as a submodule that is not checked out.
 *
 * @param folder a folder of the repository
 */
export async function findGone(folder: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const missing = paths.filter((path) => {
    try {
      lstatSync(path);
      return false;
    } catch (error) {
      return absent.has(getErrorCode(error));
    }
  });
  const root = missing.length === 0 ? undefined : await findRepositoryRoot(folder);
  if (root === undefined) return new Set(missing);
  if ((await findGitFault(folder)) !== undefined) return new Set();
  const elsewhere = (await listTree(root, '')).filter((entry) => entry.isSparse || entry.isRepository);
  const hidden = elsewhere.map(({ path }) => resolve(root, path));
  return new Set(missing.filter((path) => !hidden.some((at) => path === at || path.startsWith(at + sep))));
}
