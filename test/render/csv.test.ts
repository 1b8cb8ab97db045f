import { describe, expect, it } from 'vitest';
import { type Value, renderTable } from '#render/csv.ts';

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
    expect(renderTable([['name', () => value]], [{}])).toBe(`name\r\n${cell}\r\n`);
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
    ).toBe('a,b\r\n');
  });
});
