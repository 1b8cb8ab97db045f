/** Recommendations in labeled texts, shared by all renderings of a report. */
import type { Messages } from '#domain/messages.ts';
import type { Recommendation } from '#domain/types/report.ts';
import { formatLimit, writeDates } from './days.ts';

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
