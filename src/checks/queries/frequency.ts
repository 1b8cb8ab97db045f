import { parseDuration } from '#domain/calendar.ts';

/** Average length of a month and of a year in days. */
const daysPerMonth = 365.25 / 12;
const daysPerYear = 365.25;

/**
 * Converts an interval (P1W, P14D, P1M) to days, on average, so that intervals can be compared. Returns null
 * for a malformed or empty one.
 */
export function countDaysBetweenTimes(every: string): number | null {
  const parts = parseDuration(every);
  if (parts === null) return null;
  const [years, months, weeks, days] = parts;
  const total = years * daysPerYear + months * daysPerMonth + weeks * 7 + days;
  return total > 0 ? total : null;
}

/** Returns how many times a month, on average, an interval occurs; null as above. */
export function countTimesPerMonth(every: string): number | null {
  const days = countDaysBetweenTimes(every);
  return days === null ? null : daysPerMonth / days;
}
