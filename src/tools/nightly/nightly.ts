/**
 * Checks a file in every shape, and prints those that take longer, more memory or more output than they may: one of the
 * largest size, and where that is refused for its number of values, also the largest that is not. Takes a quarter of an
 * hour. `node --import tsx src/tools/nightly/nightly.ts TEXT` takes only the shapes whose name contains a text.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import pMap from 'p-map';
import { type Usage, measure } from './measure.ts';
import { largest, shapes } from './shapes.ts';

/** The most that the check of a file may take: processor time, memory, and characters of output. */
const most = { seconds: 2, megabytes: 250, printed: 200_000 } as const;

/** How much smaller a file is than the one before, which had too many values. */
const step = 0.6;

/** Says that a file has too many values, which is found out before it is read. */
const tooManyValues = /The file has more than [\d,]+ (?:values|commas)/;

const [, , part = ''] = process.argv;
const folder = await mkdtemp(join(tmpdir(), 'sales-audit-shapes-'));
const chosen = shapes.filter(({ name }) => name.includes(part));
let tooMuch = 0;
let checked = 0;

/** Checks a file of a size, and prints what it takes if that is too much. */
async function checkOne(name: string, file: string, text: string): Promise<Usage> {
  await writeFile(join(folder, file), text);
  const usage = await measure(['check', file], folder);
  await rm(join(folder, file));
  const { seconds, megabytes, printed, exitCode } = usage;
  checked += 1;
  const isFine =
    seconds <= most.seconds &&
    megabytes <= most.megabytes &&
    printed.length <= most.printed &&
    (exitCode === 0 || exitCode === 1 || exitCode === 2);
  if (isFine) return usage;
  tooMuch += 1;
  process.stdout.write(
    `${name}, ${text.length} characters: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, ` +
      `${printed.length} characters printed, exit ${exitCode}\n`,
  );
  return usage;
}

await pMap(
  chosen.entries(),
  async ([index, { name, make }]) => {
    for (let bytes = largest; ; bytes = Math.floor(bytes * step)) {
      const { printed } = await checkOne(name, `${index}.yaml`, make(bytes));
      if (!tooManyValues.test(printed.replaceAll(/\s+(?:\| )?/g, ' '))) break;
    }
  },
  { concurrency: availableParallelism() },
);
await rm(folder, { recursive: true });
process.stdout.write(`${chosen.length} shapes in ${checked} files, ${tooMuch} of them take too much.\n`);
process.exitCode = tooMuch === 0 ? 0 : 1;
