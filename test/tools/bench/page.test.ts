import { describe, expect, it } from 'vitest';
import { goalsOf } from '../../../src/tools/bench/goals.ts';
import { growthIn } from '../../../src/tools/bench/growth.ts';
import { pageOf } from '../../../src/tools/bench/page.ts';
import { measured } from './measured.ts';

describe('the page of the bench', () => {
  const files = [1, 10, 100, 1000].flatMap((count) => [
    measured(`files-${count}/node`, [30, 30, 30]),
    measured(
      `files-${count}/check`,
      [0, 1, 2].map((off) => 45 + count + off / 10),
    ),
    measured(
      `files-${count}/ajv`,
      [0, 1, 2].map((off) => 300 + count + off / 10),
    ),
  ]);
  const results = [
    measured('commands/node', [30, 40, 30]),
    measured('commands/version', [36, 40, 36]),
    measured('commands/check', [45, 60, 45]),
    measured('commands/ajv', [180, 240, 180]),
    measured('commands/yamllint', [], 'could not be had on this machine'),
    measured('terminal/node', [40, 40, 40]),
    measured('terminal/first-question', [60, 70, 72]),
    { ...measured('terminal/key', [4, 4, 4, 4, 4, 4, 4, 40, 40, 40]) },
    ...files,
  ];
  const growth = growthIn(results);
  const goals = goalsOf(results, growth);
  const page = pageOf({
    machine: { processor: 'A', cores: 2, memory: 8, system: 'B', node: 'v20', date: '2026-11-23' },
    rounds: 3,
    shell: false,
    exampleBytes: 5000,
    versions: ['ajv-cli 5.0.0'],
    knowsAll: true,
    results,
    growth,
    goals,
  });

  it('fits the growth of every series that has three sizes', () => {
    expect(growth.map(({ over, name }) => [over, name])).toEqual([
      ['files', 'check'],
      ['files', 'ajv'],
    ]);
    expect(growth[0]?.time.fit?.exponent).toBeCloseTo(1, 2);
  });

  it('holds the goals to the figures', () => {
    const verdicts = goals.map(({ goal, reached }) => [goal, reached]);
    expect(verdicts).toEqual([
      ['`check` of one file takes at most 1.6 times an empty process', true],
      ['ajv-cli takes at least twice as long over the same file', true],
      ['`--version` takes at most 1.1 times an empty process', false],
      ['`check` of 1,000 files takes no longer than ajv-cli', true],
      ['Time is linear in the number of files', true],
      ['Memory is linear in the number of files', true],
      ['Time is linear in the size of one file', null],
      ['Memory is linear in the size of one file', null],
      ['The first question is there within 2 times an empty process', true],
      ['A key press is redrawn within one frame, 9 times of 10', false],
    ]);
  });

  it('shows what was measured, what was not, and what could not be had', () => {
    expect(page).toContain('| **not reached** |');
    expect(page).toContain('| not measured | not measured |');
    expect(page).toContain('| commands/yamllint | could not be had on this machine |');
    expect(page).toMatch(/\| commands\/check \| 45 ms \(45–57\) \| 1\.50 \(1\.50–1\.50\) \| 0\.25 /);
    expect(page).not.toContain('One file of many sizes');
    expect(page).not.toMatch(/undefined|NaN|null/);
    expect(page).not.toContain('The machine was busy');
  });

  it('says so where other work has spoilt the figures', () => {
    const busy = [measured('commands/node', [30, 30, 90]), ...results.slice(1)];
    const knows = {
      rounds: 3,
      shell: true,
      exampleBytes: 5000,
      versions: [],
      knowsAll: false,
      growth: [],
      goals: [],
    };
    const machine = { processor: 'A', cores: 2, memory: 8, system: 'B', node: 'v20', date: '2026-11-23' };
    const told = pageOf({ ...knows, machine, results: busy });
    expect(told).toContain('The machine was busy');
    expect(told).toContain('With every variable of the shell');
  });
});
