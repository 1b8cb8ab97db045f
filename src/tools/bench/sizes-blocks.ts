import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Block, Case } from './case.ts';
import { type Bench, checkCommand, commandCase, emptyProcess } from './command-case.ts';
import { onTheDay } from './scratch.ts';
import { type Shape, smallSystem, systemOf } from './systems.ts';

/** Sizes of one file, in KiB; the last one is the most that is read at all. */
export const sizes = [1, 4, 16, 64, 128, 256, 512, 1024] as const;

/** The smallest file of a shape, in KiB: a complete system does not fit into less than 6. */
const smallest: Readonly<Record<Shape, number>> = { texts: 1, entries: 16, invalid: 1 };

/** What is said about a shape in the tables. */
export const shapeLabels: Readonly<Record<Shape, string>> = {
  texts: 'few long texts',
  entries: 'many entries, no finding',
  invalid: 'many entries, each of them invalid',
};

/** What `check` says about a shape: long texts alone are far from complete. */
const exits: Readonly<Record<Shape, number>> = { texts: 1, entries: 0, invalid: 1 };

/** One block for each size of one file, in each shape; the file of many entries by ajv-cli too. */
export function sizesBlocks(bench: Bench, upTo: number): Block[] {
  const name = 'sales-system.yaml';
  const folderOf = async (shape: Shape, size: number): Promise<string> => {
    const folder = await bench.scratch.newFolder('size');
    await writeFile(join(folder, name), systemOf(shape, size * 1024, await smallSystem()));
    return folder;
  };
  const shapes = Object.keys(shapeLabels) as Shape[];
  return sizes
    .filter((size) => size <= upTo)
    .map((size) => {
      const cases = shapes
        .filter((shape) => size >= smallest[shape])
        .map((shape) =>
          commandCase(bench, shape, `\`check\` of ${size} KiB: ${shapeLabels[shape]}`, async () =>
            checkCommand(bench, await folderOf(shape, size), exits[shape], ...onTheDay, name),
          ),
        );
      const ajv: Case = commandCase(
        bench,
        'ajv',
        `ajv-cli, ${size} KiB: ${shapeLabels.entries}`,
        async () => ({
          argv: [...(await bench.peers()).ajv, name],
          cwd: await folderOf('entries', size),
          exits: 0,
        }),
      );
      const all = size >= smallest.entries ? [...cases, ajv] : cases;
      return { name: `size-${size}`, share: size <= 64 ? 0.5 : 0.75, base: emptyProcess(bench), cases: all };
    });
}
