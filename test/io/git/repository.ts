import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import {
  findCommit,
  listTree,
  makeNoCommitError,
  readCommitTree,
  readFileHistory,
  readFileIn,
} from '#io/git/git.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

/** A real git repository in a temporary folder. */
export interface Repository {
  readonly folder: string;
  git(...args: string[]): Promise<string>;
  /** Writes a file with the folders above it. */
  write(path: string, text: string): Promise<void>;
  /** Writes a file and commits everything on a day, YYYY-MM-DD. */
  save(path: string, text: string, day?: string): Promise<void>;
  /** Commits everything on a day, YYYY-MM-DD. */
  commit(day?: string): Promise<void>;
}

/** Settings of every repository. Without the last one, each commit starts two more programs. */
const settings = ['init.defaultBranch=main', 'init.templateDir=', 'maintenance.auto=false'].flatMap(
  (each) => ['-c', each],
);

/** Runs a program on a day, without the configuration of this machine. */
async function runOn(day: string, folder: string, program: string, args: readonly string[]): Promise<string> {
  const date = `${day}T12:00:00+00:00`;
  const env = {
    PATH: process.env['PATH'],
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Somebody',
    GIT_AUTHOR_EMAIL: 'somebody@example.com',
    GIT_COMMITTER_NAME: 'Somebody',
    GIT_COMMITTER_EMAIL: 'somebody@example.com',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
  const { stdout } = await promisify(execFile)(program, [...args], { cwd: folder, env });
  return stdout.trim();
}

/** Runs git without the configuration of this machine. */
export function runGit(folder: string, args: readonly string[], day = '2026-01-01'): Promise<string> {
  return runOn(day, folder, 'git', [...settings, ...args]);
}

/** Commits everything. One shell runs both commands, because starting a program from a test takes longest. */
async function commitAll(folder: string, day = '2026-01-01'): Promise<void> {
  const script = 'git "$@" add --all && git "$@" commit --quiet --allow-empty --message step';
  await runOn(day, folder, 'sh', ['-c', script, 'sh', ...settings]);
}

/** Writes a file with the folders above it. */
export async function writeBelow(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** Wraps an existing repository, such as a clone. */
export function wrapRepository(folder: string): Repository {
  const write = (path: string, text: string): Promise<void> => writeBelow(folder, path, text);
  const commit = (day?: string): Promise<void> => commitAll(folder, day);
  return {
    folder,
    git: (...args) => runGit(folder, args),
    write,
    commit,
    save: async (path, text, day) => {
      await write(path, text);
      await commit(day);
    },
  };
}

/** Makes a repository without commits, which is removed after the test. */
export async function makeRepository(): Promise<Repository> {
  const folder = await makeEmptyFolder();
  await runGit(folder, ['init', '--quiet']);
  return wrapRepository(folder);
}

/** Reads a file in a commit that is named as a user would. */
export async function readFileAt(root: string, ref: string, path: string): Promise<Uint8Array | undefined> {
  const commit = await findCommit(root, ref);
  if (commit === undefined) throw makeNoCommitError(ref);
  return readFileIn(await readCommitTree(root, commit), path);
}

/** The file whose history the tests read. */
export const file = 'sales-system.yaml';

/** Makes text that is long enough for git to detect a rename with a change. */
export const makeText = (last: string): string => `${'kind: sales-system\n'.repeat(20)}${last}\n`;

/** Reads the history of a file; returns the day and the last line of each state. */
export async function readStates(
  root: string,
  path: string,
): Promise<(readonly [date: string, last: string])[]> {
  const { revisions } = await readFileHistory(root, path);
  return revisions.map((each) => [
    each.date,
    Buffer.from(each.text).toString().trimEnd().split('\n').at(-1) ?? '',
  ]);
}

/** Lists the paths of a working tree. */
export async function listFiles(root: string, below: string): Promise<string[]> {
  return (await listTree(root, below)).map(({ path }) => path);
}
