import { clearHistoryCache } from './file-history.ts';
import { runGit } from './git-process.ts';
import { clearSilence } from './git-time.ts';
import { clearRootCache } from './repository.ts';

export { readFileHistory } from './file-history.ts';
export { toGitPath } from './git-process.ts';
export { findGitFault, findRepositoryRoot } from './repository.ts';
export {
  type ChangedFile,
  type CommitTree,
  findCommit,
  findMergeBase,
  listChangedFiles,
  makeNoCommitError,
  readFileIn,
  readCommitTree,
} from './revision.ts';
export { type TreeEntry, listTracked, listTree } from './working-tree.ts';

/** Clears all caches of repositories, for programs that run longer than a command. */
export function clearGitCache(): void {
  clearRootCache();
  clearHistoryCache();
  clearSilence();
}

/**
 * Lists the hosts of the remotes of a repository, such as `github.com`, those of `origin` first. A remote without a
 * host, such as a local path, is an empty text.
 */
export async function listRemoteHosts(root: string): Promise<string[]> {
  const { out } = await runGit(root, ['config', '--get-regexp', String.raw`^remote\..*\.url$`]);
  const lines = out.toString().split('\n');
  const sorted = lines.toSorted(
    (a, b) => Number(b.startsWith('remote.origin.')) - Number(a.startsWith('remote.origin.')),
  );
  // `https://user@host/path` or `ssh://git@host:22/path`; `git@host:path` or `host:path`, but not the drive of `C:/path`.
  const url = /^\S+ (?:[a-z][a-z+.-]*:\/\/(?:[^@/]*@)?|(?=[^/]+:)(?:[^@/: ]+@)?)(\[[^\]]+\]|[^/:]{2,})/i;
  return sorted.filter((line) => line !== '').map((line) => url.exec(line)?.[1]?.toLowerCase() ?? '');
}
