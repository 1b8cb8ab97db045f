/** The headline that every rendering begins with. */
import type { ReportDocument } from '#domain/types/report.ts';
import { type Words, formatMessage } from '#domain/messages.ts';
import { formatWholeScore } from './numbers.ts';
import { makeNameLookup } from './phrases.ts';

/** Returns the headline: both counts, then the neglected and unknown elements, before any average. */
export function renderHeadline(report: ReportDocument, words: Words): string[] {
  const { inPlace, inPlaceShown, of, neglected, unknown } = report.summary;
  const namesOf = (ids: readonly string[]): string => ids.map(makeNameLookup(report)).join(', ');
  const shown =
    inPlaceShown === null
      ? words['summary.nothingAttached']
      : formatMessage(words, 'summary.canBeShown', { count: inPlaceShown, of });
  return [
    `${formatMessage(words, 'summary.inPlace', { count: inPlace, of })}; ${shown}.`,
    ...(neglected.length > 0
      ? [formatMessage(words, 'summary.neglected', { names: namesOf(neglected) })]
      : []),
    ...(unknown.length > 0 ? [formatMessage(words, 'summary.unknown', { names: namesOf(unknown) })] : []),
    ...(neglected.length + unknown.length === 0 ? [`${words['summary.noneNeglected']}.`] : []),
  ];
}

/** Describes the overall score or, without one, the elements that too little is known about. */
export function describeOverall(report: ReportDocument, words: Words): string {
  const { score, unknown } = report.summary;
  return score === null
    ? formatMessage(words, 'summary.overallUnknown', {
        names: unknown.map(makeNameLookup(report)).join(', '),
      })
    : formatMessage(words, 'summary.overall', { score: formatWholeScore(score, words) });
}
