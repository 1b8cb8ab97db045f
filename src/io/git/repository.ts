import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { runGit } from './git-process.ts';

/** A working tree of git. */
export interface Repository {
  /** Top folder. */
  readonly root: string;
  /** Whether it lacks older commits. */
  readonly isShallow: boolean;
  /** Whether anything was committed. */
  readonly hasCommits: boolean;
  /** Why git does not read it, so that only its top folder is known: no git, another owner, damage. */
  readonly fault: string | undefined;
}

/** Finds the folder with a `.git` around a folder. Without one, there is no need to start git, which is slow. */
function findFolderWithGit(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return undefined;
  }
}

/** Returns whether a folder is the `.git` of a folder, or below it. */
function isInGitFolder(top: string, folder: string): boolean {
  return relative(top, resolve(folder)).split(sep)[0] === '.git';
}

/** Caches repositories by their folder with `.git`: none appears or disappears while the command runs. */
const known = new Map<string, Promise<Repository | undefined>>();

/** Clears the cache, for programs that run longer than a command. */
export function clearRootCache(): void {
  known.clear();
}

/** Finds the repository around a folder; undefined outside a repository, and inside `.git`. */
export async function findRepositoryAround(folder: string): Promise<Repository | undefined> {
  const top = findFolderWithGit(folder);
  if (top === undefined || isInGitFolder(top, folder)) return undefined;
  // Asked once for all its folders: a git that never answers takes a minute each time.
  const repository = known.get(top) ?? askGit(top);
  known.set(top, repository);
  return repository;
}

/** In a bare repository there is no working tree: nothing is wrong. */
const noWorkTree = 'must be run in a work tree';

/** Asks git about the repository of a folder with `.git`. */
async function askGit(top: string): Promise<Repository | undefined> {
  // Ask everything at once, because starting git is slow. The last question prints nothing if there is no commit.
  const questions = ['--show-toplevel', '--is-shallow-repository', '--revs-only', 'HEAD^{commit}'];
  const { ok, out, fault } = await runGit(top, ['rev-parse', ...questions]);
  if (!ok) {
    if (fault.includes(noWorkTree)) return undefined;
    return { root: realpathSync.native(top), isShallow: false, hasCommits: false, fault };
  }
  const answers = /^([^]+?)\r?\n(true|false)\r?\n([0-9a-f]+\r?\n)?$/.exec(out.toString());
  if (answers === null) return undefined;
  const [, root = '', isShallow, commit] = answers;
  return {
    root: resolve(root),
    isShallow: isShallow === 'true',
    hasCommits: commit !== undefined,
    fault: undefined,
  };
}

/** Finds the top folder of the working tree around a folder, also where git does not read it; undefined outside one. */
export async function findRepositoryRoot(folder: string): Promise<string | undefined> {
  return (await findRepositoryAround(folder))?.root;
}

/** Returns why git does not read the repository around a folder; undefined if it does, or there is none. */
export async function findGitFault(folder: string): Promise<string | undefined> {
  return (await findRepositoryAround(folder))?.fault;
}
