/** Recommendations and the days that they count, in words shared by all renderings of a report. */
import { addDaysTo } from '#domain/calendar.ts';
import { formatDay } from '#domain/format-day.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import type { Recommendation } from '#domain/types/report.ts';

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

/** Lists the steps of a recommendation with the day by which each is done. */
export function listSteps(
  { days30, days60, days90 }: Recommendation,
  asOf: string,
  messages: Messages,
): readonly (readonly [label: string, text: string])[] {
  return [
    [formatLimit(30, asOf, messages), writeDates(days30, asOf, messages)],
    [formatLimit(60, asOf, messages), writeDates(days60, asOf, messages)],
    [formatLimit(90, asOf, messages), writeDates(days90, asOf, messages)],
  ];
}

/** Lists the details of a recommendation with their labels, in reading order. */
export function listRecommendationFacts(
  recommendation: Recommendation,
  asOf: string,
  messages: Messages,
): readonly (readonly [label: string, text: string])[] {
  const { owner, effort, effectAfter, evidenceOfDone, successMeasure } = recommendation;
  return [
    [messages['report.owner'], owner],
    [messages['report.effort'], effort],
    ...listSteps(recommendation, asOf, messages),
    [messages['report.effectAfter'], effectAfter],
    [messages['report.doneWhen'], writeDates(evidenceOfDone, asOf, messages)],
    [messages['report.failedWhen'], writeDates(successMeasure, asOf, messages)],
  ];
}
