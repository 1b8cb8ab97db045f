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
import { saysOurKind } from './kind-sniffer.ts';
import { getErrorCode, getReason } from './system-errors.ts';

/** Names that say by themselves what a file is. */
const ourNames = /(?:^|\/)(?:[^/]+\.)?(?:sales-system|answers|report)\.(?:ya?ml|json)$/;
const readableNames = /\.(?:ya?ml|json)$/;
/** How much of a file is looked at for its kind, in bytes. */
const beginningBytes = 4096;

/** Longer than any path that a system takes, and short enough for picomatch, which throws at 64 KiB. */
const longestGlob = 4096;

/** `posix` is what makes `[!a]` mean the same as in a shell. */
const globOptions = { nonegate: true, noextglob: true, posix: true } as const;

/** Whether there is a file itself, not a link to one: links could lead anywhere, and twice to one file. */
function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}

function beginsAsOurs(path: string): boolean {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const beginning = Buffer.alloc(beginningBytes);
    return saysOurKind(beginning.toString('utf8', 0, readSync(file, beginning)));
  } catch {
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** What is in a folder below another one. */
function entriesOf(folder: string, below: string): Dirent[] {
  try {
    return readdirSync(join(folder, below), { withFileTypes: true });
  } catch (error) {
    // One folder that cannot be read should not keep the others from being checked.
    if (below !== '') return [];
    throw new UsageError(`Cannot read the folder ${folder}: ${getReason(error)}.`, 'Check the path.');
  }
}

/** Files below a folder outside any repository, relative to it, with `/`. */
function walk(folder: string): string[] {
  const files: string[] = [];
  const waiting = [''];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const entry of entriesOf(folder, below)) {
      const path = posix.join(below, entry.name);
      if (entry.isFile()) files.push(path);
      const skipped = /^\.|^(?:node_modules|dist)$/.test(entry.name);
      if (entry.isDirectory() && !skipped) waiting.push(path);
    }
  }
  return files;
}

/**
 * Paths below a folder, relative to it, with `/`, without those that the repository ignores; sorted. What a
 * repository has there can be links, or can be gone.
 */
async function pathsBelow(folder: string): Promise<{ readonly paths: string[]; readonly areFiles: boolean }> {
  const root = await findRepositoryRoot(folder);
  if (root === undefined) return { paths: walk(folder).toSorted(), areFiles: true };
  const below = relative(realpathSync.native(root), realpathSync.native(folder)).split(sep).join('/');
  const files = await listFiles(root, below);
  const paths = files.map((path) => (below === '' ? path : path.slice(below.length + 1)));
  return { paths: paths.toSorted(), areFiles: false };
}

/** Files below a folder that satisfy something said of their path, relative to it, with `/`; sorted. */
async function filesBelow(folder: string, wanted: (path: string) => boolean): Promise<string[]> {
  const { paths, areFiles } = await pathsBelow(folder);
  return paths.filter((path) => wanted(path) && (areFiles || isFile(join(folder, path))));
}

/**
 * Declared systems, answers and reports below a folder, by name or by kind, without ignored files and links:
 * relative to it, with `/`, sorted. Throws a UsageError where the folder cannot be read.
 */
export async function discover(cwd: string): Promise<string[]> {
  const files = await filesBelow(cwd, (path) => readableNames.test(path));
  return files.filter((path) => ourNames.test(path) || beginsAsOurs(join(cwd, path)));
}

/** What stands at a path that a person gave, links followed. */
function whatIsAt(path: string): 'file' | 'folder' | 'nothing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    // What is there but cannot be read counts as a file, so that reading it says why not.
    const isAbsent = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(
      getErrorCode(error),
    );
    return isAbsent ? 'nothing' : 'file';
  }
}

/** More stars than this between two slashes make the matcher try for minutes. */
const mostStars = 3;

/** Refuses a glob that could keep the matcher busy for ever: globs come from files that anyone may have written. */
function refuseSlow(glob: string): void {
  const stars = glob.split('/').map((part) => part.match(/\*+/g)?.length ?? 0);
  const deep = glob.match(/\*\*/g)?.length ?? 0;
  if (Math.max(...stars) <= mostStars && deep <= mostStars && glob.length <= longestGlob) return;
  throw new UsageError(
    `The pattern ${JSON.stringify(glob.slice(0, 60))} has too many stars to be matched safely.`,
    `Use at most ${mostStars} between two slashes, and at most ${mostStars} times \`**\`.`,
  );
}

/** The matcher of globs: loaded only where there is one. */
async function globMatcher(): Promise<typeof Picomatch> {
  return (await import('picomatch')).default;
}

/** Files that a glob matches, relative to `cwd` as the glob is. */
async function matching(cwd: string, pattern: string): Promise<string[]> {
  const picomatch = await globMatcher();
  const { base: escaped, glob, isGlob } = picomatch.scan(pattern, globOptions);
  const base = escaped.replaceAll(/\\(.)/g, '$1');
  const folder = resolve(cwd, base);
  if (!isGlob || pattern.length > longestGlob || whatIsAt(folder) !== 'folder') return [];
  refuseSlow(glob);
  const matches = picomatch(glob, globOptions);
  return (await filesBelow(folder, matches)).map((path) => posix.join(base, path));
}

async function expandOne(cwd: string, given: string): Promise<string[]> {
  const pattern = sep === '/' ? given : given.replaceAll(sep, '/');
  // `check "$FILE"` with an empty variable must not check everything.
  if (pattern === '') return [];
  const full = resolve(cwd, pattern);
  const found = whatIsAt(full);
  if (found === 'file') return [posix.normalize(pattern)];
  if (found === 'folder') return (await discover(full)).map((path) => posix.join(pattern, path));
  return matching(cwd, pattern);
}

/**
 * The files that paths and globs name: a path that exists stands for itself, a folder for what `discover`
 * finds below it, anything else is a glob over files (`*`, `**`, `?`, `{a,b}`, `[...]`), which leaves out
 * ignored files, dot files and links. In the order given, each file once, relative to `cwd` where the pattern
 * is. `unmatched` has each pattern that names nothing.
 */
export async function expandAliases(
  cwd: string,
  patterns: readonly string[],
): Promise<{ files: string[]; unmatched: string[] }> {
  const files = new Map<string, string>();
  const unmatched: string[] = [];
  for (const pattern of patterns) {
    const named = await expandOne(cwd, pattern);
    if (named.length === 0) unmatched.push(pattern);
    for (const file of named) {
      const full = resolve(cwd, file);
      if (!files.has(full)) files.set(full, file);
    }
  }
  return { files: [...files.values()], unmatched };
}

/** A test whether a path, relative and with `/`, or a folder above it is matched by one of the globs. */
export async function makeMatcher(globs: readonly string[]): Promise<(path: string) => boolean> {
  if (globs.length === 0) return () => false;
  globs.forEach(refuseSlow);
  const whole = globs.map((glob) => posix.normalize(glob).replace(/\/$/, ''));
  const patterns = whole.flatMap((glob) => [glob, `${glob}/**`]);
  return (await globMatcher())(patterns, { ...globOptions, dot: true });
}
