import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { readBytes } from '#io/files.ts';
import {
  type ChangedFile,
  findCommit,
  findGitFault,
  findMergeBase,
  findRepositoryRoot,
  listChangedFiles,
  makeNoCommitError,
  readBlobs,
  readFileIn,
  toGitPath,
} from '#io/git/git.ts';
import type { Context } from '#app/context.ts';

/** What scores are compared with, as a person named it. */
export interface Against {
  /** A revision or a file: `main`, `ref:main`, `file:report.yaml`. */
  readonly given: string;
  /** Whether to take the revision itself, not the commit where this branch left it. */
  readonly isTip: boolean;
}

/** An earlier state of a file. */
export interface EarlierState {
  readonly bytes: Uint8Array;
  /** The file or revision, as it is shown. */
  readonly name: string;
}

/** A commit to compare with, and what changed since. */
interface Revision {
  readonly root: string;
  readonly commit: string;
  /** The revision, as it is shown. */
  readonly name: string;
  readonly changed: readonly ChangedFile[];
}

/** A file to compare with. */
interface EarlierFile {
  readonly path: string;
  readonly name: string;
}

/** The earlier states of the files of a run. Resolves names once for each repository. */
export interface Earlier {
  /** Returns the state of a file, or undefined if it is new. A named file is the state of every file. */
  read(path: string | undefined): Promise<EarlierState | undefined>;
  /** Returns the state of a file in the revision; undefined if it is new, or there is no revision. */
  readCommitted(path: string): Promise<EarlierState | undefined>;
  /**
   * Returns the files of the revision, with their content, that are none of the checked ones now, under no name.
   *
   * @param checked absolute paths of the checked files
   * @param isWanted takes the absolute path that a file had
   */
  listLost(
    folder: string,
    checked: readonly string[],
    isWanted: (path: string) => boolean,
  ): Promise<readonly (EarlierState & { readonly path: string })[]>;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function openRevision(root: string, ref: string, tip: string, isTip: boolean): Promise<Revision> {
  const commit = isTip ? tip : await findMergeBase(root, tip);
  if (commit === undefined) {
    throw new UsageError(
      `${JSON.stringify(ref)} and this branch have no common commit in this clone.`,
      'If this is a shallow clone, fetch the whole history. Or compare with the revision itself, with --against-tip.',
    );
  }
  const name = commit === tip ? ref : `${ref} (where this branch left it, ${commit.slice(0, 10)})`;
  return { root, commit, name, changed: await listChangedFiles(root, commit) };
}

/**
 * Resolves a name in a repository: a revision, else a file. Throws a UsageError if it is neither, or both, as git does:
 * whoever adds a file of that name must not choose what is compared.
 */
async function resolveName(
  context: Context,
  { given, isTip }: Against,
  root: string | undefined,
): Promise<Revision | EarlierFile> {
  const [, prefix, name = ''] = /^(file:|ref:)?([^]*)$/.exec(given) ?? [];
  const path = context.path(name);
  const quoted = JSON.stringify(name);
  if (prefix === 'file:') return { path, name };
  const isAlsoFile = prefix === undefined && (await isFile(path));
  if (root === undefined) {
    if (isAlsoFile) return { path, name };
    throw new UsageError(
      prefix === 'ref:'
        ? `This is not a git repository, so there is no revision ${quoted}.`
        : `${quoted} is not a file, and this is not a git repository.`,
      'Give --against a file or a git revision.',
    );
  }
  const fault = await findGitFault(root);
  if (fault !== undefined) {
    throw new UsageError(
      `git cannot read this repository, so there is nothing to compare with: ${fault}.`,
      'To compare with a file, write file: before its name.',
    );
  }
  const tip = await findCommit(root, name);
  if (tip === undefined) {
    if (isAlsoFile) return { path, name };
    throw makeNoCommitError(name);
  }
  if (isAlsoFile) {
    throw new UsageError(
      `${quoted} is both a revision and a file.`,
      `Say which is meant: ref:${name} or file:${name}.`,
    );
  }
  return openRevision(root, name, tip, isTip);
}

/** Opens the earlier states of the files of a run. */
export function openEarlier(context: Context, against: Against): Earlier {
  const resolved = new Map<string | undefined, Promise<Revision | EarlierFile>>();
  const find = (root: string | undefined): Promise<Revision | EarlierFile> => {
    const found = resolved.get(root) ?? resolveName(context, against, root);
    resolved.set(root, found);
    return found;
  };
  const findAround = async (folder: string): Promise<Revision | EarlierFile> =>
    find(await findRepositoryRoot(folder));
  const readIn = async (
    { root, commit, name, changed }: Revision,
    path: string,
  ): Promise<EarlierState | undefined> => {
    const now = toGitPath(root, path);
    const renamed = changed.find((file) => file.now === now && file.path !== now);
    const bytes = await readFileIn(root, commit, renamed?.path ?? path);
    return bytes === undefined ? undefined : { bytes, name };
  };
  return {
    read: async (path) => {
      const found = await findAround(path === undefined ? context.host.cwd : dirname(path));
      if (!('commit' in found)) return { bytes: await readBytes(found.path, found.name), name: found.name };
      return path === undefined ? undefined : readIn(found, path);
    },
    readCommitted: async (path) => {
      const root = await findRepositoryRoot(dirname(path));
      const found = root === undefined ? undefined : await find(root);
      return found !== undefined && 'commit' in found ? readIn(found, path) : undefined;
    },
    listLost: async (folder, checked, isWanted) => {
      const found = await findAround(folder);
      if (!('commit' in found)) return [];
      const { root, name, changed } = found;
      const known = new Set(checked.map((path) => toGitPath(root, path)));
      const lost = changed.filter(({ path, now }) => !known.has(now) && isWanted(resolve(root, path)));
      const blobs = await readBlobs(root, [...new Set(lost.map(({ blob }) => blob))]);
      return lost.flatMap(({ path, blob }) => {
        const bytes = blobs.get(blob);
        return bytes === undefined ? [] : [{ path: resolve(root, path), bytes, name }];
      });
    },
  };
}
