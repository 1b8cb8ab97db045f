/** Commits that the user names, and what was in them. */
import { posix } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { readBlobs, runGit } from './git-process.ts';
import { findSilence } from './git-time.ts';

/** Throws a UsageError if git had to be stopped: what it did not say must not read as "not there". */
function requireAnswer(): void {
  const silence = findSilence();
  if (silence !== undefined) throw new UsageError(`${silence}, so history cannot be read.`);
}

/**
 * Finds the id of a commit that the user named; undefined if there is none. Throws a UsageError if the name can be no
 * commit, means two things, or git fails.
 */
export async function findCommit(root: string, ref: string): Promise<string | undefined> {
  const name = JSON.stringify(ref);
  // A leading `-` would make an option. No name contains control characters, and no argument NUL.
  if (ref === '' || ref.startsWith('-') || /\p{Cc}/u.test(ref)) {
    throw new UsageError(`${name} is not the name of a commit.`, 'Use a commit, a branch or a tag.');
  }
  // Without `--quiet`, git warns of a name that is a branch and a tag, and then takes the tag.
  const { ok, out, fault, code } = await runGit(root, [
    ...['-c', 'core.warnAmbiguousRefs=true', 'rev-parse', '--verify', '--end-of-options'],
    `${ref}^{commit}`,
  ]);
  requireAnswer();
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
  requireAnswer();
  const id = out.toString().trim();
  return ok && /^[0-9a-f]+$/.test(id) ? id : undefined;
}

/** A file or a link of a commit. */
interface TreeEntry {
  /** Id of its content. */
  readonly blob: string;
  readonly isLink: boolean;
}

/** The files and links of a commit. */
export interface CommitTree {
  readonly root: string;
  readonly commit: string;
  /** By path, relative to the root, with `/`. */
  readonly entries: ReadonlyMap<string, TreeEntry>;
}

/** Lists the files and links of a commit. Throws a UsageError if git fails. */
export async function readCommitTree(root: string, commit: string): Promise<CommitTree> {
  const { ok, out, fault } = await runGit(root, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (!ok) throw new UsageError(`git could not list the files of commit ${commit.slice(0, 10)}: ${fault}.`);
  const entries = new Map<string, TreeEntry>();
  for (const line of out.toString().split('\0')) {
    const [, mode = '', blob = '', path = ''] = /^(\d+) blob ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
    if (path !== '') entries.set(path, { blob, isLink: mode === '120000' });
  }
  return { root, commit, entries };
}

/** A link may lead to another link, this many times. */
const mostLinks = 8;

/**
 * Reads a file in a commit; returns undefined if the commit has no such file. Follows links as they were in the commit,
 * not as they are on the disk. Throws a UsageError if the content is not on this machine.
 *
 * @param path relative to the root, with `/`
 */
export async function readFileIn(tree: CommitTree, path: string, links = 0): Promise<Uint8Array | undefined> {
  const entry = tree.entries.get(path);
  if (entry === undefined || links > mostLinks) return undefined;
  const content = (await readBlobs(tree.root, [entry.blob])).get(entry.blob);
  if (content === undefined) {
    requireAnswer();
    throw new UsageError(
      `Cannot read ${path} in commit ${tree.commit.slice(0, 10)}: its content is missing or too large.`,
      'If this is a partial clone, fetch the whole repository.',
    );
  }
  if (!entry.isLink) return content;
  return readFileIn(tree, posix.join(posix.dirname(path), Buffer.from(content).toString()), links + 1);
}

/** A file of a commit that has another content, another name, or is gone. Paths are relative to the root, with `/`. */
export interface ChangedFile {
  readonly path: string;
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
    const [mode = '', , , , status = ''] = (tokens[index] ?? '').split(' ');
    const path = tokens[index + 1] ?? '';
    const isRename = status.startsWith('R');
    if (isRename) index += 1;
    if (!mode.startsWith(':100')) continue;
    const now = isRename ? tokens[index + 1] : status === 'D' ? undefined : path;
    changed.push({ path, now });
  }
  return changed;
}
