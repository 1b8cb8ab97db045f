/**
 * Measures the built tool beside an empty Node process and beside other programs, and writes `docs/benchmarks.md`.
 * How fast anything is never fails it; a measured command that does not do what it should does.
 */
import { stat, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { benchIn } from './bench/command-case.ts';
import { commandsBlock } from './bench/commands-block.ts';
import { filesBlocks } from './bench/files-blocks.ts';
import { goalsOf } from './bench/goals.ts';
import { growthIn } from './bench/growth.ts';
import { describeMachine } from './bench/machine.ts';
import { type Options, chosen, readOptions, usage } from './bench/options.ts';
import { type Findings, pageOf } from './bench/page.ts';
import { showProgress } from './bench/progress.ts';
import { runRounds } from './bench/rounds.ts';
import { type Scratch, openScratch, strongExample } from './bench/scratch.ts';
import { sizesBlocks } from './bench/sizes-blocks.ts';
import { terminalBlock } from './bench/terminal-block.ts';

async function measure(options: Options, scratch: Scratch, signal: AbortSignal): Promise<Findings> {
  const { quick, only, rounds } = options;
  const bench = benchIn(scratch);
  const blocks = [
    commandsBlock(bench),
    terminalBlock(scratch),
    ...filesBlocks(bench, quick ? 100 : Infinity),
    ...sizesBlocks(bench, quick ? 64 : Infinity),
  ];
  const progress = showProgress(process.stderr, rounds, signal);
  const results = await runRounds(chosen(blocks, only), rounds, progress);
  const growth = growthIn(results);
  return {
    machine: await describeMachine(),
    rounds,
    shell: options.shell,
    exampleBytes: (await stat(strongExample)).size,
    versions: [...bench.versions],
    knowsAll: scratch.meter.knowsAll,
    results,
    growth,
    goals: goalsOf(results, growth),
  };
}

async function run(options: Options, signal: AbortSignal): Promise<void> {
  const scratch = await openScratch(options.shell);
  // What is being measured fails then, and everything is cleared away as after any failure.
  signal.addEventListener('abort', () => scratch.meter.close());
  try {
    const findings = await measure(options, scratch, signal);
    const config = await resolveConfig('docs/benchmarks.md');
    const page = await format(pageOf(findings), { ...config, parser: 'markdown' });
    console.log(page);
    if (options.output !== undefined) await writeFile(options.output, page);
    if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(findings, null, 2)}\n`);
  } finally {
    await scratch.close(options.keep);
    if (options.keep) console.error(`Kept ${scratch.folder}`);
  }
}

const interruption = new AbortController();
process.on('SIGINT', () => interruption.abort());
try {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) console.log(usage);
  else await run(options, interruption.signal);
} catch (error) {
  const { aborted } = interruption.signal;
  console.error(aborted ? 'Interrupted.' : error instanceof Error ? error.message : error);
  process.exitCode = aborted ? 130 : 1;
}
