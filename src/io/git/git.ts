import { UsageError } from '#domain/errors.ts';
import { clearHistoryCache } from './file-history.ts';
import { runGit } from './git-process.ts';
import { clearRootCache } from './repository.ts';

export { readFileHistory } from './file-history.ts';
export { readBlobs, toGitPath } from './git-process.ts';
export { findGitFault, findRepositoryRoot } from './repository.ts';
export {
  type ChangedFile,
  findCommit,
  findMergeBase,
  listChangedFiles,
  makeNoCommitError,
  readFileIn,
} from './revision.ts';

/** Clears all caches of repositories, for programs that run longer than a command. */
export function clearGitCache(): void {
  clearRootCache();
  clearHistoryCache();
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
