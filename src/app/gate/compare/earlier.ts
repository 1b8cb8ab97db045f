import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { readBytes } from '#io/files.ts';
import { findCommit, findGitFault, findRepositoryRoot, makeNoCommitError, readFileIn } from '#io/git/git.ts';
import type { Context } from '#app/context.ts';
import { type Revision, findEarlierPath, openRevision } from './revision.ts';

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
  /** The revision, and the absolute path that the file had in it; undefined if a file was named. */
  readonly revision: Revision | undefined;
  readonly path: string | undefined;
}

/** A file to compare with. */
interface EarlierFile {
  readonly path: string;
  /** The file as the person named it, with `file:`. */
  readonly name: string;
  /** The file as it is shown where it cannot be read. */
  readonly file: string;
}

/** The earlier states of the files of a run. Resolves names once for each repository. */
export interface Earlier {
  /** Returns the state of a file, or undefined if it is new. A named file is the state of every file. */
  read(path: string | undefined): Promise<EarlierState | undefined>;
  /** Finds the revision in the repository around a path; undefined outside of one, or if a file was named. */
  findRevision(path: string): Promise<Revision | undefined>;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/**
 * Resolves a name in a repository: a revision, else a file. Throws a UsageError if it is neither, or both, as git does:
 * a new file of that name must not decide what is compared.
 */
async function resolveName(
  context: Context,
  { given, isTip }: Against,
  root: string | undefined,
): Promise<Revision | EarlierFile> {
  const [, prefix, name = ''] = /^(file:|ref:)?([^]*)$/.exec(given) ?? [];
  const path = context.resolvePath(name);
  const quoted = JSON.stringify(name);
  if (prefix === 'file:') return { path, name: given, file: name };
  const isAlsoFile = prefix === undefined && (await isFile(path));
  if (root === undefined) {
    if (isAlsoFile) return { path, name, file: name };
    throw new UsageError(
      prefix === 'ref:'
        ? `This is not a git repository, so there is no revision ${quoted}.`
        : `${quoted} is not a file, and this is not a git repository.`,
      'Set --against to a file or a git revision.',
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
    if (isAlsoFile) return { path, name, file: name };
    throw makeNoCommitError(name);
  }
  if (isAlsoFile) {
    throw new UsageError(
      `${quoted} is both a revision and a file.`,
      `Say which is meant: ref:${name} or file:${name}.`,
    );
  }
  return openRevision(root, given, tip, isTip);
}

/** Reads the state of a file in a revision; returns undefined if it is new. */
async function readIn(revision: Revision, path: string): Promise<EarlierState | undefined> {
  const name = findEarlierPath(revision, path);
  const bytes = name === undefined ? undefined : await readFileIn(revision.tree, name);
  if (name === undefined || bytes === undefined) return undefined;
  return { bytes, name: revision.name, revision, path: resolve(revision.root, name) };
}

/** Opens the earlier states of the files of a run. */
export function openEarlier(context: Context, against: Against): Earlier {
  const resolved = new Map<string | undefined, Promise<Revision | EarlierFile>>();
  const find = (root: string | undefined): Promise<Revision | EarlierFile> => {
    const found = resolved.get(root) ?? resolveName(context, against, root);
    resolved.set(root, found);
    return found;
  };
  return {
    read: async (path) => {
      const folder = path === undefined ? context.host.cwd : dirname(path);
      const found = await find(await findRepositoryRoot(folder));
      if (!('tree' in found))
        return {
          bytes: await readBytes(found.path, found.file),
          name: found.name,
          revision: undefined,
          path: undefined,
        };
      return path === undefined ? undefined : readIn(found, path);
    },
    findRevision: async (path) => {
      const folder = (await isFile(path)) ? dirname(path) : path;
      const root = await findRepositoryRoot(folder);
      const found = root === undefined ? undefined : await find(root);
      return found !== undefined && 'tree' in found ? found : undefined;
    },
  };
}
