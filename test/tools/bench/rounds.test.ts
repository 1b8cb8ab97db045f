import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Case } from '../../../src/tools/bench/case.ts';
import { rotated, runRounds, takesPart, timesOf } from '../../../src/tools/bench/rounds.ts';

describe('the rounds of the bench', () => {
  const fake = (name: string, log: string[], more: Partial<Case> = {}): Case => ({
    name,
    label: name,
    measure: async () => {
      log.push(name);
      return [{ wall: log.length, cpu: null, memory: null }];
    },
    ...more,
  });
  const quiet = { signal: new AbortController().signal, starts: () => undefined, ended: () => undefined };

  it('spreads the turns of a block evenly, and begins with the first round', () => {
    const turns = (rounds: number, times: number): number[] =>
      Array.from({ length: rounds }, (_, round) => round).filter((round) => takesPart(round, rounds, times));
    expect(turns(20, 3)).toEqual([0, 6, 13]);
    expect(turns(4, 4)).toEqual([0, 1, 2, 3]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (rounds, times) => {
        const taken = turns(rounds, Math.min(times, rounds));
        expect(taken).toHaveLength(Math.min(times, rounds));
        expect(taken[0]).toBe(0);
      }),
    );
    expect([timesOf(1, 20), timesOf(0.15, 20), timesOf(0.01, 20), timesOf(0.5, 2)]).toEqual([20, 3, 3, 2]);
    expect([0, 1, 2, 3].map((by) => rotated(['a', 'b', 'c'], by).join(''))).toEqual([
      'abc',
      'bca',
      'cab',
      'abc',
    ]);
    expect(rotated([], 3)).toEqual([]);
  });

  it('takes turns, another one first each round, and counts each sample to its round', async () => {
    const log: string[] = [];
    const block: Block = {
      name: 'b',
      share: 1,
      base: fake('node', log),
      cases: [fake('x', log), fake('y', log)],
    };
    const results = await runRounds([block], 3, quiet);
    expect(log.join(' ')).toBe('node x y x y node y node x');
    expect(results.map(({ id }) => id)).toEqual(['b/node', 'b/x', 'b/y']);
    expect(results[0]?.samples.map(({ round, wall }) => [round, wall])).toEqual([
      [0, 1],
      [1, 6],
      [2, 8],
    ]);
  });

  it('leaves out what could not be made ready, and gives up what takes too long', async () => {
    const log: string[] = [];
    const slow = fake('slow', log, { measure: async () => (log.push('slow') > 3 ? null : []) });
    const gone = fake('gone', log, { prepare: async () => 'is not here' });
    const results = await runRounds(
      [{ name: 'b', share: 1, base: fake('node', log), cases: [gone, slow] }],
      4,
      quiet,
    );
    expect(log).not.toContain('gone');
    expect(results.map(({ missing }) => missing)).toEqual([
      undefined,
      'is not here',
      'took too long to wait for',
    ]);
    expect(log.filter((name) => name === 'slow')).toHaveLength(3);
  });

  it('fails where a measured command does', async () => {
    const log: string[] = [];
    const measure = async (): Promise<null> => {
      throw new Error('ended with 3 instead of 0');
    };
    const block = { name: 'b', share: 1, base: fake('node', log), cases: [fake('x', log, { measure })] };
    await expect(runRounds([block], 1, quiet)).rejects.toThrow('ended with 3');
  });

  it('ends where nobody wants to know any more', async () => {
    const log: string[] = [];
    const interruption = new AbortController();
    const measure = async (): Promise<[]> => {
      interruption.abort();
      return [];
    };
    const cases = [fake('x', log, { measure }), fake('y', log)];
    const block = { name: 'b', share: 1, base: fake('node', log), cases };
    const stopped = runRounds([block], 9, { ...quiet, signal: interruption.signal });
    await expect(stopped).rejects.toThrow('abort');
    expect(log).toEqual(['node']);
  });
});
