/** What every rendering begins with. */
import { addDaysTo } from '#domain/calendar.ts';
import { countAnswers } from '#domain/answers/not-known.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type Messages, formatMessage, joinNames } from '#domain/messages.ts';
import { formatDay } from './days.ts';
import { describeMove } from './labels.ts';
import { formatWholeScore } from './numbers.ts';
import { makeNameLookup } from './phrases.ts';

/** Says what the evidence proves, after a count of what is in place. */
export function describeShown(inPlaceShown: number | null, messages: Messages): string {
  return inPlaceShown === null
    ? messages['summary.nothingAttached']
    : formatMessage(messages, 'summary.canBeShown', { count: inPlaceShown });
}

/** Says how many answers contradict the declared system, and which elements that puts in doubt. */
function describeContradictions({ summary, elements }: ReportDocument, messages: Messages): string[] {
  const { contradictions: count } = summary;
  if (count === 0) return [];
  const names = elements.filter((element) => element.contested === true).map(({ name }) => name);
  if (names.length === 0)
    return [
      formatMessage(messages, count === 1 ? 'summary.contradictionsOne' : 'summary.contradictions', {
        count,
      }),
    ];
  return [
    formatMessage(messages, count === 1 ? 'summary.contestedOne' : 'summary.contested', {
      count,
      names: joinNames(names, messages),
    }),
  ];
}

/** Says how many answers are a guess. */
function describeGuesses({ summary, elements }: ReportDocument, messages: Messages): string[] {
  const { guesses: count } = summary;
  const questions = elements.flatMap(({ practices }) => practices.flatMap((practice) => practice.questions));
  const { answered } = countAnswers(questions);
  return count === 0
    ? []
    : [formatMessage(messages, count === 1 ? 'summary.guessesOne' : 'summary.guesses', { count, answered })];
}

/** Counts in at most three sentences: what is in place, which answers are contradicted, and which are guesses. */
export function renderCounts(report: ReportDocument, messages: Messages): string[] {
  const { inPlace, inPlaceShown, of } = report.summary;
  return [
    formatMessage(messages, inPlace === 1 ? 'summary.inPlaceOne' : 'summary.inPlace', {
      count: inPlace,
      of,
      shown: describeShown(inPlaceShown, messages),
    }),
    ...describeContradictions(report, messages),
    ...describeGuesses(report, messages),
  ];
}

/** Returns the headline: the finding in a sentence, then the counts; all of it before any average. */
export function renderHeadline(report: ReportDocument, messages: Messages): string[] {
  return [report.summary.sentence, ...renderCounts(report, messages)];
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
        date: formatDay(addDaysTo(asOf, firstStepDays), messages),
      });
    }
    const roles = new Set(ask.map(({ bestAnsweredBy }) => messages[`role.${bestAnsweredBy}`]));
    const detail = roles.size > 0 ? [...roles].join(', ') : attach[0]?.what;
    const title = `${describeMove(move, messages)}: ${name}`;
    return detail === undefined ? title : formatMessage(messages, 'plan.actionDetail', { title, detail });
  });
}

/** Describes the contradiction that surprises most, after its label, as a list of one item; empty if there is none. */
export function listSurprise({ summary }: ReportDocument, messages: Messages): string[] {
  return summary.surprise === undefined
    ? []
    : [`${messages['summary.surprise']}: ${summary.surprise.sentence}`];
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
