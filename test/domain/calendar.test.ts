import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDaysTo, countDaysBetween, isDate, isOlderThan } from '#domain/calendar.ts';

/** Returns the date a number of days after another, computed with Date. */
function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

describe('adding a duration to a date', () => {
  it.each([
    ['2026-11-23', 'P0D', '2026-11-23'],
    ['2026-11-23', 'P1D', '2026-11-24'],
    ['2026-11-23', 'P14D', '2026-12-07'],
    ['2026-11-23', 'P1W', '2026-11-30'],
    ['2026-11-23', 'P2W3D', '2026-12-10'],
    ['2026-11-23', 'P12M', '2027-11-23'],
    ['2026-11-23', 'P1Y', '2027-11-23'],
    ['2026-11-23', 'P1Y2M3W4D', '2028-02-17'],
    ['2026-11-23', 'P14M', '2028-01-23'],
    ['2026-11-23', 'P400D', '2027-12-28'],
    // Clamped to the end of a shorter month.
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2028-01-31', 'P1M', '2028-02-29'],
    ['2026-08-31', 'P3M', '2026-11-30'],
    ['2026-12-31', 'P2M', '2027-02-28'],
    // Leap years.
    ['2028-02-29', 'P12M', '2029-02-28'],
    ['2028-02-29', 'P4Y', '2032-02-29'],
    ['2028-02-28', 'P1D', '2028-02-29'],
    ['2027-02-28', 'P1D', '2027-03-01'],
    ['2100-02-28', 'P1D', '2100-03-01'],
    ['2000-02-28', 'P1D', '2000-02-29'],
    ['2026-12-31', 'P1D', '2027-01-01'],
    ['0099-12-31', 'P1D', '0100-01-01'],
  ])('%s + %s = %s', (date, duration, expected) => {
    expect(isOlderThan(date, duration, expected)).toBe(false);
    expect(isOlderThan(date, duration, addDays(expected, 1))).toBe(true);
  });

  it.each(['', 'P', '1M', 'P1', 'PT1H', 'P1H', 'P-1M', 'P1.5M', 'P1D1M', 'p1m', 'P1M\n', ' P1M'])(
    'rejects %j',
    (duration) => {
      expect(() => isOlderThan('2026-11-23', duration, '2026-11-23')).toThrow(RangeError);
    },
  );
});

describe('isDate', () => {
  it.each(['2026-11-23', '2028-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])(
    '%s exists',
    (text) => {
      expect(isDate(text)).toBe(true);
    },
  );

  it.each([
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026/01/01',
    '2026-11-23T00:00:00Z',
    '2026-11-23\n',
    '',
    'today',
  ])('%j does not', (text) => {
    expect(isDate(text)).toBe(false);
  });
});

describe('isOlderThan', () => {
  it.each([
    ['2025-11-23', 'P12M', '2026-11-23', false],
    ['2025-11-22', 'P12M', '2026-11-23', true],
    ['2026-11-23', 'P0D', '2026-11-23', false],
    ['2026-11-22', 'P0D', '2026-11-23', true],
    ['2027-01-01', 'P1D', '2026-11-23', false],
    ['2028-02-29', 'P12M', '2029-02-28', false],
    ['2028-02-29', 'P12M', '2029-03-01', true],
    ['9999-12-31', 'P12M', '2026-11-23', false],
  ])('%s after %s on %s: %s', (date, maxAge, asOf, expected) => {
    expect(isOlderThan(date, maxAge, asOf)).toBe(expected);
  });
});

describe('countDaysBetween', () => {
  it.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-23', '2026-11-24', 1],
    ['2026-11-24', '2026-11-23', -1],
    ['2026-02-28', '2026-03-01', 1],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-01-01', '2027-01-01', 365],
    ['2000-01-01', '2100-01-01', 36525],
  ])('%s to %s: %d', (from, to, expected) => {
    expect(countDaysBetween(from, to)).toBe(expected);
  });

  it('reverses adding days', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 5000 }), (date, days) => {
        const later = addDays(date, days);
        expect(isDate(later)).toBe(true);
        expect(countDaysBetween(date, later)).toBe(days);
        expect(isOlderThan(date, `P${days}D`, later)).toBe(false);
        expect(isOlderThan(date, `P${days}D`, addDays(later, 1))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('addDaysTo', () => {
  it.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-23', 30, '2026-12-23'],
    ['2026-12-02', 30, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2099-12-31', 90, '2100-03-31'],
  ])('%s and %d days: %s', (date, days, expected) => {
    expect(addDaysTo(date, days)).toBe(expected);
  });
});
