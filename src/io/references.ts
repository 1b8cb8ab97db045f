import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { PathState } from '#domain/gate/facts.ts';

/** Links that lead to nothing and are followed by hand; more than this is a circle. */
const linkLimit = 40;

/** What a reference is by its looks alone: an address, unsafe, or a relative path. */
function looksOf(reference: string): 'address' | 'unsafe' | 'path' {
  // `\` would be a separator on one system and part of a name on another; `C:` is a scheme by its looks.
  if (reference.includes('\0') || reference.includes('\\')) return 'unsafe';
  if (/^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^/\s]/.test(reference)) return 'address';
  return /^(?:\/|[A-Za-z][A-Za-z0-9+.-]*:)/.test(reference) ? 'unsafe' : 'path';
}

function isInside(base: string, path: string): boolean {
  const way = relative(base, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** What a question to the file system says; undefined where there is nothing to be asked about. */
function ifThere<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

const realPathOf = (path: string): string | undefined => ifThere(() => realpathSync.native(path));

/** Real path of the nearest folder above a path that exists. */
function realAbove(path: string): string {
  const above = dirname(path);
  return above === path ? path : (realPathOf(above) ?? realAbove(above));
}

/** What an absolute path leads to. Where a link points out of the base, whether its target exists is not told. */
function stateOf(base: string, path: string, links = 0): PathState {
  if (!isInside(base, path)) return 'outside';
  const real = realPathOf(path);
  if (real !== undefined) return isInside(base, real) ? 'there' : 'outside';
  const above = realAbove(path);
  if (!isInside(base, above)) return 'outside';
  const isLink = ifThere(() => lstatSync(path).isSymbolicLink()) ?? false;
  if (!isLink || links >= linkLimit) return 'missing';
  return stateOf(base, resolve(above, ifThere(() => readlinkSync(path)) ?? ''), links + 1);
}

function pathStateOf(base: string, reference: string): PathState {
  const whole = stateOf(base, resolve(base, reference));
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
export function findReferenceStates(references: readonly string[], base: string): Map<string, PathState> {
  // Asked for where a reference looks like a path, and then once.
  let root: { readonly path: string | undefined } | undefined;
  const stateOfPath = (reference: string): PathState => {
    root ??= { path: realPathOf(base) };
    return root.path === undefined ? 'missing' : pathStateOf(root.path, reference);
  };
  const states = new Map<string, PathState>();
  for (const reference of new Set(references)) {
    const looks = looksOf(reference);
    states.set(reference, looks === 'path' ? stateOfPath(reference) : looks);
  }
  return states;
}
