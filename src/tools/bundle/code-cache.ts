/** Runs what was built, so that V8 can keep what it compiled of each script for the next start. */
import { execFile } from 'node:child_process';
import { access, copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { codeCacheFolder, codeCacheName } from '#cli/code-cache.ts';
import { helperFlags } from '#cli/sharing/messages.ts';

/** A command line, the folder it is run in, and on what. */
export interface CompiledRun {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** The process itself, which ends with it, terminals that nobody looks at, or streams of no terminal. */
  readonly on: 'process' | 'terminals' | 'streams';
}

/** What keeps the scripts that a run compiles. */
const keeper = resolve(import.meta.dirname, '../keep-compiled.ts');

/**
 * Runs commands and keeps what V8 compiled for them, in a process of their own for each list of them: V8 forgets what
 * was compiled long ago. Of several lists that load a script, the first counts.
 */
async function keepCompiled(
  dist: string,
  flags: readonly string[],
  lists: readonly (readonly CompiledRun[])[],
): Promise<void> {
  const folder = codeCacheFolder(dist, flags.length > 0);
  await mkdir(folder, { recursive: true });
  for (const runs of lists) {
    const args = [...flags, '--import', import.meta.resolve('tsx'), keeper, dist, JSON.stringify(runs)];
    // How a run ends says nothing of what was compiled: `check` may find something.
    await promisify(execFile)(process.execPath, args).catch(() => undefined);
  }
  await access(join(folder, codeCacheName('main.cjs')));
}

/**
 * Fills the code cache of a build for the Node that runs this: with what `check`, `score`, the completion and the
 * first questions of the interview need, in this order, so that none pays for what only the others use; and with
 * what helpers of `check` need, under the flags that they have.
 */
export async function writeCodeCache(dist: string): Promise<void> {
  const example = resolve('examples/tarnbeck-cooling');
  const outside = await mkdtemp(join(tmpdir(), 'sales-audit-'));
  await copyFile(join(example, 'sales-system.yaml'), join(outside, 'sales-system.yaml'));
  const empty = await mkdtemp(join(tmpdir(), 'sales-audit-'));
  const on = (where: CompiledRun['on'], cwd: string, ...argv: readonly string[]): CompiledRun => ({
    argv,
    cwd,
    on: where,
  });
  const check = [
    // In the repository that this is in, where it is, and outside any, with an option and without.
    on('streams', example, 'check', 'sales-system.yaml'),
    on('streams', outside, 'check', '--as-of', '2026-01-01', 'sales-system.yaml'),
    on('process', outside, 'check', 'sales-system.yaml'),
  ];
  try {
    await keepCompiled(
      dist,
      [],
      [
        check,
        [on('process', example, 'check', '--preset', 'strict', 'answers.yaml')],
        [on('process', example, 'score', 'answers.yaml')],
        [on('process', empty, 'complete', 'check', '--preset', '')],
        [on('terminals', empty, 'run')],
        [on('terminals', empty, 'run', '--organization', 'A', '--role', 'leader')],
      ],
    );
    await keepCompiled(dist, helperFlags, [check]);
  } finally {
    for (const folder of [outside, empty]) await rm(folder, { recursive: true, force: true });
  }
}
