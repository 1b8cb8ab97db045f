/** What the plan buys, in sentences shared by all renderings of a report. */
import type { ReportDocument } from '#domain/types/report.ts';
import { type Messages, formatMessage, joinNames } from '#domain/messages.ts';
import { makeNumberer } from '#render/report/backlog.ts';
import { formatPlanEnd } from './recommendations.ts';
import { describeShown } from './headline.ts';
import { describeStatus } from './labels.ts';
import { formatWholeScore } from './numbers.ts';
import { makeNameLookup } from './phrases.ts';

/** Says what becomes of the overall score once the actions are done. */
function describeScoreAfter(report: ReportDocument, messages: Messages): string {
  const { summary, plan, asOf } = report;
  const date = formatPlanEnd(asOf, messages);
  if (summary.score === null || plan.after.score === null)
    return formatMessage(messages, 'plan.afterUnscored', {
      date,
      names: joinNames(summary.unknown.map(makeNameLookup(report)), messages),
    });
  const [from, to] = [summary.score, plan.after.score].map((score) => formatWholeScore(score, messages));
  return from === to
    ? formatMessage(messages, 'plan.afterScoreSame', { date, to: to ?? '' })
    : formatMessage(messages, 'plan.afterScore', { date, from: from ?? '', to: to ?? '' });
}

/** Says what becomes of each element that gains at least a point or another status. */
function describeElementsAfter({ elements, plan }: ReportDocument, messages: Messages): string[] {
  return elements.flatMap(({ id, name, score, status, proven }) => {
    const after = plan.after.elements.find((element) => element.id === id);
    if (after === undefined || score === null || after.score === null) return [];
    const [from, to] = [formatWholeScore(score, messages), formatWholeScore(after.score, messages)];
    if (from === to && status === after.status) return [];
    const label = describeStatus({ status: after.status, ...(proven === true && { proven }) }, messages);
    return [
      formatMessage(messages, status === after.status ? 'plan.afterElementSame' : 'plan.afterElement', {
        name,
        from,
        to,
        status: label,
      }),
    ];
  });
}

/** Describes the result once the actions of now are done, a sentence each. Empty without actions. */
export function describePlanGain(report: ReportDocument, messages: Messages): string[] {
  const { plan, summary } = report;
  if (plan.now.length === 0) return [];
  const { inPlace, inPlaceShown } = plan.after;
  return [
    describeScoreAfter(report, messages),
    ...describeElementsAfter(report, messages),
    formatMessage(messages, inPlace === 1 ? 'plan.afterInPlaceOne' : 'plan.afterInPlace', {
      count: inPlace,
      of: summary.of,
      shown: describeShown(inPlaceShown, messages),
    }),
  ];
}

/** Describes the shortest path of each element to being in place, a sentence each. */
export function describeRoads(report: ReportDocument, messages: Messages): string[] {
  if (report.plan.roads.every(({ practices }) => practices?.length === 0))
    return [messages['plan.roadsDone']];
  const getName = makeNameLookup(report);
  const number = makeNumberer(report, messages);
  return report.plan.roads.map(({ element, practices }) => {
    const name = getName(element);
    if (practices === null) return formatMessage(messages, 'plan.roadUnknown', { name });
    if (practices.length === 0) return formatMessage(messages, 'plan.roadHere', { name });
    const steps = practices.map((id) => number({ id, name: getName(id) }));
    return formatMessage(messages, 'plan.road', { name, practices: steps.join(', ') });
  });
}

/** Says how many practices are left to the list of gaps; undefined if none is. */
export function describeRest({ plan }: ReportDocument, messages: Messages): string | undefined {
  const count = plan.later.length;
  if (count === 0) return undefined;
  return formatMessage(messages, count === 1 ? 'report.restOne' : 'report.rest', { count });
}
