/** A run and a report speak for a day that can be right. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { check, loadShippedModel } from '../../src/index.ts';
import { runCommand } from '../support/command.ts';

const harbor = 'examples/harbor-instruments';

describe('--as-of', () => {
  it.each([
    ['score answers.yaml', '9999-12-31'],
    ['report report.yaml', '0001-01-01'],
    ['check answers.yaml', '2100-01-01'],
  ])('of %s is not %s', async (line, day) => {
    const { exitCode, stdout, stderr } = await runCommand([...line.split(' '), '--as-of', day], {
      cwd: harbor,
    });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `error: --as-of takes a day from 2000-01-01 to 2099-12-31, not ${day}: every other date is judged by it.\n`,
    );
  });

  it('is to be given where the clock is wrong', async () => {
    const run = (...more: string[]): ReturnType<typeof runCommand> =>
      runCommand(['check', 'report.yaml', ...more], { cwd: harbor, today: '1970-01-01' });
    const { exitCode, stderr } = await run();
    expect(exitCode).toBe(2);
    expect(stderr).toContain("This computer's clock says 1970-01-01, which is out of range for a report.");
    expect((await run('--as-of', '2026-11-23')).exitCode).not.toBe(2);
  });
});

describe('without --as-of', () => {
  const today = '2026-11-27';

  it.each([
    ['check sales-system.yaml', 'in 1 file, as of 2026-11-27.'],
    ['check sales-system.yaml --quiet', 'in 1 file, as of 2026-11-27.'],
    ['check sales-system.yaml --format json', '"asOf": "2026-11-27"'],
    ['check sales-system.yaml --format github', 'as of 2026-11-27'],
    ['check sales-system.yaml --format sarif', 'as of 2026-11-27'],
    ['check sales-system.yaml --format junit', 'as of 2026-11-27'],
    ['score answers.yaml', 'asOf: "2026-11-27"'],
    ['score answers.yaml --format json', '"asOf": "2026-11-27"'],
    ['report answers.yaml --format html', 'November 27, 2026'],
    ['report answers.yaml --format markdown', 'November 27, 2026'],
    ['report answers.yaml --format text', 'November 27, 2026'],
    ['report answers.yaml --format csv', '2026-11-27'],
    ['report answers.yaml --format svg', 'November 27, 2026'],
    ['explain philosophy --answers answers.yaml', 'as of 2026-11-27'],
  ])('%s names the day that it speaks for: %s', async (line, day) => {
    const { stdout } = await runCommand(line.split(' '), { cwd: harbor, today });
    expect(stdout).toContain(day);
  });
});

describe('report/out-of-range-date', () => {
  it('is found where a report speaks for a day that has not come yet', async () => {
    const text = await readFile(`${harbor}/report.yaml`, 'utf8');
    const model = await loadShippedModel();
    const find = async (asOf: string): Promise<string[]> =>
      (await check({ text, file: 'report.yaml' }, { model, asOf })).findings
        .filter(({ check: id }) => id === 'report/out-of-range-date')
        .map(({ path, severity, message }) => `${path} ${severity} ${message}`);
    expect(await find('2026-11-23')).toEqual([]);
    expect(await find('2026-11-20')).toContain(
      '/asOf error `asOf` is 2026-11-23, a date in the future, but it stands for something that has happened.',
    );
  });
});
