import { describe, expect, it } from 'vitest';
import { type Measured, ratiosOf, valuesOf } from '../../src/tools/bench/case.ts';
import { figure, memory, ratio, time } from '../../src/tools/bench/figures.ts';
import { isLinear } from '../../src/tools/bench/growth.ts';
import { fitPowerLaw, growthOf, quantile, spreadOf } from '../../src/tools/bench/statistics.ts';
import { measured } from './bench/measured.ts';

describe('the arithmetic of the bench', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 2, 3], 0.5, 2.5],
    [[10, 20], 0.1, 11],
    [[7], 0.9, 7],
    [[0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9, 90],
  ])('takes the quantile of %j at %d: %d', (values, share, expected) => {
    expect(quantile(values, share)).toBeCloseTo(expected, 9);
  });

  it('has no quantile and no spread of nothing', () => {
    expect(() => quantile([], 0.5)).toThrow('nothing');
    expect(spreadOf([])).toBeNull();
    expect(spreadOf([5, 1, 3])).toEqual({ median: 3, low: 1.4, high: 4.6, count: 3 });
  });

  it.each([1, 2, 0.5, 0])('finds the exponent %d again, with nothing missed', (exponent) => {
    const points = [1, 10, 100, 1000].map((size) => ({ size, cost: 3 * size ** exponent }));
    const fit = fitPowerLaw(points);
    expect(fit?.exponent).toBeCloseTo(exponent, 9);
    expect(fit?.factor).toBeCloseTo(3, 9);
    expect(fit?.residual).toBeCloseTo(0, 9);
  });

  it('says by how much points miss the line', () => {
    // Two above, two below, each by the factor 1.2: the line keeps its slope.
    const points = [1.2, 1 / 1.2, 1 / 1.2, 1.2].map((off, index) => ({
      size: 10 ** index,
      cost: 10 ** index * off,
    }));
    expect(fitPowerLaw(points)).toMatchObject({ points: 4 });
    expect(fitPowerLaw(points)?.exponent).toBeCloseTo(1, 9);
    expect(fitPowerLaw(points)?.residual).toBeCloseTo(0.2, 9);
  });

  it('fits no line through fewer than two sizes', () => {
    expect(fitPowerLaw([])).toBeNull();
    expect(fitPowerLaw([{ size: 2, cost: 5 }])).toBeNull();
    expect(
      fitPowerLaw([
        { size: 2, cost: 5 },
        { size: 2, cost: 6 },
      ]),
    ).toBeNull();
  });

  const series = (cost: (size: number) => number): { size: number; costs: number[] }[] =>
    [1000, 1, 10_000, 10, 100].map((size) => ({
      size,
      costs: [0.999, 1, 1.001].map((off) => cost(size) * off),
    }));

  it('finds a straight line straight, whatever it costs to start', () => {
    const growth = growthOf(series((size) => 60 + size));
    expect(growth.fit?.exponent).toBeCloseTo(1, 6);
    expect(growth.lastStep).toBeCloseTo(1, 6);
    expect(isLinear(growth)).toBe(true);
  });

  it('finds a square, and one that only the last step shows', () => {
    expect(growthOf(series((size) => 60 + size ** 2)).fit?.exponent).toBeCloseTo(2, 0);
    expect(isLinear(growthOf(series((size) => 60 + size ** 2)))).toBe(false);
    const late = growthOf(series((size) => 60 + size + (size > 1000 ? size * 3 : 0)));
    expect(late.lastStep).toBeGreaterThan(1.5);
    expect(isLinear(late)).toBe(false);
  });

  const nothing = { fit: null, lastStep: null, lastStepAtLeast: null };

  it('does not take noise for growth, nor growth for noise', () => {
    // Twice the size costs nearly three times as much, give or take a third.
    const noisy = growthOf(
      [0, 2, 4].map((size) => {
        const cost = [0, 0, 4, 0, 11][size] ?? 0;
        return { size, costs: [60 + cost * 0.65, 60 + cost, 60 + cost * 1.35] };
      }),
    );
    expect(noisy.lastStep).toBeCloseTo(1.46, 2);
    expect(isLinear(noisy)).toBe(true);
    const sure = growthOf(series((size) => 60 + (size > 1000 ? size * 3 : size > 100 ? 60 : 0)));
    expect(sure.fit?.points).toBe(2);
    expect(isLinear(sure)).toBe(false);
  });

  it('says nothing about what cannot be told from the smallest', () => {
    expect(growthOf(series(() => 60))).toEqual(nothing);
    expect(growthOf([])).toEqual(nothing);
    // 2 % more or less: 100 costs 61 and lies within that, 1,000 costs 70.
    const noisy = series((size) => 60 + size / 100).map(({ size, costs }) => ({
      size,
      costs: costs.flatMap((cost) => [cost * 0.98, cost * 1.02]),
    }));
    expect(growthOf(noisy).fit?.points).toBe(2);
    // However sure: 1,000 costs 62, which is less than 5 % more, and 10,000 costs 80.
    expect(growthOf(series((size) => 60 + size / 500))).toEqual(nothing);
  });

  it('takes ratios within a round, and none where one side is missing', () => {
    const base: Measured = {
      ...measured('b/node', [10, 20, 40]),
      samples: measured('b/node', [10, 20, 40]).samples,
    };
    const other = measured('b/x', [20, 20, 20, 20]);
    expect(ratiosOf(other, base, 'wall')).toEqual([2, 1, 0.5]);
    expect(ratiosOf(other, undefined, 'wall')).toEqual([]);
    const keys = { ...other, samples: [1, 2].map((wall) => ({ round: 1, wall, cpu: null, memory: null })) };
    expect(ratiosOf(keys, base, 'wall')).toEqual([0.05, 0.1]);
    expect(ratiosOf(keys, base, 'cpu')).toEqual([]);
    expect(valuesOf(keys, 'memory')).toEqual([]);
  });

  it.each([
    [1.236, '1.24'],
    [12.36, '12.4'],
    [1236.4, '1,236'],
  ])('writes %d as %s', (value, text) => expect(figure(value)).toBe(text));

  it('writes spreads with their units', () => {
    expect(time(spreadOf([100, 110, 120]))).toBe('110 ms (102–118)');
    expect(time(spreadOf([4.24]))).toBe('4.2 ms');
    expect(time(spreadOf([12_340]))).toBe('12.3 s');
    expect(memory(spreadOf([64.4]))).toBe('64 MiB');
    expect(ratio(spreadOf([1, 2]))).toBe('1.50 (1.10–1.90)');
    expect(time(null)).toBe('–');
  });
});
