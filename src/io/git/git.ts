import { UsageError } from '#domain/errors.ts';
import { clearHistoryCache } from './file-history.ts';
import { readBlobs, runGit, toGitPath } from './git-process.ts';
import { clearRootCache } from './repository.ts';

export { readFileHistory } from './file-history.ts';
export { toGitPath } from './git-process.ts';
export { findRepositoryRoot } from './repository.ts';

/** Clears all caches of repositories, for programs that run longer than a command. */
export function clearGitCache(): void {
  clearRootCache();
  clearHistoryCache();
}

/** Lists the hosts of the remotes of a repository, such as `github.com`, those of `origin` first. */
export async function listRemoteHosts(root: string): Promise<string[]> {
  const { out } = await runGit(root, ['config', '--get-regexp', String.raw`^remote\..*\.url$`]);
  const lines = out.toString().split('\n');
  const sorted = lines.toSorted(
    (a, b) => Number(b.startsWith('remote.origin.')) - Number(a.startsWith('remote.origin.')),
  );
  // `https://user@host/path`, `ssh://git@host:22/path` or `git@host:path`; a local path has no host.
  const url = /^\S+ (?:[a-z][a-z+.-]*:\/\/(?:[^@/]*@)?|[^@/: ]+@)(\[[^\]]+\]|[^/:]+)/i;
  return sorted.flatMap((line) => url.exec(line)?.[1]?.toLowerCase() ?? []);
}

/** Finds the id of a commit that the user named. Throws a UsageError if there is none. */
async function findCommit(root: string, ref: string): Promise<string> {
  const name = JSON.stringify(ref);
  // A leading `-` would make an option. No name contains control characters, and no argument NUL.
  if (ref === '' || ref.startsWith('-') || /\p{Cc}/u.test(ref)) {
    throw new UsageError(`${name} is not the name of a commit.`, 'Give a commit, a branch or a tag.');
  }
  const { ok, out, code } = await runGit(root, [
    ...['rev-parse', '--verify', '--quiet', '--end-of-options'],
    `${ref}^{commit}`,
  ]);
  const id = out.toString().trim();
  // `^HEAD` also resolves, but to everything except that commit.
  if (ok && /^[0-9a-f]+$/.test(id)) return id;
  if (code === 'ENOENT') throw new UsageError('git is not installed, so history cannot be read.');
  throw new UsageError(
    `There is no commit ${name} in this repository.`,
    'Check the name. A shallow clone lacks older commits and other branches; fetch the whole history.',
  );
}

/**
 * Reads a file in a commit; returns undefined if the commit has no such file. Throws a UsageError if there is no
 * such commit, or the content is not on this machine.
 *
 * @param ref a commit, branch or tag, as the user gave it
 * @param path absolute, or relative to the root
 */
export async function readFileAt(root: string, ref: string, path: string): Promise<Uint8Array | undefined> {
  const commit = await findCommit(root, ref);
  const name = toGitPath(root, path);
  if (name === undefined) return undefined;
  const tree = await runGit(root, ['ls-tree', '-z', commit, '--', name]);
  const blob = /^100\d{3} blob ([0-9a-f]+)\t/.exec(tree.out.toString())?.[1];
  if (tree.ok && blob === undefined) return undefined;
  const content = blob === undefined ? undefined : (await readBlobs(root, [blob])).get(blob);
  if (content !== undefined) return content;
  throw new UsageError(
    `Cannot read ${name} in commit ${JSON.stringify(ref)}: its content is missing or too large.`,
    'If this is a partial clone, fetch the whole repository.',
  );
}

/**
 * Lists the files below a folder of the repository that are tracked, or untracked and not ignored: relative to the
 * root, with `/`, each once. Includes deleted files that are still tracked, links and submodules. Throws a
 * UsageError if git fails.
 *
 * @param below relative to the root; empty for all
 */
export async function listFiles(root: string, below: string): Promise<string[]> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', below || '.'];
  const { ok, out, fault, code } = await runGit(root, args);
  if (!ok) throw new UsageError(`git could not list the files below ${below || root}: ${fault || code}.`);
  return [...new Set(out.toString().split('\0'))].filter((path) => path !== '');
}
