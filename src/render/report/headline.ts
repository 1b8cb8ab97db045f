/** The headline that every rendering begins with. */
import { countAnswers } from '#domain/answers/not-known.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
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
 * Returns the headline: both counts, then the neglected and unknown elements, then how far the answers are a belief,
 * before any average.
 */
export function renderHeadline(report: ReportDocument, messages: Messages): string[] {
  const { inPlace, inPlaceShown, of, neglected, unknown } = report.summary;
  const namesOf = (ids: readonly string[]): string => ids.map(makeNameLookup(report)).join(', ');
  const shown =
    inPlaceShown === null
      ? messages['summary.nothingAttached']
      : formatMessage(messages, 'summary.canBeShown', { count: inPlaceShown, of });
  return [
    `${formatMessage(messages, 'summary.inPlace', { count: inPlace, of })}; ${shown}.`,
    ...(neglected.length > 0
      ? [formatMessage(messages, 'summary.neglected', { names: namesOf(neglected) })]
      : []),
    ...(unknown.length > 0 ? [formatMessage(messages, 'summary.unknown', { names: namesOf(unknown) })] : []),
    ...(neglected.length + unknown.length === 0 ? [`${messages['summary.noneNeglected']}.`] : []),
    ...describeBelief(report, messages),
  ];
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
