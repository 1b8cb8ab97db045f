import {
  type Dirent,
  closeSync,
  lstatSync,
  openSync,
  readSync,
  readdirSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import type Picomatch from 'picomatch';
import { UsageError } from '#domain/errors.ts';
import { listFiles, findRepositoryRoot } from './git/git.ts';
import { requireReadableName } from './file-names.ts';
import { getErrorCode, getReason } from './system-errors.ts';

/** Tests the first bytes of a file, as text, for a kind of document that the tool reads. */
export type KindTest = (beginning: string) => boolean;

/** Names of files that the tool reads, regardless of their content. */
const ourNames = /(?:^|\/)(?:[^/]+\.)?(?:sales-system|answers|report)\.(?:ya?ml|json)$/;
const readableNames = /\.(?:ya?ml|json)$/;
/** Bytes of a file to search for its kind. */
const beginningBytes = 4096;

/** Longer than any path of a system, and short enough for picomatch, which throws at 64 KiB. */
const longestGlob = 4096;

/** `posix` gives `[!a]` the same meaning as in a shell. */
const globOptions = { nonegate: true, noextglob: true, posix: true } as const;

/** Whether a path is a file and not a link: links could lead anywhere, and twice to the same file. */
function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}

function beginsAsOurs(path: string, isOurs: KindTest): boolean {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const beginning = Buffer.alloc(beginningBytes);
    return isOurs(beginning.toString('utf8', 0, readSync(file, beginning)));
  } catch {
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Reads the entries of a folder below another one. */
function readEntries(folder: string, below: string): Dirent[] {
  try {
    return readdirSync(join(folder, below), { withFileTypes: true });
  } catch (error) {
    // One unreadable folder must not prevent checking the others.
    if (below !== '') return [];
    throw new UsageError(`Cannot read the folder ${folder}: ${getReason(error)}.`, 'Check the path.');
  }
}

/** Lists the files below a folder outside any repository, relative to it, with `/`. */
function listRecursively(folder: string): string[] {
  const files: string[] = [];
  const waiting = [''];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const entry of readEntries(folder, below)) {
      const path = posix.join(below, entry.name);
      if (entry.isFile()) files.push(path);
      const skipped = /^\.|^(?:node_modules|dist)$/.test(entry.name);
      if (entry.isDirectory() && !skipped) waiting.push(path);
    }
  }
  return files;
}

/**
 * Lists the paths below a folder that the repository does not ignore, relative to the folder, with `/`, sorted. Those
 * of a repository can be links, or can be deleted.
 */
async function listPaths(folder: string): Promise<{ readonly paths: string[]; readonly areFiles: boolean }> {
  const root = await findRepositoryRoot(folder);
  if (root === undefined) return { paths: listRecursively(folder).toSorted(), areFiles: true };
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
 * Finds declared systems, answers and reports below a folder, by name or by kind, without ignored files and links:
 * relative to the folder, with `/`, sorted. Throws a UsageError if the folder cannot be read.
 */
export async function discover(cwd: string, isOurs: KindTest): Promise<string[]> {
  const files = await findFilesBelow(cwd, (path) => readableNames.test(path));
  return files.filter((path) => ourNames.test(path) || beginsAsOurs(join(cwd, path), isOurs));
}

/** Returns what is at a path that the user gave. Follows links. */
function inspect(path: string): 'file' | 'folder' | 'nothing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    // A path that cannot be inspected counts as a file, so that reading it reports why.
    const isAbsent = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(
      getErrorCode(error),
    );
    return isAbsent ? 'nothing' : 'file';
  }
}

/** With more stars than this between two slashes, the matcher can take minutes. */
const mostStars = 3;

/** Refuses a glob that could take the matcher forever. Globs come from files, so they are untrusted. */
function refuseSlow(glob: string): void {
  const stars = glob.split('/').map((part) => part.match(/\*+/g)?.length ?? 0);
  const deep = glob.match(/\*\*/g)?.length ?? 0;
  if (Math.max(...stars) <= mostStars && deep <= mostStars && glob.length <= longestGlob) return;
  throw new UsageError(
    `The pattern ${JSON.stringify(glob.slice(0, 60))} has too many stars to be matched safely.`,
    `Use at most ${mostStars} between two slashes, and at most ${mostStars} times \`**\`.`,
  );
}

/** Imports the matcher of globs on demand. */
async function importMatcher(): Promise<typeof Picomatch> {
  return (await import('picomatch')).default;
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

async function expandOne(cwd: string, given: string, isOurs: KindTest): Promise<string[]> {
  const pattern = sep === '/' ? given : given.replaceAll(sep, '/');
  // `check "$FILE"` with an empty variable must not check everything.
  if (pattern === '') return [];
  const full = resolve(cwd, pattern);
  const found = inspect(full);
  if (found === 'file') return [posix.normalize(pattern)];
  if (found === 'folder') return (await discover(full, isOurs)).map((path) => posix.join(pattern, path));
  return findMatches(cwd, pattern);
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
  isOurs: KindTest,
): Promise<{ files: string[]; unmatched: string[] }> {
  const files = new Map<string, string>();
  const unmatched: string[] = [];
  for (const pattern of patterns) {
    const named = await expandOne(cwd, pattern, isOurs);
    if (named.length === 0) unmatched.push(pattern);
    for (const file of named) {
      const full = resolve(cwd, file);
      if (!files.has(full)) files.set(full, file);
    }
  }
  return { files: [...files.values()], unmatched };
}

/** Makes a test of whether one of the globs matches a relative path (with `/`) or a folder above it. */
export async function makeMatcher(globs: readonly string[]): Promise<(path: string) => boolean> {
  if (globs.length === 0) return () => false;
  globs.forEach(refuseSlow);
  const whole = globs.map((glob) => posix.normalize(glob).replace(/\/$/, ''));
  const patterns = whole.flatMap((glob) => [glob, `${glob}/**`]);
  return (await importMatcher())(patterns, { ...globOptions, dot: true });
}
