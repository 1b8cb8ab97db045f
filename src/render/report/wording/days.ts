/** Days as people write them, in the language of the report. Files for programs have them as YYYY-MM-DD. */
import { addDaysTo } from '#domain/calendar.ts';
import { formatDay } from '#domain/format-day.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';

export { formatDay } from '#domain/format-day.ts';

/** The days of a recommendation, counted from the day of the report. */
const planDays = [30, 60, 90] as const;

/** Days from the report until the last step of an action is done. */
export const lastPlanDay = 90;

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
