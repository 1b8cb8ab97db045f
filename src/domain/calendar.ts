/**
 * Calendar arithmetic on ISO dates (YYYY-MM-DD) and ISO 8601 durations (P1Y2M3W4D). No clock and no time
 * zone: dates compare as strings.
 */

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function parse(date: string): Day {
  return { year: Number(date.slice(0, -6)), month: Number(date.slice(-5, -3)), day: Number(date.slice(-2)) };
}

function countDaysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Returns the number of days since 0000-03-01 in the proleptic Gregorian calendar. */
function toDayNumber({ year, month, day }: Day): number {
  const shifted = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return 365 * shifted + leaps + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
}

function addDays(start: Day, days: number): Day {
  let { year, month, day } = start;
  day += days;
  while (day > countDaysInMonth(year, month)) {
    day -= countDaysInMonth(year, month);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return { year, month, day };
}

/** Returns the date a number of days, 0 or more, after a date. */
export function addDaysTo(date: string, days: number): string {
  const { year, month, day } = addDays(parse(date), days);
  return [String(year).padStart(4, '0'), month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Returns whether a text is a date that exists. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = parse(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= countDaysInMonth(year, month);
}

/**
 * Returns whether a text is a duration in years, months, weeks and days, with few enough digits to be
 * plausible.
 */
export function isDuration(text: string): boolean {
  return /^P(?=\d)(?:\d{1,3}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?$/.test(text);
}

/**
 * Parses a duration into years, months, weeks and days, 0 for each missing part. Returns null if it is
 * malformed.
 */
export function parseDuration(text: string): readonly [number, number, number, number] | null {
  const match = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text);
  if (match === null) return null;
  return [Number(match[1] ?? 0), Number(match[2] ?? 0), Number(match[3] ?? 0), Number(match[4] ?? 0)];
}

/**
 * Adds a duration to a date: years and months first, clamped to the end of a shorter month, then weeks and
 * days. Throws a RangeError for a malformed duration.
 */
function addDuration(date: string, duration: string): Day {
  const parts = parseDuration(duration);
  if (parts === null) throw new RangeError(`Not a duration such as P12M or P2W: ${duration}`);
  const [years, months, weeks, days] = parts;
  const start = parse(date);
  const total = start.year * 12 + (start.month - 1) + years * 12 + months;
  const year = Math.floor(total / 12);
  const month = (total % 12) + 1;
  const day = Math.min(start.day, countDaysInMonth(year, month));
  return addDays({ year, month, day }, weeks * 7 + days);
}

/**
 * Returns whether a date is further back from `asOf` than `maxAge`; exactly that old is not older. Throws a
 * RangeError for a malformed `maxAge`.
 */
export function isOlderThan(date: string, maxAge: string, asOf: string): boolean {
  return toDayNumber(parse(asOf)) > toDayNumber(addDuration(date, maxAge));
}

/** Counts the whole days between two dates; negative if the second one is earlier. */
export function countDaysBetween(from: string, to: string): number {
  return toDayNumber(parse(to)) - toDayNumber(parse(from));
}
