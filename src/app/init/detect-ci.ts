import { join } from 'node:path';
import { findGitFault, listRemoteHosts } from '#io/git/git.ts';
import { isThere } from './target-folder.ts';
import type { CiSystem } from './templates/workflow.ts';

/** Paths that tell which CI system a repository uses. */
const signs: readonly (readonly [path: string, ci: CiSystem])[] = [
  ['.gitlab-ci.yml', 'gitlab'],
  ['.gitlab', 'gitlab'],
  ['.github', 'github'],
];

/**
 * Detects the CI system of a repository: by its files, else by the host of its remote. Without any remote it is GitHub;
 * for a host that is neither GitHub nor GitLab, for a remote that is a local path, and where git does not read the
 * repository, so that its remotes are unknown, it is none.
 */
export async function detectCi(root: string): Promise<CiSystem | 'none'> {
  for (const [path, ci] of signs) if (await isThere(join(root, path))) return ci;
  if ((await findGitFault(root)) !== undefined) return 'none';
  const hosts = await listRemoteHosts(root);
  const host = hosts.find((each) => each !== '') ?? '';
  if (hosts.length === 0 || host.includes('github')) return 'github';
  return host.includes('gitlab') ? 'gitlab' : 'none';
}
