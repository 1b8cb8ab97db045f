/**
 * Runs a command of a build and keeps in the code cache what V8 compiled for it: what is given are the folder of the
 * scripts, the command that it is kept for, and the run, as JSON.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PassThrough } from 'node:stream';
import { canKeep, codeCacheFolder, fromCodeCache, keeper, scriptLoader } from '#cli/code-cache.ts';
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

/** A host on terminals whose input ends after the first picture. */
function terminalHost({ argv, cwd }: CompiledRun): Host {
  const [stdin, stdout, stderr] = [terminal(), terminal(), terminal()];
  for (const { stream } of [stdout, stderr]) stream.resume();
  void stderr.drawn.then(() => stdin.stream.end());
  return {
    argv,
    cwd,
    env: { PATH: process.env['PATH'], TERM: 'xterm-256color' },
    stdin: stdin.stream as unknown as NodeJS.ReadStream,
    stdout: stdout.stream as unknown as NodeJS.WriteStream,
    stderr: stderr.stream as unknown as NodeJS.WriteStream,
    invocation: 'sales-audit',
    today: () => '2026-01-01',
  };
}

const [, , dist = '', command = '', given = ''] = process.argv;
const run = JSON.parse(given) as CompiledRun;
const folder = codeCacheFolder(dist, command);
if (!canKeep(dist, folder)) throw new Error(`The code cache cannot be written to ${folder}.`);
const find = fromCodeCache(folder, keeper(dist, folder));
const load = scriptLoader(dist, find, createRequire(import.meta.url));
const script = readdirSync(dist).find((name) => name.startsWith('main-'));
const { main } = load(`./${script}`) as typeof Main;
// So that what asks the process is compiled too.
process.chdir(run.cwd);
process.argv.splice(2, Infinity, ...run.argv);
await main(run.onTerminals ? terminalHost(run) : undefined);
