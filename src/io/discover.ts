import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';
import { groupBy } from '#domain/groups.ts';
import { globOptions, importMatcher, inspect, longestGlob, refuseSlow } from './globs.ts';
import { listAllBelow, listFilesBelow } from './list-files.ts';

/** Tests what a file says about itself. */
export interface KindTests {
  /** Whether the text of a file says that it is of a kind that the tool reads. */
  declaresOwnKind(text: string): boolean;
  /** Whether it nearly does: the kind is misspelled. */
  resemblesOwnKind(text: string): boolean;
  /** Whether the text of a file with a name of ours belongs to another tool. */
  isForeign(text: string): boolean;
  /** Whether the text is what an earlier run printed about documents. */
  isOutput(text: string): boolean;
}

/** Why something that could be meant is not checked. */
export type Reason = 'foreign' | 'misspelled' | 'output' | 'repository' | 'sparse';

/** A file, or a repository, that is not checked. */
export interface LeftOut {
  readonly path: string;
  readonly reason: Reason;
}

/** Found documents, and what was left out. */
export interface Discovered {
  readonly files: string[];
  readonly leftOut: LeftOut[];
  /** Settings files of the tool below the folders that were named. */
  readonly settings: string[];
}

/** What to look for, and where. */
export interface Search {
  readonly tests: KindTests;
  /** Whether files that git ignores are found too. */
  readonly findsIgnored?: true;
}

/** Names that no other tool uses. */
const ownNames = /(?:^|\/)(?:[^/]+\.)?sales-system\.(?:ya?ml|json)$/i;
/** Names that other tools use too: the content of the file decides. */
const sharedNames = /(?:^|\/)(?:[^/]+\.)?(?:answers|report)\.(?:ya?ml|json)$/i;
/** Settings of the tool. */
const settingsNames = /(?:^|\/)\.sales-audit\.ya?ml$/;
const readableNames = /\.(?:ya?ml|json)$/i;

/** Whether a file can be one that the tool reads, by its name. */
export function isCandidateName(path: string): boolean {
  return readableNames.test(path);
}
/** Bytes of a file to search for its kind, which need not come first: no document is larger. */
const documentBytes = 1024 * 1024;

/** Reads a file as text, as far as a document can reach; undefined if it cannot be read. */
function readText(path: string): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const beginning = Buffer.alloc(Math.min(fstatSync(file).size, documentBytes));
    return beginning.toString('utf8', 0, readSync(file, beginning));
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Judges a file by its name and by what it says. What cannot be read counts as ours, so that its reading says why. */
function judge(path: string, tests: KindTests): 'ours' | 'foreign' | 'misspelled' | 'other' {
  if (ownNames.test(path)) return 'ours';
  const text = readText(path);
  if (text === undefined || tests.declaresOwnKind(text)) return 'ours';
  if (sharedNames.test(path)) return tests.isForeign(text) ? 'foreign' : 'ours';
  return tests.resemblesOwnKind(text) ? 'misspelled' : 'other';
}

/** Whether a file has a name of declared systems. */
export function isSystemName(path: string): boolean {
  return ownNames.test(path);
}

/** Whether a file has a name that no other tool uses, or one that others use too. */
export function isUsualName(path: string): boolean {
  return ownNames.test(path) || sharedNames.test(path);
}

/** Lists repositories below a folder, whose files are not looked at, and files that a sparse checkout leaves out. */
function listUnseen(repositories: readonly string[], sparse: readonly string[]): LeftOut[] {
  return [
    ...repositories.map((path) => ({ path, reason: 'repository' as const })),
    ...sparse.map((path) => ({ path, reason: 'sparse' as const })),
  ];
}

/** Lists files below a folder as a search wants them. */
const list = ({ findsIgnored }: Search): typeof listFilesBelow =>
  findsIgnored ? listAllBelow : listFilesBelow;

/**
 * Finds declared systems, answers and reports below a folder, by name and by kind, without links: relative to the
 * folder, with `/`, sorted. Throws a UsageError if a folder cannot be read.
 */
export async function discover(cwd: string, search: Search): Promise<Discovered> {
  const { tests } = search;
  const { files, repositories, sparse } = await list(search)(cwd, isCandidateName);
  const judged = groupBy(files, (path) => judge(join(cwd, path), tests));
  const listLeftOut = (reason: 'foreign' | 'misspelled'): LeftOut[] =>
    (judged.get(reason) ?? []).map((path) => ({ path, reason }));
  return {
    files: [...(judged.get('ours') ?? [])],
    settings: files.filter((path) => settingsNames.test(path)),
    leftOut: [
      ...listLeftOut('foreign'),
      ...listLeftOut('misspelled'),
      ...listUnseen(repositories, sparse.filter(isUsualName)),
    ],
  };
}

/** Finds the files that a glob matches, relative to `cwd` if the glob is. */
async function findMatches(cwd: string, pattern: string, search: Search): Promise<Discovered> {
  const picomatch = await importMatcher();
  const { base: escaped, glob, isGlob } = picomatch.scan(pattern, globOptions);
  const base = escaped.replaceAll(/\\(.)/g, '$1');
  const folder = resolve(cwd, base);
  if (!isGlob || pattern.length > longestGlob || inspect(folder) !== 'folder')
    return { files: [], leftOut: [], settings: [] };
  refuseSlow(glob);
  const { files, repositories, sparse } = await list(search)(folder, picomatch(glob, globOptions));
  return prefixPaths(base, { files: [...files], leftOut: listUnseen(repositories, sparse), settings: [] });
}

/** Puts a folder in front of what was found below it. */
function prefixPaths(folder: string, { files, leftOut, settings }: Discovered): Discovered {
  return {
    settings: settings.map((path) => posix.join(folder, path)),
    files: files.map((path) => posix.join(folder, path)),
    leftOut: leftOut.map(({ path, reason }) => ({ path: posix.join(folder, path), reason })),
  };
}

/** Leaves out what an earlier run printed, which a glob such as `*.json` matches too. */
function leaveOutputs(cwd: string, { files, leftOut, settings }: Discovered, tests: KindTests): Discovered {
  const outputs = files.filter((path) => {
    if (!/\.json$/i.test(path) || ownNames.test(path)) return false;
    const text = readText(resolve(cwd, path)) ?? '';
    return tests.isOutput(text) && !tests.declaresOwnKind(text);
  });
  return {
    settings,
    files: files.filter((path) => !outputs.includes(path)),
    leftOut: [...leftOut, ...outputs.map((path) => ({ path, reason: 'output' as const }))],
  };
}

async function expandOne(cwd: string, given: string, search: Search): Promise<Discovered> {
  const pattern = sep === '/' ? given : given.replaceAll(sep, '/');
  // `check "$FILE"` with an empty variable must not check everything.
  if (pattern === '') return { files: [], leftOut: [], settings: [] };
  const full = resolve(cwd, pattern);
  const found = inspect(full);
  if (found === 'folder') return prefixPaths(pattern, await discover(full, search));
  const named =
    found === 'file'
      ? { files: [posix.normalize(pattern)], leftOut: [], settings: [] }
      : await findMatches(cwd, pattern, search);
  return leaveOutputs(cwd, named, search.tests);
}

/**
 * Finds the files that paths and globs name. An existing file names itself, and a folder everything that `discover`
 * finds below it. Anything else is a glob over files (`*`, `**`, `?`, `{a,b}`, `[...]`), without dot files and links. Returns each file once, in the order of the patterns, relative to `cwd` if its pattern is.
 * `unmatched` lists the patterns that name nothing.
 */
export async function expandPatterns(
  cwd: string,
  patterns: readonly string[],
  search: Search,
): Promise<Discovered & { readonly unmatched: string[] }> {
  const files = new Map<string, string>();
  const unmatched: string[] = [];
  const leftOut: LeftOut[] = [];
  const settings: string[] = [];
  for (const pattern of patterns) {
    const named = await expandOne(cwd, pattern, search);
    if (named.files.length === 0 && named.leftOut.every(({ reason }) => reason !== 'output'))
      unmatched.push(pattern);
    leftOut.push(...named.leftOut);
    settings.push(...named.settings);
    for (const file of named.files) {
      const full = resolve(cwd, file);
      if (!files.has(full)) files.set(full, file);
    }
  }
  return { files: [...files.values()], leftOut, settings, unmatched };
}
