import { lstat } from 'node:fs/promises';
import { relative } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { findRepositoryRoot } from '#io/git/git.ts';
import type { CommonOptions, Context } from '#app/context.ts';
import type { ModelOption } from '#app/model/select-model.ts';
import type { CiSystem } from './templates/workflow.ts';

/** Options of `init`. */
export interface InitOptions extends CommonOptions, ModelOption {
  readonly organization?: string;
  readonly ci?: CiSystem | 'none';
  readonly from?: string;
  readonly dir: string;
  readonly yes?: true;
  readonly plain?: true;
  readonly force?: true;
}

/** The folders that the files go to. */
export interface Place {
  /** Absolute path of the folder of the declared system. */
  readonly folder: string;
  /** The root of its repository; the folder itself outside of one. */
  readonly root: string;
}

/** Whether a path exists, even as a dangling link. */
export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Finds the folders for `--dir`. Throws a UsageError if no files can go there. */
export async function findPlace(context: Context, dir: string): Promise<Place> {
  const folder = context.resolvePath(dir);
  const there = await lstat(folder).catch(() => undefined);
  if (there === undefined || !there.isDirectory()) {
    throw new UsageError(`There is no folder ${dir}.`, 'Create it first. Nothing was written.');
  }
  const root = (await findRepositoryRoot(folder)) ?? folder;
  const below = relative(root, folder);
  // Through a link, the folder can be outside the repository that git finds.
  if (below.startsWith('..')) return { folder, root: folder };
  if (/\$\{\{|\p{Cc}/u.test(below)) {
    throw new UsageError(`A CI workflow cannot name the folder ${dir}.`, 'Give it a plain name.');
  }
  return { folder, root };
}
