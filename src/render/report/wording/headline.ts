/** What every rendering begins with. */
import { countAnswers } from '#domain/answers/not-known.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type Messages, formatMessage, joinNames } from '#domain/messages.ts';
import { formatWholeScore } from './numbers.ts';
import { makeNameLookup } from './phrases.ts';

/** Says what the evidence proves, after a count of what is in place. */
export function describeShown(inPlaceShown: number | null, messages: Messages): string {
  if (inPlaceShown === null) return messages['summary.nothingAttached'];
  return inPlaceShown === 0
    ? messages['summary.nothingCanBeShown']
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

/** Says how many elements are in place, and how many of them evidence supports. */
function describeInPlace(
  { summary: { inPlace: count, inPlaceShown, of } }: ReportDocument,
  messages: Messages,
): string {
  const shown = describeShown(inPlaceShown, messages);
  if (count === 0 && inPlaceShown !== null) return formatMessage(messages, 'summary.inPlaceNone', { of });
  if (count === 0) return formatMessage(messages, 'summary.inPlaceUnproven', { of, shown });
  return formatMessage(messages, count === 1 ? 'summary.inPlaceOne' : 'summary.inPlace', {
    count,
    of,
    shown,
  });
}

/** Counts in at most three sentences: what is in place, which answers are contradicted, and which are guesses. */
export function renderCounts(report: ReportDocument, messages: Messages): string[] {
  return [
    describeInPlace(report, messages),
    ...describeContradictions(report, messages),
    ...describeGuesses(report, messages),
  ];
}

/** Returns the headline: the finding in a sentence, then the counts; all of it before any average. */
export function renderHeadline(report: ReportDocument, messages: Messages): string[] {
  return [report.summary.sentence, ...renderCounts(report, messages)];
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
