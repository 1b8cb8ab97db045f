/**
 * Runs commands of a build and keeps what V8 compiled for them in the code cache: what is given are the folder of the
 * scripts and the runs, as JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { codeCacheFolder, codeCacheName, scriptLoader, wrapped } from '#cli/code-cache.ts';
import type * as Main from '#cli/main.ts';
import type { Host } from '#io/host.ts';
import type { CompiledRun } from './bundle/code-cache.ts';

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

/** A host for a run: on terminals, the input ends after the first picture. */
function hostOf({ argv, cwd, on }: CompiledRun): Host {
  const [stdin, stdout, stderr] = [terminal(), terminal(), terminal()];
  for (const { stream } of [stdout, stderr]) stream.resume();
  void stderr.drawn.then(() => stdin.stream.end());
  const streams = [stdin, stdout, stderr].map(({ stream }) =>
    on === 'terminals' ? stream : new PassThrough().resume(),
  );
  return {
    argv,
    cwd,
    env: { PATH: process.env['PATH'], TERM: 'xterm-256color' },
    stdin: streams[0] as unknown as NodeJS.ReadStream,
    stdout: streams[1] as unknown as NodeJS.WriteStream,
    stderr: streams[2] as unknown as NodeJS.WriteStream,
    invocation: 'sales-audit',
    today: () => '2026-01-01',
  };
}

const [, , dist = '', given = ''] = process.argv;
const runs = JSON.parse(given) as readonly CompiledRun[];
const folder = codeCacheFolder(dist);
const { load, loaded } = scriptLoader(dist, createRequire(import.meta.url));

process.on('exit', () => {
  for (const [name, script] of loaded) {
    try {
      writeFileSync(join(folder, codeCacheName(name)), script.createCachedData(), { flag: 'wx' });
      writeFileSync(join(folder, name), wrapped(readFileSync(join(dist, name), 'latin1')));
    } catch {
      // An earlier run has kept it.
    }
  }
});

const { main } = load('./main.cjs') as typeof Main;
for (const run of runs) {
  if (run.on === 'process') {
    // So that what asks the process is compiled too.
    process.chdir(run.cwd);
    process.argv.splice(2, Infinity, ...run.argv);
  }
  await main(run.on === 'process' ? undefined : hostOf(run));
}
