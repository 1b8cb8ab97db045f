import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import type { PathState } from '#domain/gate/facts.ts';

/** Maximum number of broken links to follow in a row; more are a cycle. */
const linkLimit = 40;

/** Classifies a reference by its form alone: an address, unsafe, or a relative path. */
function classify(reference: string): 'address' | 'unsafe' | 'path' {
  // `\` is a separator on one system and part of a name on another; `C:` looks like a scheme.
  if (reference.includes('\0') || reference.includes('\\')) return 'unsafe';
  if (/^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^/\s]/.test(reference)) return 'address';
  return /^(?:\/|[A-Za-z][A-Za-z0-9+.-]*:)/.test(reference) ? 'unsafe' : 'path';
}

function isInside(base: string, path: string): boolean {
  const way = relative(base, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Returns the result of a file system call; undefined if it fails. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

const getRealPath = (path: string): string | undefined => attempt(() => realpathSync.native(path));

/**
 * Returns the real path of the nearest existing folder above a path. Starts at the top, because a path of a thousand
 * folders that are not there would take a thousand calls from its end.
 */
function getRealFolderAbove(path: string): string {
  const { root } = parse(path);
  let real = root;
  for (const name of dirname(path).slice(root.length).split(sep)) {
    const below = getRealPath(join(real, name));
    if (below === undefined) return real;
    real = below;
  }
  return real;
}

/** Returns the state of an absolute path. Does not reveal whether the target of a link out of the base exists. */
function findState(base: string, path: string, links = 0): PathState {
  if (!isInside(base, path)) return 'outside';
  const real = getRealPath(path);
  if (real !== undefined) return isInside(base, real) ? 'there' : 'outside';
  const above = getRealFolderAbove(path);
  if (!isInside(base, above)) return 'outside';
  const isLink = attempt(() => lstatSync(path).isSymbolicLink()) ?? false;
  if (!isLink || links >= linkLimit) return 'missing';
  return findState(base, resolve(above, attempt(() => readlinkSync(path)) ?? ''), links + 1);
}

function findPathState(base: string, reference: string): PathState {
  const whole = findState(base, resolve(base, reference));
  const hash = reference.indexOf('#');
  // A file name can contain `#`, so cut off the part after it only if there is no such file.
  if (whole !== 'missing' || hash < 1) return whole;
  return findState(base, resolve(base, reference.slice(0, hash)));
}

/**
 * Returns the state of each reference. Only checks what exists: opens no file and fetches no address. Ignores a
 * fragment (`#...`) after a path. If the base does not exist, every path is missing.
 *
 * @param base folder that paths start from and must not leave: the git root, or else the folder of the file
 */
export function findReferenceStates(references: readonly string[], base: string): Map<string, PathState> {
  // Resolved once, and only if a reference looks like a path.
  let root: { readonly path: string | undefined } | undefined;
  const findStateInBase = (reference: string): PathState => {
    root ??= { path: getRealPath(base) };
    return root.path === undefined ? 'missing' : findPathState(root.path, reference);
  };
  const states = new Map<string, PathState>();
  for (const reference of new Set(references)) {
    const looks = classify(reference);
    states.set(reference, looks === 'path' ? findStateInBase(reference) : looks);
  }
  return states;
}
