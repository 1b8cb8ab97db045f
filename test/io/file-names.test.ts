import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';

// Other systems refuse such a name, or change it.
describe.runIf(process.platform === 'linux')('a file whose name is not UTF-8', () => {
  it.each([
    ['outside', '.'],
    ['outside', '**/*.yaml'],
    ['inside', '.'],
    ['inside', '**/*.yaml'],
  ])('is told %s a repository, and not skipped: check %s', async (where, pattern) => {
    const cwd = await makeEmptyFolder();
    if (where === 'inside') execFileSync('git', ['init', '-q'], { cwd });
    const path = Buffer.concat([
      Buffer.from(`${cwd}/M`),
      Buffer.from([0xfc]),
      Buffer.from('ller.answers.yaml'),
    ]);
    writeFileSync(path, 'kind: answers\n');
    const { exitCode, stderr } = await runCommand(['check', pattern], { cwd });
    expect([exitCode, stderr]).toEqual([
      2,
      'error: The name of the file "M\ufffdller.answers.yaml" is not UTF-8, so the file cannot be checked.\n' +
        'Rename it, or list it in .gitignore.\n',
    ]);
  });
});
