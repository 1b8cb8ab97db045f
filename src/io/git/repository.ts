import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runGit } from './git-process.ts';

/** A working tree of git. */
export interface Repository {
  /** Top folder. */
  readonly root: string;
  /** Whether it lacks older commits. */
  readonly isShallow: boolean;
  /** Whether anything was committed. */
  readonly hasCommits: boolean;
}

/** Whether a folder or one above it has a `.git`. Without one, there is no need to start git, which is slow. */
function mayBeInRepository(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

/** Caches repositories by folder: none appears or disappears while the command runs. */
const known = new Map<string, Promise<Repository | undefined>>();

/** Clears the cache, for programs that run longer than a command. */
export function clearRootCache(): void {
  known.clear();
}

/** Finds the repository around a folder; undefined outside a repository or without git. */
export function findRepositoryAround(folder: string): Promise<Repository | undefined> {
  const repository = known.get(folder) ?? askGit(folder);
  known.set(folder, repository);
  return repository;
}

async function askGit(folder: string): Promise<Repository | undefined> {
  if (!mayBeInRepository(folder)) return undefined;
  // Ask everything at once, because starting git is slow. The last question prints nothing if there is no commit.
  const questions = ['--show-toplevel', '--is-shallow-repository', '--revs-only', 'HEAD^{commit}'];
  const { ok, out } = await runGit(folder, ['rev-parse', ...questions]);
  const answers = /^([^]+?)\r?\n(true|false)\r?\n([0-9a-f]+\r?\n)?$/.exec(out.toString());
  if (!ok || answers === null) return undefined;
  const [, root = '', isShallow, commit] = answers;
  return { root: resolve(root), isShallow: isShallow === 'true', hasCommits: commit !== undefined };
}

/** Finds the top folder of the working tree around a folder; undefined outside a repository or without git. */
export async function findRepositoryRoot(folder: string): Promise<string | undefined> {
  return (await findRepositoryAround(folder))?.root;
}
