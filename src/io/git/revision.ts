/** Commits that the user names, and what was in them. */
import { UsageError } from '#domain/errors.ts';
import { readBlobs, runGit, toGitPath } from './git-process.ts';

/**
 * Finds the id of a commit that the user named; undefined if there is none. Throws a UsageError if the name can be no
 * commit, means two things, or git fails.
 */
export async function findCommit(root: string, ref: string): Promise<string | undefined> {
  const name = JSON.stringify(ref);
  // A leading `-` would make an option. No name contains control characters, and no argument NUL.
  if (ref === '' || ref.startsWith('-') || /\p{Cc}/u.test(ref)) {
    throw new UsageError(`${name} is not the name of a commit.`, 'Give a commit, a branch or a tag.');
  }
  // Without `--quiet`, git warns of a name that is a branch and a tag, and then takes the tag.
  const { ok, out, fault, code } = await runGit(root, [
    ...['-c', 'core.warnAmbiguousRefs=true', 'rev-parse', '--verify', '--end-of-options'],
    `${ref}^{commit}`,
  ]);
  if (code === 'ENOENT') throw new UsageError(`${fault}, so history cannot be read.`);
  if (ok && fault.includes('is ambiguous')) {
    throw new UsageError(
      `${name} is the name of a branch and of a tag.`,
      `Give the whole name, such as refs/heads/${ref} or refs/remotes/${ref}.`,
    );
  }
  const id = out.toString().trim();
  // `^HEAD` also resolves, but to everything except that commit.
  return ok && /^[0-9a-f]+$/.test(id) ? id : undefined;
}

/** Makes the error of a commit that is not there. */
export function makeNoCommitError(ref: string): UsageError {
  return new UsageError(
    `There is no commit ${JSON.stringify(ref)} in this repository.`,
    'Check the name. A shallow clone lacks older commits and other branches; fetch the whole history.',
  );
}

/** Finds the newest commit that a commit and HEAD both come from; undefined if none is on this machine. */
export async function findMergeBase(root: string, commit: string): Promise<string | undefined> {
  const { ok, out } = await runGit(root, ['merge-base', commit, 'HEAD']);
  const id = out.toString().trim();
  return ok && /^[0-9a-f]+$/.test(id) ? id : undefined;
}

/**
 * Reads a file in a commit; returns undefined if the commit has no such file. Throws a UsageError if the content is not
 * on this machine.
 *
 * @param commit id of the commit
 * @param path absolute, or relative to the root
 */
export async function readFileIn(
  root: string,
  commit: string,
  path: string,
): Promise<Uint8Array | undefined> {
  const name = toGitPath(root, path);
  if (name === undefined) return undefined;
  const tree = await runGit(root, ['ls-tree', '-z', commit, '--', name]);
  const blob = /^100\d{3} blob ([0-9a-f]+)\t/.exec(tree.out.toString())?.[1];
  if (tree.ok && blob === undefined) return undefined;
  const content = blob === undefined ? undefined : (await readBlobs(root, [blob])).get(blob);
  if (content !== undefined) return content;
  throw new UsageError(
    `Cannot read ${name} in commit ${commit.slice(0, 10)}: its content is missing or too large.`,
    'If this is a partial clone, fetch the whole repository.',
  );
}

/** A file of a commit that has another content, another name, or is gone. Paths are relative to the root, with `/`. */
export interface ChangedFile {
  readonly path: string;
  /** Id of its content in the commit. */
  readonly blob: string;
  /** The path of the file now; undefined if it is gone. */
  readonly now: string | undefined;
}

/**
 * Lists the files of a commit that differ in the index, with renames. The index is what was checked out, and what is
 * about to be committed.
 */
export async function listChangedFiles(root: string, commit: string): Promise<readonly ChangedFile[]> {
  const args = ['diff-index', '--cached', '-z', '-M', '-l1000', '--raw', '--no-abbrev', commit];
  const { ok, out, fault } = await runGit(root, args);
  if (!ok) throw new UsageError(`git could not compare with commit ${commit.slice(0, 10)}: ${fault}.`);
  const changed: ChangedFile[] = [];
  const tokens = out.toString().split('\0');
  for (let index = 0; index + 1 < tokens.length; index += 2) {
    const [mode = '', , blob = '', , status = ''] = (tokens[index] ?? '').split(' ');
    const path = tokens[index + 1] ?? '';
    const isRename = status.startsWith('R');
    if (isRename) index += 1;
    if (!mode.startsWith(':100')) continue;
    const now = isRename ? tokens[index + 1] : status === 'D' ? undefined : path;
    changed.push({ path, blob, now });
  }
  return changed;
}
