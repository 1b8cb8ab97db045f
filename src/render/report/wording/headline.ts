/** The headline that every rendering begins with. */
import { addDaysTo } from '#domain/calendar.ts';
import { countAnswers } from '#domain/answers/not-known.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import { describeMove } from './labels.ts';
import { formatWholeScore } from './numbers.ts';
import { makeNameLookup } from './phrases.ts';

/** Says how far the answers are a belief: guesses, and claims with and without a case or proof. */
function describeBelief({ summary, elements }: ReportDocument, messages: Messages): string[] {
  const { claims, guesses } = summary;
  const answered = countAnswers(
    elements.flatMap(({ practices }) => practices.flatMap(({ questions }) => questions)),
  );
  return [
    ...(claims.made > 0 ? [formatMessage(messages, 'summary.claims', claims)] : []),
    ...(guesses > 0
      ? [formatMessage(messages, 'summary.guesses', { count: guesses, answered: answered.answered })]
      : []),
  ];
}

/**
 * Returns the headline: the finding in a sentence, both counts, where answers contradict the declared system, and how far
 * the answers are a belief; all of it before any average.
 */
export function renderHeadline(report: ReportDocument, messages: Messages): string[] {
  const { sentence, inPlace, inPlaceShown, of, contradictions } = report.summary;
  const shown =
    inPlaceShown === null
      ? messages['summary.nothingAttached']
      : formatMessage(messages, 'summary.canBeShown', { count: inPlaceShown, of });
  const contested = report.elements.filter((element) => element.contested === true).map(({ name }) => name);
  return [
    sentence,
    `${formatMessage(messages, 'summary.inPlace', { count: inPlace, of })}; ${shown}.`,
    ...(contradictions > 0
      ? [formatMessage(messages, 'summary.contradictions', { count: contradictions })]
      : []),
    ...(contested.length > 0
      ? [formatMessage(messages, 'summary.contested', { names: contested.join(', ') })]
      : []),
    ...describeBelief(report, messages),
  ];
}

/** Days from the report until the first step of an action is done. */
export const firstStepDays = 30;

/** Describes the actions of the plan, a line each: what to do, who does it, and when its first step is done. */
export function listActions({ plan, asOf }: ReportDocument, messages: Messages): string[] {
  return plan.now.map(({ move, name, recommendation, ask = [], attach = [] }) => {
    if (recommendation !== undefined) {
      return formatMessage(messages, 'plan.action', {
        do: recommendation.do.replace(/[.]$/, ''),
        owner: recommendation.owner,
        date: addDaysTo(asOf, firstStepDays),
      });
    }
    const roles = new Set(ask.map(({ bestAnsweredBy }) => messages[`role.${bestAnsweredBy}`]));
    const detail = roles.size > 0 ? [...roles].join(', ') : attach[0]?.what;
    const title = `${describeMove(move, messages)}: ${name}`;
    return detail === undefined ? title : formatMessage(messages, 'plan.actionDetail', { title, detail });
  });
}

/** Describes the overall score or, without one, the elements that too little is known about. */
export function describeOverall(report: ReportDocument, messages: Messages): string {
  const { score, unknown } = report.summary;
  return score === null
    ? formatMessage(messages, 'summary.overallUnknown', {
        names: unknown.map(makeNameLookup(report)).join(', '),
      })
    : formatMessage(messages, 'summary.overall', { score: formatWholeScore(score, messages) });
}
