/** Runs what was built, so that V8 can keep what it compiled of each script for the next start. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { codeCacheFolder } from '#cli/code-cache.ts';
import { helperCommand, helperFlags } from '#cli/sharing/messages.ts';

/** A command line and the folder it is run in: by the process itself, or on terminals that nobody looks at. */
export interface CompiledRun {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly onTerminals?: true;
}

/** The program that keeps what a run compiles. */
const program = resolve(import.meta.dirname, '../keep-compiled.ts');

/**
 * Runs something in a process of its own under some options of Node, and keeps for a command what V8 compiled and was
 * not kept yet. One run for each process, as users have it: whatever else is kept takes time to load.
 */
async function keepCompiled(
  dist: string,
  command: string,
  run: CompiledRun,
  flags: readonly string[] = [],
): Promise<void> {
  const args = [...flags, '--import', import.meta.resolve('tsx'), program, dist, command];
  // How a run ends says nothing of what was compiled: `check` may find something.
  await promisify(execFile)(process.execPath, [...args, JSON.stringify(run)], {
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '' },
  }).catch(() => undefined);
  const kept = await readdir(codeCacheFolder(dist, command));
  if (!kept.some((name) => name.startsWith('main-'))) throw new Error(`${command} could not be run.`);
}

/**
 * Fills the code cache of a build for the Node that runs this: with what `check` and its helpers, `score`, the
 * completion and the first questions of the interview need.
 */
export async function writeCodeCache(dist: string): Promise<void> {
  const cwd = resolve('examples/tarnbeck-cooling');
  const empty = await mkdtemp(join(tmpdir(), 'sales-audit-'));
  const check = { argv: ['check', 'sales-system.yaml'], cwd };
  try {
    await keepCompiled(dist, 'check', check);
    // What they load beside it.
    await keepCompiled(dist, 'check', { argv: ['check', '--preset', 'strict', 'sales-system.yaml'], cwd });
    await keepCompiled(dist, 'check', { argv: ['check', 'answers.yaml'], cwd });
    await keepCompiled(dist, helperCommand, check, helperFlags);
    await keepCompiled(dist, 'score', { argv: ['score', 'answers.yaml'], cwd });
    await keepCompiled(dist, 'complete', { argv: ['complete', 'check', '--preset', ''], cwd: empty });
    await keepCompiled(dist, 'run', { argv: ['run'], cwd: empty, onTerminals: true });
    const begun = ['run', '--organization', 'A', '--role', 'leader'];
    await keepCompiled(dist, 'run', { argv: begun, cwd: empty, onTerminals: true });
  } finally {
    await rm(empty, { recursive: true, force: true });
  }
}
