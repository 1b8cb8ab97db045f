import { UsageError } from '#domain/errors.ts';
import { runGit } from './git-process.ts';

/** A file of a working tree, or a repository in it. */
export interface TreeEntry {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Whether it is a repository of its own: a submodule, or one that nobody added. */
  readonly isRepository: boolean;
  /** Whether a sparse checkout leaves it out, so that it is tracked and not there. */
  readonly isSparse: boolean;
}

/** Parses an entry of `git ls-files -t --stage`: a tag, mode, id and stage if it is tracked, and the path. */
function parseEntry(line: string): TreeEntry {
  const [, mode = '', tracked] = /^[A-Z] (\d+) [0-9a-f]+ \d\t([^]*)$/.exec(line) ?? [];
  const path = tracked ?? line.slice(2);
  return {
    path: path.replace(/\/$/, ''),
    isRepository: mode === '160000' || path.endsWith('/'),
    isSparse: line.startsWith('S '),
  };
}

/**
 * Lists what is below a folder of the repository and tracked, or untracked and not ignored, each once. Includes deleted
 * files that are still tracked, and links. Throws a UsageError if git fails, or cannot read a folder.
 *
 * @param below relative to the root; empty for all
 */
export async function listTree(root: string, below: string): Promise<TreeEntry[]> {
  const args = ['ls-files', '-z', '-t', '--stage', '--cached', '--others', '--exclude-standard'];
  const { ok, out, fault, said, code } = await runGit(root, [...args, '--', below || '.']);
  if (!ok) throw new UsageError(`git could not list the files below ${below || root}: ${fault || code}.`);
  const [, folder, why = ''] = /could not open directory '(.*)': (.*)/.exec(said) ?? [];
  if (folder !== undefined) {
    throw new UsageError(
      `Cannot read the folder ${folder.replace(/\/$/, '')}: ${why.toLowerCase()}.`,
      'Make it readable, or name the files to check.',
    );
  }
  const lines = out.toString().split('\0');
  const entries = lines.filter((line) => line !== '').map(parseEntry);
  return [...new Map(entries.map((entry) => [entry.path, entry])).values()];
}

/** Lists the tracked files of a repository, relative to its root, with `/`. Empty if git fails. */
export async function listTracked(root: string): Promise<string[]> {
  const { ok, out } = await runGit(root, ['ls-files', '-z', '--cached']);
  return ok ? out.toString().split('\0').slice(0, -1) : [];
}
