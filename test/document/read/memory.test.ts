import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { spawnCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { largest, shapes } from '../../../src/tools/nightly/shapes.ts';

/** Shapes with the most values, and with the most faults, that a file of 1 MiB can have. */
const worst = [
  '"?" on many lines',
  '"?" as items',
  '"[]" in brackets',
  '":" in brackets',
  '"? " on one line',
  '"! " as items',
  'JSON: the same key',
];

/** As many faults as a file can have within the limit of values: the same key again and again. */
const sameKey = `{${'"a": "1234567890123",\n'.repeat(45_000)}"b": 1}`;

it('files of the largest size are checked in 200 MB, and their faults fit on a few pages', async () => {
  const cwd = await makeEmptyFolder();
  const chosen = shapes.filter(({ name }) => worst.includes(name));
  expect(chosen).toHaveLength(worst.length);
  const names = chosen.map((_, index) => `${index}.yaml`);
  for (const [index, { make }] of chosen.entries())
    await writeFile(join(cwd, names[index] ?? ''), make(largest));
  await writeFile(join(cwd, 'same.yaml'), sameKey);
  const { exitCode, stdout, stderr } = await spawnCommand(['check', ...names, 'same.yaml'], {
    cwd,
    env: { NODE_OPTIONS: '--max-old-space-size=200' },
  });
  expect([exitCode, stderr]).toEqual([1, '']);
  expect(stdout).toContain('more faults, not listed here');
  expect(stdout.length).toBeLessThan(100_000);
});
