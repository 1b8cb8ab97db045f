import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Block } from './case.ts';
import { type Bench, checkCommand, commandCase, emptyProcess, once } from './command-case.ts';
import { onTheDay } from './scratch.ts';
import { copyOf, smallSystem, withFindings } from './systems.ts';

/** How many files are checked by one command. */
export const counts = [1, 10, 100, 1000, 10_000] as const;

/** In which share of the rounds so many files are checked. */
const shares: Readonly<Record<number, number>> = { 1: 0.5, 10: 0.5, 100: 0.5, 1000: 0.35, 10_000: 0.15 };

/** Files that are written at once: below what systems allow to be open. */
const atOnce = 50;

/** Writes copies of a system for so many companies into a new folder. */
async function writeCopies({ scratch }: Bench, system: string, count: number): Promise<string> {
  const folder = await scratch.newFolder('files');
  for (let first = 1; first <= count; first += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, count - first + 1) }, (_, index) => first + index);
    await Promise.all(
      numbers.map((number) =>
        writeFile(
          join(folder, `firm-${String(number).padStart(5, '0')}.sales-system.yaml`),
          copyOf(system, number),
        ),
      ),
    );
  }
  return folder;
}

/** One block for each number of files: without findings, with three in each, and by ajv-cli. */
export function filesBlocks(bench: Bench, upTo: number): Block[] {
  return counts
    .filter((count) => count <= upTo)
    .map((count) => {
      const clean = once(async () => writeCopies(bench, await smallSystem(), count));
      const found = once(async () => writeCopies(bench, withFindings(await smallSystem()), count));
      const files = count === 1 ? 'file' : `${count.toLocaleString('en-US')} files`;
      const some = count === 1 ? '1 file' : files;
      return {
        name: `files-${count}`,
        share: shares[count] ?? 1,
        base: emptyProcess(bench),
        cases: [
          commandCase(bench, 'check', `\`check\` of ${some} without a finding`, async () =>
            checkCommand(bench, await clean(), 0, ...onTheDay),
          ),
          commandCase(bench, 'check-findings', `\`check\` of ${some} with three findings in each`, async () =>
            checkCommand(bench, await found(), 1, ...onTheDay),
          ),
          commandCase(bench, 'ajv', `ajv-cli, the same ${files} without a finding`, async () => ({
            argv: [...(await bench.peers()).ajv, '*.sales-system.yaml'],
            cwd: await clean(),
            exits: 0,
          })),
        ],
      };
    });
}
