import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin } from '../support/package/built.ts';
import { makeEmptyFolder } from '../support/folder.ts';

const report = resolve('examples/harbor-instruments/report.yaml');
const answers = resolve('examples/harbor-instruments/answers.yaml');

/** Runs a line in a shell. Returns the exit code and stderr. */
function runShell(line: string, cwd: string): Promise<{ exitCode: number; said: string }> {
  return new Promise((done) => {
    const env = {
      PATH: process.env['PATH'],
      TOOL: `${process.execPath} ${bin}`,
      REPORT: report,
      ANSWERS: answers,
    };
    execFile('bash', ['--norc', '-c', line], { cwd, env }, (error, _stdout, said) =>
      done({ exitCode: error === null ? 0 : Number(error.code), said }),
    );
  });
}

describe('a pipe of the shell', () => {
  it.each([
    ['score $ANSWERS --as-of 2026-11-23', '-o '],
    ['report $REPORT', '-o html='],
  ])('takes what `%s %s` writes', async (args, option) => {
    const cwd = await makeEmptyFolder();
    // The shell does not wait for the reader, so the line does, until the reader has renamed what it read.
    const wait = 'until [ -e piped ]; do sleep 0.05; done';
    const line = `$TOOL ${args} ${option}>(cat > part; mv part piped) || exit; ${wait}`;
    expect(await runShell(line, cwd)).toMatchObject({ exitCode: 0 });
    expect(await runShell(`$TOOL ${args} ${option}plain`, cwd)).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(cwd, 'piped'), 'utf8')).toBe(await readFile(join(cwd, 'plain'), 'utf8'));
  });
});

describe('standard output to a file', () => {
  it('is complete', async () => {
    const cwd = await makeEmptyFolder();
    const { exitCode } = await runShell('$TOOL report $REPORT --format html > page.html', cwd);
    expect(exitCode).toBe(0);
    expect(await readFile(join(cwd, 'page.html'), 'utf8')).toBe(
      await readFile('examples/harbor-instruments/report.html', 'utf8'),
    );
  });

  it('reports an error if the file cannot take everything', async () => {
    const cwd = await makeEmptyFolder();
    // Limit files to 10 KiB, which behaves like a full disk.
    const line = `trap '' XFSZ; ulimit -f 10; $TOOL report $REPORT --format html > page.html`;
    const { exitCode, said } = await runShell(line, cwd);
    expect([exitCode, said]).toEqual([
      2,
      expect.stringMatching(/^error: Cannot write to standard output: .*\nThe output is incomplete\.\n$/),
    ]);
    expect((await stat(join(cwd, 'page.html'))).size).toBeLessThanOrEqual(10 * 1024);
  });

  it('reports an error on a full device', { tags: ['full-device'] }, async () => {
    for (const args of ['report $REPORT', 'score --help', '--version']) {
      const { exitCode, said } = await runShell(`$TOOL ${args} > /dev/full`, await makeEmptyFolder());
      expect([args, exitCode, said]).toEqual([
        args,
        2,
        expect.stringMatching(/^error: Cannot write to standard output: /),
      ]);
    }
  });
});
