import { parseDuration } from '#domain/calendar.ts';

/** Days of a month and of a year, on average. */
const daysPerMonth = 365.25 / 12;
const daysPerYear = 365.25;

/**
 * Days that an `every` (P1W, P14D, P1M) lasts on average, so that two of them can be compared. null for one
 * that is no duration or lasts no time at all.
 */
export function countDaysBetweenTimes(every: string): number | null {
  const parts = parseDuration(every);
  if (parts === null) return null;
  const [years, months, weeks, days] = parts;
  const total = years * daysPerYear + months * daysPerMonth + weeks * 7 + days;
  return total > 0 ? total : null;
}

/** How many times a month, on average, something happens that happens `every`; null as above. */
export function countTimesPerMonth(every: string): number | null {
  const days = countDaysBetweenTimes(every);
  return days === null ? null : daysPerMonth / days;
}
