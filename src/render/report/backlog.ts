/** The one backlog of what is to be done, with the numbers of the plan. */
import { type Messages, formatMessage } from '#domain/messages.ts';
import type { Gap, ReportDocument } from '#domain/types/report.ts';

/** Splits the gaps into those that the plan shows and the rest, which the list of gaps has. */
export function splitGaps({ gaps, plan }: ReportDocument): {
  readonly planned: readonly Gap[];
  readonly rest: readonly Gap[];
} {
  const soon = new Set([...plan.now, ...plan.next].map(({ practice }) => practice));
  return {
    planned: gaps.filter(({ practice }) => soon.has(practice)),
    rest: gaps.filter(({ practice }) => !soon.has(practice)),
  };
}

/** Says how many gaps are in the plan, and so not in the list; undefined if none is. */
export function describePlanned(report: ReportDocument, messages: Messages): string | undefined {
  const { planned, rest } = splitGaps(report);
  if (planned.length === 0) return undefined;
  if (rest.length === 0) return messages['report.gapsAllPlanned'];
  return planned.length === 1
    ? messages['report.gapsPlannedOne']
    : formatMessage(messages, 'report.gapsPlanned', { count: planned.length });
}

/** Returns a function that adds the number in the plan to the name of a practice that has a gap. */
export function makeNumberer(
  { gaps }: ReportDocument,
  messages: Messages,
): (practice: { readonly id: string; readonly name: string }) => string {
  const ranks = new Map(gaps.map(({ practice, rank }) => [practice, rank]));
  return ({ id, name }) => {
    const number = ranks.get(id);
    return number === undefined ? name : formatMessage(messages, 'plan.roadStep', { name, number });
  };
}
