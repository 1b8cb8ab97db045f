/**
 * Checks a file of the largest size in every shape, and prints those that take longer, more memory or more output than
 * they may. Takes a quarter of an hour. `node --import tsx src/tools/nightly/nightly.ts TEXT` takes only the shapes whose
 * name contains a text.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import pMap from 'p-map';
import { measure } from './measure.ts';
import { largest, shapes } from './shapes.ts';

/** The most that the check of a file may take: processor time, memory, and bytes of output. */
const most = { seconds: 2, megabytes: 250, printed: 200_000 } as const;

const [, , part = ''] = process.argv;
const folder = await mkdtemp(join(tmpdir(), 'sales-audit-shapes-'));
const chosen = shapes.filter(({ name }) => name.includes(part));
let tooMuch = 0;
await pMap(
  chosen.entries(),
  async ([index, { name, make }]) => {
    const file = `${index}.yaml`;
    await writeFile(join(folder, file), make(largest));
    const { seconds, megabytes, printed, exitCode } = await measure(['check', file], folder);
    await rm(join(folder, file));
    const isFine =
      seconds <= most.seconds &&
      megabytes <= most.megabytes &&
      printed <= most.printed &&
      (exitCode === 0 || exitCode === 1 || exitCode === 2);
    if (isFine) return;
    tooMuch += 1;
    process.stdout.write(
      `${name}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, ${printed} bytes printed, exit ${exitCode}\n`,
    );
  },
  { concurrency: availableParallelism() },
);
await rm(folder, { recursive: true });
process.stdout.write(`${chosen.length} shapes, ${tooMuch} of them take too much.\n`);
process.exitCode = tooMuch === 0 ? 0 : 1;
