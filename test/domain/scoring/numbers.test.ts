import { describe, expect, it } from 'vitest';
import { formatScore, formatTenths } from '#domain/scoring/numbers.ts';

describe('formatTenths', () => {
  it.each([
    [75, '75.0'],
    [1.45, '1.5'],
    [-1.45, '-1.5'],
    [-0.04, '0.0'],
    [99.96, '100.0'],
  ])('formats %d as %s', (value, text) => expect(formatTenths(value)).toBe(text));
});

describe('formatScore', () => {
  it.each([
    [null, 'unknown'],
    [0, '0.0'],
    [47.05, '47.1'],
  ])('formats %j as %s', (score, text) => expect(formatScore(score)).toBe(text));
});
