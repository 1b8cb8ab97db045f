/**
 * Checks a file and a model in every shape, and prints those that take longer, more memory or more output than they may:
 * one of the largest size, and where that is refused for its number of values, also the largest that is not. Takes a
 * quarter of an hour. `node --import tsx src/tools/nightly/nightly.ts TEXT` takes only the shapes whose name contains a text.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import pMap from 'p-map';
import { type Usage, measure } from './measure.ts';
import { type ModelShape, modelShapes } from './model-shapes.ts';
import { type Shape, largest, shapes } from './shapes.ts';

/** The most that a run may take: seconds of processor time, memory, and characters of output. */
const most = {
  seconds: 2,
  /** A thousand answers files, and their report. */
  crowdSeconds: 6,
  megabytes: 250,
  printed: 200_000,
} as const;

/** How much smaller a file is than the one before, which had too many values. */
const step = 0.6;

/** Says that a file has too many values, which is found out before it is read. */
const tooManyValues = /The file has more than [\d,]+ (?:values|commas)/;

const [, , part = ''] = process.argv;
const folder = await mkdtemp(join(tmpdir(), 'sales-audit-shapes-'));
const chosen = shapes.filter(({ name }) => name.includes(part));
const chosenModels = modelShapes.filter(({ name }) => name.includes(part));
let tooMuch = 0;
let checked = 0;

/** Runs a command in the folder, and prints what it takes if that is too much. */
async function run(name: string, args: readonly string[], seconds: number, size: number): Promise<Usage> {
  const usage = await measure(args, folder);
  const { megabytes, printed, exitCode } = usage;
  checked += 1;
  const isFine =
    usage.seconds <= seconds &&
    megabytes <= most.megabytes &&
    printed.length <= most.printed &&
    (exitCode === 0 || exitCode === 1 || exitCode === 2);
  if (isFine) return usage;
  tooMuch += 1;
  process.stdout.write(
    `${name}, ${size} characters: ${usage.seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, ` +
      `${printed.length} characters printed, exit ${exitCode}\n`,
  );
  return usage;
}

/** Checks a file of each size that is not refused for its number of values. */
async function checkFile(file: string, { name, make }: Shape): Promise<void> {
  for (let bytes = largest; ; bytes = Math.floor(bytes * step)) {
    const text = make(bytes);
    await writeFile(join(folder, file), text);
    const { printed } = await run(name, ['check', file], most.seconds, text.length);
    await rm(join(folder, file));
    if (!tooManyValues.test(printed.replaceAll(/\s+(?:\| )?/g, ' '))) return;
  }
}

/** Checks a model of the size of one file, and lists its questions. */
async function checkModel(model: string, { name, make }: ModelShape): Promise<void> {
  const files = Object.entries(make(largest));
  await mkdir(join(folder, model));
  for (const [file, text] of files) await writeFile(join(folder, model, file), text);
  const size = files.reduce((sum, [, text]) => sum + text.length, 0);
  const commands = [
    ['model', 'lint', model],
    ['questions', '--format', 'json', '--output', `${model}.json`, '--model', model],
  ];
  for (const args of commands) await run(`${name}, ${args[0]}`, args, most.seconds, size);
  await rm(join(folder, model), { recursive: true });
}

/** Combines the answers of a thousand sellers in 40 units. */
async function combineCrowd(): Promise<void> {
  const seller = await readFile('examples/sablewick-filtration/answers/seller-1.answers.yaml', 'utf8');
  await mkdir(join(folder, 'crowd'));
  for (let index = 0; index < 1000; index += 1) {
    const own = seller.replaceAll(/level: \d/g, (_, place: number) => `level: ${(place * index) % 5}`);
    const text = own.replace('unit: North', `unit: Unit ${index % 40} # ${index}`);
    await writeFile(join(folder, 'crowd', `${index}.answers.yaml`), text);
  }
  await run(
    '1,000 answers files, combine',
    ['combine', 'crowd', '-o', 'crowd.yaml'],
    most.crowdSeconds,
    1000,
  );
}

await pMap(chosen.entries(), ([index, shape]) => checkFile(`${index}.yaml`, shape), {
  concurrency: availableParallelism(),
});
await pMap(chosenModels.entries(), ([index, shape]) => checkModel(`model-${index}`, shape), {
  concurrency: availableParallelism(),
});
if ('crowd'.includes(part)) await combineCrowd();
await rm(folder, { recursive: true });
process.stdout.write(
  `${chosen.length + chosenModels.length} shapes in ${checked} runs, ${tooMuch} of them take too much.\n`,
);
process.exitCode = tooMuch === 0 ? 0 : 1;
