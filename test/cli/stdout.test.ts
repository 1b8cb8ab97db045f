import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin } from '../support/package/built.ts';
import { emptyFolder } from '../support/folder.ts';

const report = resolve('examples/harbor-instruments/report.yaml');
const answers = resolve('examples/harbor-instruments/answers.yaml');

/** Runs a line in a shell: how it ended, and what it said on stderr. */
function shell(line: string, cwd: string): Promise<{ exitCode: number; said: string }> {
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
    const cwd = await emptyFolder();
    // The shell does not wait for the reader, so the line does, until the reader has renamed what it read.
    const wait = 'until [ -e piped ]; do sleep 0.05; done';
    const line = `$TOOL ${args} ${option}>(cat > part; mv part piped) || exit; ${wait}`;
    expect(await shell(line, cwd)).toMatchObject({ exitCode: 0 });
    expect(await shell(`$TOOL ${args} ${option}plain`, cwd)).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(cwd, 'piped'), 'utf8')).toBe(await readFile(join(cwd, 'plain'), 'utf8'));
  });
});

describe('standard output that is a file', () => {
  it('holds everything', async () => {
    const cwd = await emptyFolder();
    const { exitCode } = await shell('$TOOL report $REPORT --format html > page.html', cwd);
    expect(exitCode).toBe(0);
    expect(await readFile(join(cwd, 'page.html'), 'utf8')).toBe(
      await readFile('examples/harbor-instruments/report.html', 'utf8'),
    );
  });

  it('that cannot take everything is told, and is no success', async () => {
    const cwd = await emptyFolder();
    // 10 KiB is the most that a file may have here: what a full disk does, without a disk to fill.
    const line = `trap '' XFSZ; ulimit -f 10; $TOOL report $REPORT --format html > page.html`;
    const { exitCode, said } = await shell(line, cwd);
    expect([exitCode, said]).toEqual([
      2,
      expect.stringMatching(
        /^error: Cannot write to standard output: .*\nWhat was written is not whole\.\n$/,
      ),
    ]);
    expect((await stat(join(cwd, 'page.html'))).size).toBeLessThanOrEqual(10 * 1024);
  });

  it('on a full device is told too', { tags: ['full-device'] }, async () => {
    for (const args of ['report $REPORT', 'score --help', '--version']) {
      const { exitCode, said } = await shell(`$TOOL ${args} > /dev/full`, await emptyFolder());
      expect([args, exitCode, said]).toEqual([
        args,
        2,
        expect.stringMatching(/^error: Cannot write to standard output: /),
      ]);
    }
  });
});
