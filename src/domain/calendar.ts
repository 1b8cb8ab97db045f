/**
 * Calendar arithmetic on ISO dates (YYYY-MM-DD) and ISO 8601 durations (P1Y2M3W4D). There is no clock
 * here and no time zone: two dates compare as strings.
 */

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function parse(date: string): Day {
  return { year: Number(date.slice(0, -6)), month: Number(date.slice(-5, -3)), day: Number(date.slice(-2)) };
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Days since 0000-03-01 of the proleptic Gregorian calendar. */
function dayNumber({ year, month, day }: Day): number {
  const shifted = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return 365 * shifted + leaps + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
}

function addDays(start: Day, days: number): Day {
  let { year, month, day } = start;
  day += days;
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return { year, month, day };
}

/** Whether a text is a date that exists. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = parse(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether a text is a duration of years, months, weeks and days, none of them beyond any use. */
export function isDuration(text: string): boolean {
  return /^P(?=\d)(?:\d{1,3}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?$/.test(text);
}

/** Years, months, weeks and days of a duration, whatever is not named as 0; null for a text that is none. */
export function parseDuration(text: string): readonly [number, number, number, number] | null {
  const match = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text);
  if (match === null) return null;
  return [Number(match[1] ?? 0), Number(match[2] ?? 0), Number(match[3] ?? 0), Number(match[4] ?? 0)];
}

/**
 * The day a duration later. Years and months first, cut to the end of a shorter month, then weeks and
 * days. Throws a RangeError for a text that is no duration of years, months, weeks and days.
 */
function dayAfter(date: string, duration: string): Day {
  const parts = parseDuration(duration);
  if (parts === null) throw new RangeError(`Not a duration such as P12M or P2W: ${duration}`);
  const [years, months, weeks, days] = parts;
  const start = parse(date);
  const total = start.year * 12 + (start.month - 1) + years * 12 + months;
  const year = Math.floor(total / 12);
  const month = (total % 12) + 1;
  const day = Math.min(start.day, daysInMonth(year, month));
  return addDays({ year, month, day }, weeks * 7 + days);
}

/**
 * Whether something of a date is older, on the day `asOf`, than a duration allows; exactly as old is not older.
 * Throws a RangeError for a `maxAge` that is no duration.
 */
export function isOlderThan(date: string, maxAge: string, asOf: string): boolean {
  return dayNumber(parse(asOf)) > dayNumber(dayAfter(date, maxAge));
}

/** Whole days from one date to another; negative where the second is the earlier one. */
export function countDaysBetween(from: string, to: string): number {
  return dayNumber(parse(to)) - dayNumber(parse(from));
}
