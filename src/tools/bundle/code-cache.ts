/** Runs what was built, so that V8 can keep what it compiled of each script for the next start. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import type { Script } from 'node:vm';
import { codeCacheFolder, codeCacheName, scriptLoader } from '#cli/code-cache.ts';
import type * as Main from '#cli/main.ts';
import { helperFlags } from '#cli/sharing/messages.ts';
import type { Host } from '#io/host.ts';

/** A terminal that nobody looks at; `drawn` resolves when something was written to it. */
function terminal(): { readonly stream: PassThrough; readonly drawn: Promise<void> } {
  const stream = Object.assign(new PassThrough(), {
    isTTY: true,
    columns: 80,
    rows: 24,
    setRawMode: () => stream,
  });
  return { stream, drawn: new Promise((done) => void stream.once('data', () => setImmediate(done))) };
}

/** Runs a command of the build in this process, in a folder; on terminals whose input ends after the first picture. */
async function run(
  main: typeof Main.main,
  argv: readonly string[],
  cwd: string,
  onTerminal: boolean,
): Promise<void> {
  const [stdin, stdout, stderr] = [terminal(), terminal(), terminal()];
  for (const { stream } of [stdout, stderr]) stream.resume();
  const streams = [stdin, stdout, stderr].map(({ stream }) =>
    onTerminal ? stream : new PassThrough().resume(),
  );
  void stderr.drawn.then(() => stdin.stream.end());
  await main({
    argv,
    cwd,
    env: { PATH: process.env['PATH'], TERM: 'xterm-256color' },
    stdin: streams[0] as unknown as NodeJS.ReadStream,
    stdout: streams[1] as unknown as NodeJS.WriteStream,
    stderr: streams[2] as unknown as NodeJS.WriteStream,
    invocation: 'sales-audit',
    today: () => '2026-01-01',
  } satisfies Host);
}

/** A command line, the folder it is run in, and whether on terminals. */
type Run = readonly [argv: readonly string[], cwd: string, onTerminal: boolean];

/** Runs commands, and keeps what V8 compiled for them. Of several runs of a script, the first counts. */
async function keepCompiled(dist: string, folder: string, runs: readonly Run[]): Promise<void> {
  const compiled = new Map<string, Script>();
  for (const [argv, cwd, onTerminal] of runs) {
    const { load, loaded } = scriptLoader(dist, createRequire(import.meta.url));
    const { main } = load('./main.cjs') as typeof Main;
    await run(main, argv, cwd, onTerminal);
    for (const [name, script] of loaded) if (!compiled.has(name)) compiled.set(name, script);
  }
  await mkdir(folder, { recursive: true });
  for (const [name, script] of compiled) {
    await writeFile(join(folder, codeCacheName(name)), script.createCachedData());
  }
}

/**
 * Fills the code cache of a build for the Node that runs this: with what `check`, `score`, the completion and the
 * first questions of the interview need, in this order, so that none pays for what only the others use; and with
 * what helpers of `check` need, under the flags that they have.
 */
export async function writeCodeCache(dist: string): Promise<void> {
  const example = resolve('examples/tarnbeck-cooling');
  const empty = await mkdtemp(join(tmpdir(), 'sales-audit-'));
  const check: Run = [['check', 'sales-system.yaml'], example, false];
  try {
    await keepCompiled(dist, codeCacheFolder(dist, false), [
      check,
      [['check', '--preset', 'strict', 'answers.yaml'], example, false],
      [['score', 'answers.yaml'], example, false],
      [['complete', 'check', '--preset', ''], empty, false],
      [['run'], empty, true],
      [['run', '--organization', 'A', '--role', 'leader'], empty, true],
    ]);
    // Nothing is compiled under other flags after this.
    for (const flag of helperFlags) setFlagsFromString(flag);
    await keepCompiled(dist, codeCacheFolder(dist, true), [check]);
  } finally {
    await rm(empty, { recursive: true, force: true });
  }
}
