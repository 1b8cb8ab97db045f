import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/tools/bench/case.ts';
import { chosen, readOptions } from '../../../src/tools/bench/options.ts';

describe('the options of the bench', () => {
  const idle = (name: string): Case => ({ name, label: name, measure: async () => [] });

  it('reads its options, and keeps the page of the whole from figures of a part', () => {
    expect(readOptions([])).toMatchObject({
      rounds: 20,
      only: [],
      output: 'docs/benchmarks.md',
      keep: false,
    });
    expect(readOptions(['--quick'])).toMatchObject({ rounds: 3, output: undefined });
    expect(readOptions(['--quick', '--rounds', '5', '-o', 'x.md'])).toMatchObject({
      rounds: 5,
      output: 'x.md',
    });
    expect(readOptions(['--only', 'check', 'ajv', '--only', 'key'])).toMatchObject({
      only: ['check', 'key', 'ajv'],
      output: undefined,
    });
    expect(readOptions(['--shell'])).toMatchObject({ shell: true, output: undefined });
    expect(readOptions(['--help'])).toBeUndefined();
  });

  it.each([
    [['--rounds', '0'], '--rounds takes'],
    [['--rounds', 'x'], '--rounds takes'],
    [['check', 'ajv'], 'Did you mean --only check ajv?'],
    [['--nothing'], "Unknown option '--nothing'"],
  ])('refuses %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });

  it('chooses by the name of a case, a block, the beginning of blocks, or both, and keeps the empty process', () => {
    const blocks = ['commands', 'files-1', 'files-10'].map((name) => ({
      name,
      share: 1,
      base: idle('node'),
      cases: [idle('check'), idle('ajv')],
    }));
    const ids = (...only: string[]): string[] =>
      chosen(blocks, only).flatMap(({ name, base, cases }) =>
        [base, ...cases].map((each) => `${name}/${each.name}`),
      );
    expect(ids()).toHaveLength(9);
    expect(ids('files-1')).toEqual(['files-1/node', 'files-1/check', 'files-1/ajv']);
    expect(ids('files', 'commands/ajv')).toHaveLength(8);
    expect(ids('check').filter((id) => id.endsWith('/check'))).toHaveLength(3);
    expect(() => ids('chekc')).toThrow('Nothing is called "chekc"');
  });
});
