import {
  type Dirent,
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  readdirSync,
  realpathSync,
} from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { groupBy } from '#domain/groups.ts';
import { findGitFault, listFiles, findRepositoryRoot } from './git/git.ts';
import { requireReadableName } from './file-names.ts';
import { globOptions, importMatcher, inspect, longestGlob, refuseSlow } from './globs.ts';
import { getReason } from './system-errors.ts';

/** Tests what a file says about itself. */
export interface KindTests {
  /** Whether the first bytes of a file, as text, say that it is of a kind that the tool reads. */
  declaresOwnKind(beginning: string): boolean;
  /** Whether the text of a file with a name of ours belongs to another tool. */
  isForeign(text: string): boolean;
}

/** Found documents, and files with a name of ours that belong to another tool. */
export interface Discovered {
  readonly files: string[];
  readonly foreign: string[];
}

/** Names that no other tool uses. */
const ownNames = /(?:^|\/)(?:[^/]+\.)?sales-system\.(?:ya?ml|json)$/;
/** Names that other tools use too: the content of the file decides. */
const sharedNames = /(?:^|\/)(?:[^/]+\.)?(?:answers|report)\.(?:ya?ml|json)$/;
const readableNames = /\.(?:ya?ml|json)$/;

/** Whether a file can be one that the tool reads, by its name. */
export function isCandidateName(path: string): boolean {
  return readableNames.test(path);
}
/** Bytes of a file to search for its kind. */
const beginningBytes = 4096;
/** Bytes of a file with a shared name: no document is larger. */
const documentBytes = 1024 * 1024;

/** Whether a path is a file and not a link: links could lead anywhere, and twice to the same file. */
function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}

/** Reads the first bytes of a file as text; undefined if it cannot be read. */
function readBeginning(path: string, most: number): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const beginning = Buffer.alloc(Math.min(fstatSync(file).size, most));
    return beginning.toString('utf8', 0, readSync(file, beginning));
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Judges a file by its name and by what it says. What cannot be read counts as ours, so that its reading says why. */
function judge(path: string, tests: KindTests): 'ours' | 'foreign' | 'other' {
  if (ownNames.test(path)) return 'ours';
  if (sharedNames.test(path)) {
    const text = readBeginning(path, documentBytes);
    return text !== undefined && tests.isForeign(text) ? 'foreign' : 'ours';
  }
  const beginning = readBeginning(path, beginningBytes);
  return beginning !== undefined && tests.declaresOwnKind(beginning) ? 'ours' : 'other';
}

/** Reads the entries of a folder below another one. */
function readEntries(folder: string, below: string): Dirent[] {
  try {
    return readdirSync(join(folder, below), { withFileTypes: true });
  } catch (error) {
    // One unreadable folder must not prevent checking the others, but one that nobody could name is said.
    if (below !== '') {
      requireReadableName(folder, below);
      return [];
    }
    throw new UsageError(`Cannot read the folder ${folder}: ${getReason(error)}.`, 'Check the path.');
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

/**
 * Lists the paths below a folder that the repository does not ignore, relative to the folder, with `/`, sorted. Those
 * of a repository can be links, or can be deleted.
 */
async function listPaths(folder: string): Promise<{ readonly paths: string[]; readonly areFiles: boolean }> {
  const root = await findRepositoryRoot(folder);
  if (root === undefined || (await findGitFault(folder)) !== undefined)
    return { paths: listRecursively(folder).toSorted(), areFiles: true };
  const below = relative(realpathSync.native(root), realpathSync.native(folder)).split(sep).join('/');
  const files = await listFiles(root, below);
  const paths = files.map((path) => (below === '' ? path : path.slice(below.length + 1)));
  return { paths: paths.toSorted(), areFiles: false };
}

/** Lists the files below a folder whose path satisfies a condition, relative to the folder, with `/`, sorted. */
async function findFilesBelow(folder: string, wanted: (path: string) => boolean): Promise<string[]> {
  const { paths, areFiles } = await listPaths(folder);
  const named = paths.filter((path) => wanted(path));
  for (const path of named) requireReadableName(folder, path);
  return named.filter((path) => areFiles || isFile(join(folder, path)));
}

/**
 * Finds declared systems, answers and reports below a folder, by name and by kind, without ignored files and links:
 * relative to the folder, with `/`, sorted. Throws a UsageError if the folder cannot be read.
 */
export async function discover(cwd: string, tests: KindTests): Promise<Discovered> {
  const paths = await findFilesBelow(cwd, (path) => readableNames.test(path));
  const judged = groupBy(paths, (path) => judge(join(cwd, path), tests));
  return { files: [...(judged.get('ours') ?? [])], foreign: [...(judged.get('foreign') ?? [])] };
}

/** Finds the files that a glob matches, relative to `cwd` if the glob is. */
async function findMatches(cwd: string, pattern: string): Promise<string[]> {
  const picomatch = await importMatcher();
  const { base: escaped, glob, isGlob } = picomatch.scan(pattern, globOptions);
  const base = escaped.replaceAll(/\\(.)/g, '$1');
  const folder = resolve(cwd, base);
  if (!isGlob || pattern.length > longestGlob || inspect(folder) !== 'folder') return [];
  refuseSlow(glob);
  const matches = picomatch(glob, globOptions);
  return (await findFilesBelow(folder, matches)).map((path) => posix.join(base, path));
}

async function expandOne(cwd: string, given: string, tests: KindTests): Promise<Discovered> {
  const pattern = sep === '/' ? given : given.replaceAll(sep, '/');
  // `check "$FILE"` with an empty variable must not check everything.
  if (pattern === '') return { files: [], foreign: [] };
  const full = resolve(cwd, pattern);
  const found = inspect(full);
  if (found === 'file') return { files: [posix.normalize(pattern)], foreign: [] };
  if (found !== 'folder') return { files: await findMatches(cwd, pattern), foreign: [] };
  const { files, foreign } = await discover(full, tests);
  const prefix = (paths: readonly string[]): string[] => paths.map((path) => posix.join(pattern, path));
  return { files: prefix(files), foreign: prefix(foreign) };
}

/**
 * Finds the files that paths and globs name. An existing file names itself, and a folder everything that `discover`
 * finds below it. Anything else is a glob over files (`*`, `**`, `?`, `{a,b}`, `[...]`), without ignored files, dot
 * files and links. Returns each file once, in the order of the patterns, relative to `cwd` if its pattern is.
 * `unmatched` lists the patterns that name nothing.
 */
export async function expandPatterns(
  cwd: string,
  patterns: readonly string[],
  tests: KindTests,
): Promise<Discovered & { readonly unmatched: string[] }> {
  const files = new Map<string, string>();
  const unmatched: string[] = [];
  const foreign: string[] = [];
  for (const pattern of patterns) {
    const named = await expandOne(cwd, pattern, tests);
    if (named.files.length === 0) unmatched.push(pattern);
    foreign.push(...named.foreign);
    for (const file of named.files) {
      const full = resolve(cwd, file);
      if (!files.has(full)) files.set(full, file);
    }
  }
  return { files: [...files.values()], foreign, unmatched };
}
