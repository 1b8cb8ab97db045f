/** A commit that files are compared with: where each file of today was in it, and what it has that is gone today. */
import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { isCandidateName } from '#io/discover.ts';
import {
  type ChangedFile,
  type CommitTree,
  findCommit,
  findMergeBase,
  listChangedFiles,
  readFileIn,
  readCommitTree,
  toGitPath,
} from '#io/git/git.ts';

/** A commit to compare with, and what changed since. */
export interface Revision {
  readonly root: string;
  /** The revision, as it is shown. */
  readonly name: string;
  readonly tree: CommitTree;
  readonly changed: readonly ChangedFile[];
  /** Whether it is the commit that is checked out, without a change in the index. */
  readonly isCheckedOut: boolean;
}

/**
 * Opens a revision. Throws a UsageError if it and HEAD have no common commit.
 *
 * @param shown the revision, as the person named it
 * @param tip the commit that it names
 * @param isTip whether to take that commit itself, not the one where this branch left it
 */
export async function openRevision(
  root: string,
  shown: string,
  tip: string,
  isTip: boolean,
): Promise<Revision> {
  const commit = isTip ? tip : await findMergeBase(root, tip);
  if (commit === undefined) {
    throw new UsageError(
      `${JSON.stringify(shown)} and this branch have no common commit in this clone.`,
      'If this is a shallow clone, fetch the whole history. Or compare with the revision itself, with --against-tip.',
    );
  }
  const changed = await listChangedFiles(root, commit);
  return {
    root,
    name: commit === tip ? shown : `${shown} (where this branch left it, ${commit.slice(0, 10)})`,
    tree: await readCommitTree(root, commit),
    changed,
    isCheckedOut: changed.length === 0 && (await findCommit(root, 'HEAD')) === commit,
  };
}

/** Returns the path of a file from the root, with `/`, without following a link; undefined outside the root. */
export function getNamedPath(root: string, path: string): string | undefined {
  const inside = relative(root, path);
  const leaves = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return leaves ? undefined : inside.split(sep).join('/');
}

/** Finds the path that a file of today had in the revision, relative to the root; undefined if it is new. */
export function findEarlierPath({ root, tree, changed }: Revision, path: string): string | undefined {
  // A link of today must not lead to another file of the commit.
  const named = getNamedPath(root, path);
  if (named !== undefined && tree.entries.has(named)) return named;
  const now = toGitPath(root, path);
  if (now === undefined) return undefined;
  const earlier = changed.find((file) => file.now === now)?.path ?? now;
  return tree.entries.has(earlier) ? earlier : undefined;
}

/** A file that is no longer compared: its absolute path, and its content in the revision. */
export interface LostFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether it is gone from the disk only, so that git does not see yet that it was renamed. */
  readonly isUnstaged: boolean;
}

/**
 * Lists the files of the revision that are none of the compared ones, and that were changed, deleted or ignored: in the
 * commit that is checked out, in the index or only on the disk.
 *
 * @param compared absolute paths of the files that are compared, under their names of today
 * @param ignored absolute paths of the files that the settings ignore
 * @param isWanted takes the absolute path that a file had
 */
export async function listLostFiles(
  revision: Revision,
  compared: readonly string[],
  ignored: readonly string[],
  isWanted: (path: string) => Promise<boolean>,
): Promise<readonly LostFile[]> {
  const { root, tree, changed } = revision;
  const known = new Set(compared.flatMap((path) => findEarlierPath(revision, path) ?? []));
  const today = new Set(compared.flatMap((path) => toGitPath(root, path) ?? []));
  const touched = new Map(changed.map((file) => [file.path, file]));
  const hidden = new Set(ignored);
  const lost: LostFile[] = [];
  for (const [name, { isLink }] of tree.entries) {
    if (isLink || !isCandidateName(name) || known.has(name)) continue;
    const path = resolve(root, name);
    const change = touched.get(name);
    const isCompared = change?.now !== undefined && today.has(change.now);
    const isUntouched = change === undefined && existsSync(path) && !hidden.has(path);
    if (isCompared || isUntouched) continue;
    if (!(await isWanted(path))) continue;
    const bytes = await readFileIn(tree, name);
    const isInIndex = change === undefined || change.now === name;
    if (bytes !== undefined) lost.push({ path, bytes, isUnstaged: isInIndex && !existsSync(path) });
  }
  return lost;
}
