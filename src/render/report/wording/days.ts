/** Days as people write them, in the language of the report. Files for programs have them as YYYY-MM-DD. */
import { addDaysTo, countDaysBetween } from '#domain/calendar.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';

/** The days of a recommendation, counted from the day of the report. */
const planDays = [30, 60, 90] as const;

/** Days from the report until the last step of an action is done. */
export const lastPlanDay = 90;

const millisecondsPerDay = 86_400_000;

/** Formats by language. Making one takes a hundred times as long as using it, and a report has hundreds of dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

function findFormat(locale: string): Intl.DateTimeFormat {
  const format =
    formats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(locale, format);
  return format;
}

/** Formats a day, YYYY-MM-DD: `December 23, 2026`. Unchanged where the messages name no language that can be formatted. */
export function formatDay(day: string, messages: Messages): string {
  try {
    return findFormat(messages['report.locale']).format(
      countDaysBetween('1970-01-01', day) * millisecondsPerDay,
    );
  } catch (error) {
    // A translation may hold any text, and a report any date.
    if (error instanceof RangeError) return day;
    throw error;
  }
}

/** Formats the day that is a number of days after that of the report, as a limit: `By December 23, 2026`. */
export function formatLimit(days: (typeof planDays)[number], asOf: string, messages: Messages): string {
  return formatMessage(messages, 'plan.by', { date: formatDay(addDaysTo(asOf, days), messages) });
}

/** Formats the day on which the actions of the plan are done. */
export function formatPlanEnd(asOf: string, messages: Messages): string {
  return formatDay(addDaysTo(asOf, lastPlanDay), messages);
}

/** Replaces the days that a recommendation counts, such as "day 90", by dates. */
export function writeDates(text: string, asOf: string, messages: Messages): string {
  return planDays.reduce(
    (written, days) =>
      written.replaceAll(formatMessage(messages, 'report.day', { days }), () =>
        formatDay(addDaysTo(asOf, days), messages),
      ),
    text,
  );
}

/**
 * Writes the days that a recommendation counts, such as "day 90", as days after the start of an action that has no date
 * yet.
 */
export function writeDaysAfterStart(text: string, messages: Messages): string {
  return planDays.reduce(
    (written, days) =>
      written.replaceAll(formatMessage(messages, 'report.day', { days }), () =>
        formatMessage(messages, 'office.dayAfterStart', { days }),
      ),
    text,
  );
}
