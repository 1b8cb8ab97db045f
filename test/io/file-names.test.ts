import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';

// Other systems refuse such a name, or change it.
describe.runIf(process.platform === 'linux')('a file or folder whose name is not UTF-8', () => {
  it.each([
    ['outside', '.', ''],
    ['outside', '**/*.yaml', ''],
    ['inside', '.', ''],
    ['inside', '**/*.yaml', ''],
    ['outside', '.', '/a.answers.yaml'],
    ['inside', '.', '/a.answers.yaml'],
  ])('is told %s a repository, and not skipped: check %s (%j)', async (where, pattern, below) => {
    const cwd = await makeEmptyFolder();
    if (where === 'inside') execFileSync('git', ['init', '-q'], { cwd });
    const name = Buffer.concat([Buffer.from(`${cwd}/M`), Buffer.from([0xfc]), Buffer.from('.answers.yaml')]);
    if (below !== '') mkdirSync(name);
    writeFileSync(Buffer.concat([name, Buffer.from(below)]), 'kind: answers\n');
    const { exitCode, stderr } = await runCommand(['check', pattern], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /^error: The name "M\ufffd\.answers\.yaml.*" is not UTF-8, so it cannot be checked\.\nRename it, or list it in/,
    );
  });
});
