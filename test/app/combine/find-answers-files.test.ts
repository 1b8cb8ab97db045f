import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { example, makeCompany, run } from '../../support/combine.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

describe('combine', () => {
  it('takes folders and patterns, whose other documents are left out', async () => {
    const cwd = await makeCompany();
    const before = await readFile(`${example}/report.yaml`, 'utf8');
    await mkdir(join(cwd, 'answers/late'));
    await rename(join(cwd, 'answers/seller-8.answers.yaml'), join(cwd, 'answers/late/seller-8.json'));
    await writeFile(join(cwd, 'answers/report.yaml'), before);
    await writeFile(join(cwd, 'answers/sales-system.yaml'), 'kind: sales-system\n');
    await writeFile(join(cwd, 'answers/typo.yaml'), 'kind: anwers\nschemaVersion: 1\n');
    for (const [command, given] of [
      ['combine', ['answers']],
      ['score', ['answers/{c,l,m}*.yaml', 'answers/**/seller-*.{yaml,json}']],
      ['combine', ['answers/leader.answers.yaml', 'answers/late', './answers/']],
    ] as const) {
      const { exitCode, stderr } = await run(cwd, command, ...given, '-o', 'report.yaml');
      expect([exitCode, stderr]).toEqual([0, expect.stringContaining('“Coaching cadence” 75')]);
      expect(await readFile(join(cwd, 'report.yaml'), 'utf8')).toBe(before);
    }
    const id = 'execution.coaching-cadence.last-session';
    const { stdout, stderr } = await run(cwd, 'explain', id, '--answers', 'answers');
    expect(stdout).toContain('The median of 8 sellers counts.');
    expect(stderr).toBe('Note: Not combined: answers/typo.yaml has a `kind` that looks misspelled.\n');
  });

  it.each([
    ['none/*.answers.yaml', 'Nothing matches "none/*.answers.yaml".'],
    ['empty', 'There are no answers in the folder empty.'],
    ['missing.yaml', 'Cannot read missing.yaml: there is no such file.'],
  ])('refuses %s, which names no answers', async (given, says) => {
    const cwd = await makeEmptyFolder();
    await mkdir(join(cwd, 'empty'));
    const { exitCode, stderr } = await run(cwd, 'combine', given);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(says)]);
  });
});
