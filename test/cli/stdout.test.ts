import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin } from '../support/package/built.ts';
import { emptyFolder } from '../support/folder.ts';

const report = resolve('examples/harbor-instruments/report.yaml');

/** Runs a line in a shell: how it ended, and what it said on stderr. */
function shell(line: string, cwd: string): Promise<{ exitCode: number; said: string }> {
  return new Promise((done) => {
    const env = { PATH: process.env['PATH'], TOOL: `${process.execPath} ${bin}`, REPORT: report };
    execFile('bash', ['--norc', '-c', line], { cwd, env }, (error, _stdout, said) =>
      done({ exitCode: error === null ? 0 : Number(error.code), said }),
    );
  });
}

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
