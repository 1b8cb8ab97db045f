/**
 * Compares the built command with an empty Node process and other programs; writes `docs/benchmarks.md`.
 * Longer than 200 lines: goals, measurements and page in one file, to trace every figure from top to bottom.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { spawn as spawnInTerminal } from '@lydell/node-pty';
import { format } from 'oxfmt';
import { parse, stringify } from 'yaml';

/** Cost of one run: wall time in milliseconds, and peak memory in MiB if measured. */
export interface Sample {
  readonly ms: number;
  readonly mib?: number;
}

/** Samples by name of the case, one per round. Large cases have samples of the first rounds only. */
export type Results = ReadonlyMap<string, readonly Sample[]>;

/** Returns the median, or undefined for an empty list. */
export function computeMedian(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

function computeMedianOf(results: Results, name: string, quantity: keyof Sample): number | undefined {
  return computeMedian((results.get(name) ?? []).flatMap((sample) => sample[quantity] ?? []));
}

/** Computes the median ratio of two cases. Compares runs of the same round. */
export function computeRatio(results: Results, of: string, to: string): number | undefined {
  const bases = results.get(to) ?? [];
  const ratios = (results.get(of) ?? []).map(({ ms }, round) => ms / (bases[round]?.ms ?? NaN));
  return computeMedian(ratios.filter((each) => !Number.isNaN(each)));
}

/** Cases that differ only in the size of their input, which ends their name: `files-100`. */
const series = {
  files: [100, 400, 1000],
  stages: [30, 120, 480],
  faults: [2500, 10_000, 40_000],
} as const;
type SeriesName = keyof typeof series;

/**
 * Compares the cost of the largest size of a series with the straight line through the two smaller ones.
 *
 * @returns 1 on the line, less below it, more above it; undefined if a size has no samples
 */
export function computeGrowth(results: Results, name: SeriesName, of: keyof Sample): number | undefined {
  const [s, m, l] = series[name];
  const [small, middle, large] = [s, m, l].map((size) => computeMedianOf(results, `${name}-${size}`, of));
  if (small === undefined || middle === undefined || large === undefined) return undefined;
  return large / (middle + Math.max(0, (middle - small) / (m - s)) * (l - m));
}

/** A figure with its upper limit. */
export interface Goal {
  readonly what: string;
  readonly atMost: number;
  readonly unit: string;
  readonly value: (results: Results) => number | undefined;
}

function limitRatio(what: string, of: string, to: string, atMost: number, unit = '× an empty process'): Goal {
  return { what, atMost, unit, value: (results) => computeRatio(results, of, to) };
}

/** Growth that still counts as linear. Runs of the same command differ by about this much. */
const nearLine = 1.25;

function limitGrowth(over: string, name: SeriesName): Goal[] {
  const common = { atMost: nearLine, unit: '× a straight line' };
  return [
    { what: `Time over ${over}`, value: (results) => computeGrowth(results, name, 'ms'), ...common },
    { what: `Peak memory over ${over}`, value: (results) => computeGrowth(results, name, 'mib'), ...common },
  ];
}

function limitTime(what: string, name: string, atMost: number): Goal {
  return { what, atMost, unit: 'ms', value: (results) => computeMedianOf(results, name, 'ms') };
}

const nodeMajor = Number.parseInt(process.versions.node, 10);
const goals: Goal[] = [
  limitRatio('`--version`', 'version', 'empty', 1.3),
  limitRatio('`check` of one file', 'check', 'empty', nodeMajor >= 22 ? 3 : 4.5),
  limitRatio('`check` of one file', 'check', 'check-ajv-cli', 1 / 3, '× ajv-cli'),
  limitRatio('`score`', 'score', 'empty', 6),
  limitRatio('`report` of a report, to HTML', 'report', 'empty', 6),
  limitRatio('`report` of answers, to HTML', 'report-answers', 'empty', 6),
  limitRatio('`check` of 1,000 files', 'files-1000', 'files-1000-ajv-cli', 2.5, '× ajv-cli'),
  limitRatio('`check` of 1,000 files', 'files-1000', 'files-1000-Spectral', 1 / 3, '× Spectral'),
  limitRatio('`check` of 1,000 files', 'files-1000', 'files-1000-yamllint', 1 / 3, '× yamllint'),
  ...limitGrowth('the number of files', 'files'),
  ...limitGrowth('the size of one file, up to 1 MiB', 'stages'),
  ...limitGrowth('the number of faults in one file', 'faults'),
  limitTime('`check` of one file with 40,000 unknown keys', 'faults-40000', 1000),
  limitRatio('Interview, to its first question', 'terminal-question', 'terminal-empty', 3),
  limitTime('Interview, a key press, within one frame of 60 Hz', 'terminal-key', 1000 / 60),
];

/** Why goals are missed, by their text. Update it when the page says "not explained yet". */
const reasons: Readonly<Record<string, string>> = {
  '`check` of one file': 'Node 20 has no compile cache, and `check` loads model and checks too',
  '`check` of 1,000 files': 'every file passes all checks, with positions and history',
};

type Verdict = 'reached' | 'missed' | 'not measured';

/** Compares a value with a goal. */
export function judgeGoal({ atMost }: Goal, value: number | undefined): Verdict {
  if (value === undefined) return 'not measured';
  return value <= atMost ? 'reached' : 'missed';
}

// ---- Running programs ----

type Program = readonly [string, ...string[]];

/** Working and home directory of the programs, outside any repository. */
const scratch = join(tmpdir(), `sales-audit-bench-${process.pid}`);
/** The whole environment of the programs. Variables such as NODE_OPTIONS would slow every Node process down. */
const environment = { PATH: process.env['PATH'] ?? '', HOME: scratch };
const peak = join(scratch, 'peak-memory.txt');

/** Runs a program and measures it. Throws for an unexpected exit code, or after 5 minutes. */
async function runProgram([program, ...args]: Program, cwd: string, exitCode = 0): Promise<Sample> {
  await rm(peak, { force: true });
  const options = { cwd, env: environment, timeout: 300_000, maxBuffer: Infinity };
  const start = performance.now();
  const failure = await promisify(execFile)(program, args, options).then(
    () => undefined,
    (error) => error,
  );
  const ms = performance.now() - start;
  if ((failure?.code ?? 0) !== exitCode)
    throw new Error(`${program} ${args.join(' ')}\n${failure}`.slice(0, 2000));
  const kib = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile(peak, 'utf8').catch(() => ''))?.[1];
  return kib === undefined ? { ms } : { ms, mib: Number(kib) / 1024 };
}

/** Keys to press (none in the first step), and the text that the program then draws. */
type Step = readonly [keys: string, text: string];

/** Runs a program in a pseudo-terminal step by step. Measures the last step, to the last byte drawn. */
async function runInTerminal([program, ...args]: Program, cwd: string, steps: Step[]): Promise<Sample> {
  let written = '';
  let lastWrite = 0;
  let start = performance.now();
  const env = { ...environment, TERM: 'xterm-256color' };
  const terminal = spawnInTerminal(program, args, { cwd, env, cols: 100, rows: 40 });
  terminal.onData((text) => {
    written += text;
    lastWrite = performance.now();
  });
  try {
    for (const [keys, text] of steps) {
      if (keys !== '') {
        written = '';
        start = performance.now();
        terminal.write(keys);
      }
      // A screen that has not changed for 60 ms counts as drawn.
      while (!written.includes(text) || performance.now() - lastWrite < 60) {
        if (performance.now() - start > 60_000) throw new Error(`"${text}" was not drawn:\n${written}`);
        await wait(5);
      }
    }
    return { ms: lastWrite - start };
  } finally {
    terminal.kill('SIGKILL');
  }
}

// ---- Cases ----

const example = resolve('examples/tarnbeck-cooling/sales-system.yaml');

/**
 * Makes a declared system of 5 KB with two warnings from the example, reduced to one entry per list and two skills.
 * Each added stage has 2 KB; 480 of them make 1 MiB.
 */
async function makeSystem(stages = 0): Promise<string> {
  const system = parse(await readFile(example, 'utf8'));
  const { measurement, coaching, onboarding, leadership, practice } = system.execution;
  const { units, roles, process: selling, method } = system;
  for (const list of [units, roles, roles[0].tenures, selling.stages, measurement.segments]) list.splice(1);
  for (const list of [coaching.coaches, coaching.cadence, onboarding.segments]) list.splice(1);
  for (const list of [method.skills, coaching.playbooks, practice]) list.splice(2);
  coaching.coaches[0].sellers = 20;
  leadership.initiatives = [];
  const evidence = 'The customer has confirmed one more point of this step in writing';
  const exit = Array.from({ length: 20 }, () => ({ evidence, by: 'buyer' }));
  if (stages > 0) selling.stages = Array.from({ length: stages }, (_, index) => ({ id: `s-${index}`, exit }));
  // Readers of YAML 1.1, such as ajv-cli, need quotes around dates.
  return stringify(system, { compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false });
}

/** Makes a declared system with unknown keys; 40,000 of them make 1 MiB. */
function makeSystemWithFaults(count: number): string {
  const keys = Array.from({ length: count }, (_, index) => `unknown-${10_000 + index}: of-no-use\n`);
  return `kind: sales-system\nschemaVersion: 1\norganization: { name: Firm }\n${keys.join('')}`;
}

/** Makes a directory with copies of a document. Their names end in `name`. */
async function makeDirectory(text: string, copies = 1, name = 'sales-system.yaml'): Promise<string> {
  const directory = await mkdtemp(join(scratch, 'case-'));
  for (let copy = 1; copy <= copies; copy += 1) {
    await writeFile(join(directory, copies === 1 ? name : `${copy}.${name}`), text);
  }
  return directory;
}

/** Finds the programs to compare with, by name: those in PATH that can read the example. */
async function findPeers(): Promise<Map<string, Program>> {
  const schema = resolve('schemas/sales-system.schema.json');
  const ruleset = join(scratch, 'ruleset.json');
  const then = `{ "function": "schema", "functionOptions": { "schema": ${await readFile(schema, 'utf8')} } }`;
  await writeFile(ruleset, `{ "rules": { "it": { "given": "$", "severity": "error", "then": ${then} } } }`);
  const peers = new Map<string, Program>([
    ['ajv-cli', ['ajv', 'validate', '--strict=false', '-c', 'ajv-formats', '-s', schema, '-d']],
    ['Spectral', ['spectral', 'lint', '-r', ruleset]],
    ['yamllint', ['yamllint', '-d', 'relaxed']],
  ]);
  for (const [name, program] of peers) {
    await runProgram([...program, example], scratch).catch((error: unknown) => {
      console.error(`${name} is left out: ${String(error)}`);
      peers.delete(name);
    });
  }
  return peers;
}

/** A measurement with its label on the page. */
interface Case {
  readonly name: string;
  readonly label: string;
  readonly measure: () => Promise<Sample>;
}

async function prepareCases(): Promise<Case[]> {
  const cases: Case[] = [];
  const one = await makeDirectory(await readFile(example, 'utf8'));
  const add = (name: string, label: string, program: Program, cwd = one, exitCode = 0): void => {
    cases.push({ name, label, measure: () => runProgram(program, cwd, exitCode) });
  };
  const peers = await findPeers();
  const bin = resolve('bin/sales-audit.js');
  const tool: Program = [process.execPath, bin];
  // A fixed date, so that figures do not change with the calendar.
  const asOf = ['--as-of', '2026-11-23'];
  const html = ['--format', 'html'];
  const file = 'sales-system.yaml';
  const answers = resolve('examples/harbor-instruments/answers.yaml');
  const report = resolve('examples/harbor-instruments/report.yaml');
  add('empty', '`node -e 0`', [process.execPath, '-e', '0']);
  add('version', '`--version`', [...tool, '--version']);
  add('check', '`check` of one file of 12 KB', [...tool, 'check', ...asOf, file]);
  for (const [name, program] of peers) add(`check-${name}`, `${name}, the same file`, [...program, file]);
  add('score', '`score` of answers', [...tool, 'score', ...asOf, answers]);
  add('report', '`report` of a report, to HTML', [...tool, 'report', report, ...html]);
  add('report-answers', '`report` of answers, to HTML', [...tool, 'report', answers, ...html, ...asOf]);

  // On Linux, save the peak memory of the process when it exits.
  const hook = join(scratch, 'hook.cjs');
  const save = `fs.writeFileSync(${JSON.stringify(peak)}, fs.readFileSync('/proc/self/status'))`;
  await writeFile(hook, `const fs = require('fs'); process.on('exit', () => { try { ${save} } catch {} })`);
  const check: Program = [process.execPath, '--require', hook, bin, 'check', ...asOf];
  const small = await makeSystem();
  for (const count of series.files) {
    const cwd = await makeDirectory(small, count);
    add(`files-${count}`, `\`check\` of ${formatFigure(count)} files of 5 KB`, check, cwd);
    for (const [name, program] of count === 1000 ? peers : []) {
      const all = name === 'yamllint' ? '.' : '*.yaml';
      add(`files-1000-${name}`, `${name}, the same 1,000 files`, [...program, all], cwd);
    }
  }
  for (const count of series.stages) {
    const label = `\`check\` of one file of ${formatFigure((count * 1024) / 480)} KiB`;
    add(`stages-${count}`, label, check, await makeDirectory(await makeSystem(count)));
  }
  for (const count of series.faults) {
    const label = `\`check\` of one file with ${formatFigure(count)} unknown keys`;
    add(`faults-${count}`, label, check, await makeDirectory(makeSystemWithFaults(count)), 1);
  }

  const begun = stringify({ ...parse(await readFile(answers, 'utf8')), answers: {} });
  const addInterview = (name: string, label: string, copies: number, program: Program, ...steps: Step[]) => {
    const prepare = (): Promise<string> => makeDirectory(begun, copies, 'answers.yaml');
    cases.push({ name, label, measure: async () => runInTerminal(program, await prepare(), steps) });
  };
  const letter: Program = [process.execPath, '-e', 'process.stdout.write("x")'];
  const run: Program = [...tool, 'run', ...asOf, '--role', 'leader'];
  addInterview('terminal-empty', '`node` in a terminal, to the one letter it writes', 0, letter, ['', 'x']);
  addInterview('terminal-question', 'Interview, to its first question', 0, run, ['', 'How complete']);
  addInterview('terminal-key', 'Interview, a key press', 1, run, ['', 'Question 1 of '], ['3', '❯ 3  ']);
  return cases;
}

/** Runs every case once unmeasured, then once per round. Each round starts with another case. */
async function measureAll(cases: Case[], rounds: number): Promise<Results> {
  const results = new Map<string, Sample[]>(cases.map(({ name }) => [name, []]));
  for (const { measure } of cases) await measure();
  for (let round = 0; round < rounds; round += 1) {
    console.error(`Round ${round + 1} of ${rounds}`);
    const first = round % cases.length;
    for (const { name, measure } of [...cases.slice(first), ...cases.slice(0, first)]) {
      const isLarge = /^(files|stages|faults)-/.test(name);
      if (!isLarge || round < 3) results.get(name)?.push(await measure());
    }
  }
  return results;
}

// ---- Page ----

function formatFigure(value: number | undefined): string {
  if (value === undefined) return '–';
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}

function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const align = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [head, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Renders the page as unformatted Markdown. */
export function renderPage(judged: Goal[], cases: Omit<Case, 'measure'>[], results: Results): string {
  const goalRows = judged.map((goal) => {
    const value = goal.value(results);
    const limit = `≤ ${formatFigure(goal.atMost)} ${goal.unit}`;
    return [goal.what, limit, formatFigure(value), judgeGoal(goal, value).replace('missed', '**missed**')];
  });
  const missed = judged.filter((goal) => judgeGoal(goal, goal.value(results)) === 'missed');
  const why = missed.map(({ what, unit }) => `- ${what} (${unit}): ${reasons[what] ?? 'not explained yet'}.`);
  const caseRows = cases.map(({ name, label }) => {
    const [ms, toEmpty] = [computeMedianOf(results, name, 'ms'), computeRatio(results, name, 'empty')];
    const cells = [ms, toEmpty, computeMedianOf(results, name, 'mib'), results.get(name)?.length];
    return [label, ...cells.map(formatFigure)];
  });
  const peers = ['ajv-cli', 'Spectral', 'yamllint'];
  const leftOut = peers.filter((peer) => !cases.some(({ name }) => name === `check-${peer}`));
  return `<!-- Written by \`npm run bench\`. Do not edit. -->

# Benchmarks

How long \`sales-audit\` takes, compared with an empty Node process and with other programs that read the same files.
Measured once, on one machine: ${process.platform}, ${availableParallelism()} cores, Node ${process.versions.node}.
${leftOut.length === 0 ? '' : `Left out because they are not installed: ${leftOut.join(', ')}.`}

## Goals

${formatTable(['goal', 'limit', 'measured', ''], goalRows)}

## Missed goals

${why.join('\n') || 'Nothing.'}

## Measurements

${formatTable(['', 'ms', '× empty', 'peak MiB', 'runs'], caseRows)}

## Method

- All cases run once unmeasured, which fills Node's compile cache where it has one. Then they take turns: every round
  runs each case once and starts with another one. Large cases run in three rounds only.
- Every figure is a median, and every ratio is the median of the ratios within each round.
- Time is wall time of a whole process; in the terminal, time to the last byte drawn. Memory is known on Linux only.
- Programs see no environment variables but \`PATH\` and \`HOME\`.
- A straight line is the one through the two smaller of three sizes. The largest may cost ${nearLine} times as much.
- ajv-cli 5 and Spectral validate against our schema, yamllint checks layout with its relaxed rules. \`check\` runs all
  of its checks. The bench uses those programs if they are in \`PATH\` (ajv-cli needs ajv-formats beside it).
- \`npm run bench -- --rounds N\` sets the number of rounds. \`--only check\` measures one group and writes no page.
`;
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { only = '', rounds = '10' } = parseArgs({ options: { rounds: text, only: text } }).values;
  if (!/^[1-9]\d*$/.test(rounds)) throw new Error('--rounds takes a whole number from 1.');
  const all = await prepareCases();
  const cases = all.filter(({ name }) => name === 'empty' || `${name}-`.startsWith(only && `${only}-`));
  if (cases.length === 1) throw new Error(`--only takes one of ${all.map(({ name }) => name).join(', ')}.`);
  const results = await measureAll(cases, Number(rounds));
  const { code: page } = await format('benchmarks.md', renderPage(goals, cases, results));
  console.log(page);
  if (only === '') await writeFile('docs/benchmarks.md', page);
}

if (import.meta.filename === process.argv[1]) {
  await mkdir(scratch);
  await main().finally(() => rm(scratch, { recursive: true, force: true }));
}
