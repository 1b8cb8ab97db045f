/** Globs, which come from files and so are untrusted. */
import { statSync } from 'node:fs';
import { posix, resolve, sep } from 'node:path';
import type Picomatch from 'picomatch';
import { UsageError } from '#domain/errors.ts';
import { getErrorCode } from './system-errors.ts';

/** Longer than any path of a system, and short enough for picomatch, which throws at 64 KiB. */
export const longestGlob = 4096;

/** `posix` gives `[!a]` the same meaning as in a shell. */
export const globOptions = { nonegate: true, noextglob: true, posix: true } as const;

/** Returns what is at a path that the user gave. Follows links. */
export function inspect(path: string): 'file' | 'folder' | 'nothing' {
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
export function refuseSlow(glob: string): void {
  const stars = glob.split('/').map((part) => part.match(/\*+/g)?.length ?? 0);
  const deep = glob.match(/\*\*/g)?.length ?? 0;
  if (Math.max(...stars) <= mostStars && deep <= mostStars && glob.length <= longestGlob) return;
  throw new UsageError(
    `The pattern ${JSON.stringify(glob.slice(0, 60))} has too many stars to be matched safely.`,
    `Use at most ${mostStars} between two slashes, and at most ${mostStars} times \`**\`.`,
  );
}

/** Imports the matcher of globs on demand. */
export async function importMatcher(): Promise<typeof Picomatch> {
  return (await import('picomatch')).default;
}

/** Makes a test of whether paths and globs as in `expandPatterns` cover an absolute path; without any, `cwd` does. */
export async function makeCoverage(
  cwd: string,
  patterns: readonly string[],
): Promise<(path: string) => boolean> {
  const isBelow = (folder: string, path: string): boolean =>
    path === folder || path.startsWith(folder === sep ? sep : folder + sep);
  if (patterns.length === 0) return (path) => isBelow(cwd, path);
  const picomatch = await importMatcher();
  const tests = patterns.map((pattern) => {
    const full = resolve(cwd, pattern);
    if (inspect(full) !== 'nothing') return (path: string) => isBelow(full, path);
    const { base, glob, isGlob } = picomatch.scan(pattern, globOptions);
    const folder = resolve(cwd, base.replaceAll(/\\(.)/g, '$1'));
    if (!isGlob) return () => false;
    const matches = picomatch(glob, globOptions);
    return (path: string) =>
      isBelow(folder, path) && matches(path.slice(folder.length + 1).replaceAll(sep, '/'));
  });
  return (path) => tests.some((test) => test(path));
}

/** Makes a test of whether one of the globs matches a relative path (with `/`) or a folder above it. */
export async function makeMatcher(globs: readonly string[]): Promise<(path: string) => boolean> {
  if (globs.length === 0) return () => false;
  globs.forEach(refuseSlow);
  const whole = globs.map((glob) => posix.normalize(glob).replace(/\/$/, ''));
  const patterns = whole.flatMap((glob) => [glob, `${glob}/**`]);
  return (await importMatcher())(patterns, { ...globOptions, dot: true });
}
