/** What LibreOffice makes of a form: opened and saved, it gives the same answers. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { getProgramPath } from '../../support/programs.ts';

describe('an xlsx form that LibreOffice saved', { tags: ['spreadsheet'] }, () => {
  it('gives back every answer', async () => {
    const cwd = await makeEmptyFolder();
    const today = '2026-11-30';
    const answers = resolve('examples/harbor-instruments/answers.yaml');
    await runCommand(['form', '--answers', answers, '-o', 'form.xlsx'], { cwd, today });
    const profile = `-env:UserInstallation=${pathToFileURL(join(cwd, 'profile')).href}`;
    const args = [
      profile,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      join(cwd, 'saved'),
      join(cwd, 'form.xlsx'),
    ];
    await promisify(execFile)(getProgramPath('spreadsheet'), args);
    const before = await runCommand(['import', 'form.xlsx'], { cwd, today });
    const after = await runCommand(['import', 'saved/form.xlsx'], { cwd, today });
    expect([after.exitCode, after.stderr]).toEqual([0, '']);
    expect(after.stdout).toBe(before.stdout);
  });
});
