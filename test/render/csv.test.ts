import { describe, expect, it } from 'vitest';
import { type Column, type Value, renderTable } from '#render/csv.ts';
import type { Separator } from '#render/report/choices.ts';
import { runCommand } from '../support/command.ts';

describe('renderTable', () => {
  it.each<[Value, string]>([
    [null, ''],
    [undefined, ''],
    ['', ''],
    [0, '0'],
    [-12.5, '-12.5'],
    [false, 'false'],
    [{ date: '2026-11-23' }, '2026-11-23'],
    ['2026-11-23', "'2026-11-23"],
    ['007', "'007"],
    ['=1+1', "'=1+1"],
    ['a, "b"', '"a, ""b"""'],
    ['a\nb', '"a\nb"'],
    ['a\u202eb', 'a\\u{202e}b'],
  ])('writes %j as %s', (value, cell) => {
    expect(renderTable([['name', () => value]], [{}])).toBe(`\ufeffname\r\n${cell}\r\n`);
  });

  it.each<[Separator, string]>([
    ['comma', '3.5,-12,"a,b",a;b'],
    ['semicolon', '3,5;-12;a,b;"a;b"'],
    ['tab', '3.5\t-12\ta,b\ta;b'],
  ])('separates cells by a %s, and quotes those that contain it', (separator, row) => {
    const values: readonly Value[] = [3.5, -12, 'a,b', 'a;b'];
    const columns = values.map((value, index): Column<unknown> => [`c${index}`, () => value]);
    expect(renderTable(columns, [{}], separator).split('\r\n')[1]).toBe(row);
  });

  it('names its columns without rows too', () => {
    expect(
      renderTable(
        [
          ['a', () => 1],
          ['b', () => 2],
        ],
        [],
      ),
    ).toBe('\ufeffa,b\r\n');
  });
});

describe('every CSV that a command prints', () => {
  it.each([
    'questions --format csv',
    'questions --format csv --csv-separator semicolon',
    'report report.yaml --format csv',
    'report report.yaml --format csv --table gaps',
    'report report.yaml --format csv --table findings',
  ])('starts with one byte order mark: %s', async (line) => {
    const { stdout } = await runCommand(line.split(' '), { cwd: 'examples/harbor-instruments' });
    expect([stdout.indexOf('\ufeff'), stdout.lastIndexOf('\ufeff')]).toEqual([0, 0]);
  });
});
