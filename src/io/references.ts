import { lstat, readlink, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { PathState } from '#domain/facts.ts';

/** Links that lead to nothing and are followed by hand; more than this is a circle. */
const linkLimit = 40;

/** What a reference is by its looks alone: an address, unsafe, or a relative path. */
function looksOf(reference: string): 'address' | 'unsafe' | 'path' {
  // `\` would be a separator on one system and part of a name on another; `C:` is a scheme by its looks.
  if (reference.includes('\0') || reference.includes('\\')) return 'unsafe';
  if (/^https?:\/\/[^/\s]/i.test(reference)) return 'address';
  return /^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(reference) ? 'unsafe' : 'path';
}

function isInside(base: string, path: string): boolean {
  const way = relative(base, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Real path of the nearest folder above a path that exists. */
async function realAbove(path: string): Promise<string> {
  const above = dirname(path);
  return above === path ? path : realpath(above).catch(() => realAbove(above));
}

/** What an absolute path leads to. Where a link points out of the base, whether its target exists is not told. */
async function stateOf(base: string, path: string, links = 0): Promise<PathState> {
  if (!isInside(base, path)) return 'outside';
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined) return isInside(base, real) ? 'there' : 'outside';
  const above = await realAbove(path);
  if (!isInside(base, above)) return 'outside';
  const found = await lstat(path).catch(() => undefined);
  if (found?.isSymbolicLink() !== true || links >= linkLimit) return 'missing';
  const target = await readlink(path).catch(() => '');
  return stateOf(base, resolve(above, target), links + 1);
}

async function pathStateOf(base: string, reference: string): Promise<PathState> {
  const whole = await stateOf(base, resolve(base, reference));
  const hash = reference.indexOf('#');
  // A file can have `#` in its name, so the part after it is cut off only where there is no such file.
  if (whole !== 'missing' || hash < 1) return whole;
  return stateOf(base, resolve(base, reference.slice(0, hash)));
}

/**
 * What each reference leads to. Only looks whether something is there: nothing is opened, no address is
 * fetched. A fragment (`#...`) after a path does not count. Without a base every path is missing.
 *
 * @param base folder that paths start from and must not leave: the git root, else the folder of the file
 */
export async function referenceStates(
  references: readonly string[],
  base: string,
): Promise<Map<string, PathState>> {
  const root = await realpath(base).catch(() => undefined);
  const states = [...new Set(references)].map(async (reference): Promise<[string, PathState]> => {
    const looks = looksOf(reference);
    if (looks !== 'path') return [reference, looks];
    return [reference, root === undefined ? 'missing' : await pathStateOf(root, reference)];
  });
  return new Map(await Promise.all(states));
}
