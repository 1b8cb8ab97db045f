import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';

it.each([
  ['model', 'lint', 'many'],
  ['questions', '--model', 'many'],
])('a model of more than 1,000 files is refused before they are read: %s %s', async (...args) => {
  const cwd = await makeEmptyFolder();
  await mkdir(join(cwd, 'many'));
  const write = (index: number): Promise<void> => writeFile(join(cwd, 'many', `${index}.yaml`), ': broken');
  await Promise.all(Array.from({ length: 1_001 }, (_, index) => write(index)));
  const { exitCode, stderr } = await runCommand(args, { cwd });
  expect(stderr).toContain('The folder many has 1,001 YAML files; at most 1,000 are read.');
  expect(exitCode).toBe(2);
});
