import { posix, resolve } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { findRepositoryRoot, toGitPath } from '#io/git/git.ts';

/**
 * Makes the function that names files as programs that show a repository do: from its root, with links resolved. A file
 * outside of it keeps its name, and so does every file where there is no repository.
 *
 * @param cwd the working folder, which the names of files are relative to
 * @param prefix path of the working folder from the root, for where git cannot tell: `--path-prefix`
 * @throws UsageError if the prefix is not a path inside the repository
 */
export async function makeRepositoryPath(
  cwd: string,
  prefix: string | undefined,
): Promise<(file: string) => string> {
  if (prefix !== undefined) {
    const folder = posix.normalize(prefix.replaceAll('\\', '/'));
    if (prefix === '' || /^(?:\/|[a-z]:)/i.test(folder) || folder.split('/').includes('..')) {
      throw new UsageError(
        `--path-prefix takes the path of this folder from the root of the repository, not ${JSON.stringify(prefix)}.`,
        'Such as services/sales, or . for the root.',
      );
    }
    return (file) => posix.join(folder, file);
  }
  const root = await findRepositoryRoot(cwd);
  if (root === undefined) return (file) => file;
  const paths = new Map<string, string>();
  return (file) => {
    const path = paths.get(file) ?? toGitPath(root, resolve(cwd, file)) ?? file;
    paths.set(file, path);
    return path;
  };
}
