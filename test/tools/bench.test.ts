import { describe, expect, it } from 'vitest';
import {
  type Goal,
  type Results,
  computeGrowth,
  computeMedian,
  renderPage,
  computeRatio,
  judgeGoal,
} from '../../src/tools/bench.ts';

function makeResults(times: Readonly<Record<string, readonly number[]>>): Results {
  return new Map(Object.entries(times).map(([name, all]) => [name, all.map((ms) => ({ ms, mib: 2 * ms }))]));
}

const goal: Goal = {
  what: '`check` of one file',
  atMost: 3,
  unit: '× an empty process',
  value: (results) => computeRatio(results, 'check', 'empty'),
};

describe('the figures of the bench', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
    [[], undefined],
  ])('the median of %j is %s', (values, expected) => {
    expect(computeMedian(values)).toBe(expected);
  });

  it('compares only runs of the same round', () => {
    // The second round was slow for both. The ratios are 2, 3 and 5.
    const results = makeResults({ empty: [10, 100, 10], check: [20, 300, 50, 999] });
    expect(computeRatio(results, 'check', 'empty')).toBe(3);
    expect(computeRatio(results, 'empty', 'score')).toBeUndefined();
  });

  it.each([
    ['a straight line', (size: number) => 60 + size, 1],
    ['no growth', () => 60, 1],
    ['a square', (size: number) => 60 + size ** 2, 2.17],
  ])('compares %s with the straight line', (_, cost, expected) => {
    const results = makeResults({
      'files-100': [cost(100)],
      'files-400': [cost(400)],
      'files-1000': [cost(1000)],
    });
    expect(computeGrowth(results, 'files', 'ms')).toBeCloseTo(expected, 1);
    expect(computeGrowth(results, 'files', 'mib')).toBeCloseTo(expected, 1);
  });

  it('returns no growth if a size was not measured', () => {
    expect(
      computeGrowth(makeResults({ 'files-100': [1], 'files-1000': [9] }), 'files', 'ms'),
    ).toBeUndefined();
  });

  it.each([
    [3, 'reached'],
    [3.01, 'missed'],
    [undefined, 'not measured'],
  ])('a value of %s against a limit of 3 is %s', (value, expected) => {
    expect(judgeGoal(goal, value)).toBe(expected);
  });
});

describe('the page of the bench', () => {
  const cases = [
    { name: 'empty', label: '`node -e 0`' },
    { name: 'check', label: '`check` of one file' },
    { name: 'check-ajv-cli', label: 'ajv-cli, the same file' },
  ];
  const pageWith = (check: number): string =>
    renderPage([goal], cases, makeResults({ empty: [20], check: [check], 'check-ajv-cli': [300] }));

  it('lists reached goals and missing programs', () => {
    const page = pageWith(50);
    expect(page).toContain('| `check` of one file | ≤ 3 × an empty process | 2.5 | reached |');
    expect(page).toContain('## Missed goals\n\nNothing.');
    expect(page).toContain('| `check` of one file | 50 | 2.5 | 100 | 1 |');
    expect(page).toContain('not installed: Spectral, yamllint.');
  });

  it('lists missed goals', () => {
    const page = pageWith(70);
    expect(page).toContain('| 3.5 | **missed** |');
    expect(page).toContain('- `check` of one file (× an empty process): ');
  });
});
