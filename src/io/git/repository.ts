import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runGit } from './git-process.ts';

/** A working tree of git. */
export interface Repository {
  /** Its top folder. */
  readonly root: string;
  /** Whether it lacks older commits. */
  readonly isShallow: boolean;
  /** Whether anything was committed. */
  readonly hasCommits: boolean;
}

/** Whether a folder or one above it has a `.git`: without one git need not be asked, and starting it takes time. */
function mayBeInRepository(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

/** Answers of git, by folder: a repository does not come or go while the command runs. */
const known = new Map<string, Promise<Repository | undefined>>();

/** Forgets what was asked, for a program that runs longer than a command. */
export function clearRootCache(): void {
  known.clear();
}

/** The repository around a folder; undefined outside one or without git. */
export function findRepositoryAround(folder: string): Promise<Repository | undefined> {
  const repository = known.get(folder) ?? askFor(folder);
  known.set(folder, repository);
  return repository;
}

async function askFor(folder: string): Promise<Repository | undefined> {
  if (!mayBeInRepository(folder)) return undefined;
  // One question for all: starting git takes longer than its answer. The last one is silent without a commit.
  const questions = ['--show-toplevel', '--is-shallow-repository', '--revs-only', 'HEAD^{commit}'];
  const { ok, out } = await runGit(folder, ['rev-parse', ...questions]);
  const answers = /^([^]+?)\r?\n(true|false)\r?\n([0-9a-f]+\r?\n)?$/.exec(out.toString());
  if (!ok || answers === null) return undefined;
  const [, root = '', isShallow, commit] = answers;
  return { root: resolve(root), isShallow: isShallow === 'true', hasCommits: commit !== undefined };
}

/** Top folder of the working tree around a folder; undefined outside a repository or without git. */
export async function findRepositoryRoot(folder: string): Promise<string | undefined> {
  return (await findRepositoryAround(folder))?.root;
}
