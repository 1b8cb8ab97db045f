import { writeYaml } from '#document/edit/write.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { anyValue } from './nasty-values.ts';
import { scaleRuns } from '../../support/runs.ts';

describe('writeYaml: compact below a key', () => {
  it('writes collections below a key on one line where they fit', () => {
    const list = Array.from({ length: 40 }, (_, index) => index);
    const value = { beside: { a: [1] }, below: { a: { b: [1, 'x, y'] }, c: [], d: { list, e: ['f'] } } };
    expect(writeYaml(value, { compactBelow: ['below'] })).toBe(
      [
        'beside:',
        '  a:',
        '    - 1',
        'below:',
        '  a: {b: [1, "x, y"]}',
        '  c: []',
        '  d:',
        '    list:',
        ...list.map((number) => `      - ${number}`),
        '    e: [f]',
        '',
      ].join('\n'),
    );
  });

  it.each([{}, { version: '1.1', merge: false } as const])('round-trips any value (%j)', (options) => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const map = { below: value, beside: value };
        expect(parse(writeYaml(map, { compactBelow: ['below'] }), options)).toEqual(map);
      }),
      scaleRuns(100),
    );
  });
});
