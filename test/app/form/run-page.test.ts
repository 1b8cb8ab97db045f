import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

describe('run --page', () => {
  it('writes the page, and says what to do where there is no terminal to open it from', async () => {
    const cwd = await makeEmptyFolder();
    const { exitCode, stderr } = await runCommand(
      ['run', '--page', '--organization', 'Harbor', '--report', 'r.yaml'],
      { cwd },
    );
    expect([exitCode, stderr]).toEqual([
      0,
      'Open this page in a browser: answers.form.html\n' +
        'Answer and save there. Then run this, with the name of the saved file: sales-audit run --no-input --answers SAVED-FILE --report r.yaml\n',
    ]);
    const page = await readFile(join(cwd, 'answers.form.html'), 'utf8');
    expect(page).toContain('<h1>Harbor</h1>');
    expect(page).toContain('sales-audit run --no-input --answers {file} --report r.yaml');
  });

  it('goes on with the answers that are there, and leaves the file alone', async () => {
    const cwd = await makeEmptyFolder();
    const answers = await readFile(resolve('examples/harbor-instruments/answers.yaml'), 'utf8');
    await writeFile(join(cwd, 'answers.yaml'), answers);
    const args = ['run', '--page'];
    expect((await runCommand(args, { cwd })).exitCode).toBe(0);
    expect(await readFile(join(cwd, 'answers.form.html'), 'utf8')).toContain(
      'Stopped five in the Houston office',
    );
    expect(await readFile(join(cwd, 'answers.yaml'), 'utf8')).toBe(answers);
    // An earlier page is replaced, and nothing else.
    expect((await runCommand(args, { cwd })).exitCode).toBe(0);
    await writeFile(join(cwd, 'answers.form.html'), 'mine');
    const refused = await runCommand(args, { cwd });
    expect([refused.exitCode, refused.stderr]).toEqual([
      2,
      expect.stringContaining('is not a page of this tool'),
    ]);
    expect((await runCommand([...args, '--organization', 'Other'], { cwd })).stderr).toContain('not "Other"');
  });
});
