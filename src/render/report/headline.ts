/** The result in its first sentences, as every rendering begins with it. */
import type { ReportDocument } from '#domain/types/report.ts';
import { type Words, formatMessage } from '#domain/messages.ts';
import { formatWholeScore } from './numbers.ts';
import { namesIn } from './phrases.ts';

/** The count twice, the neglected and the unknown by name, before any mean. */
export function renderHeadline(report: ReportDocument, words: Words): string[] {
  const { inPlace, inPlaceShown, of, neglected, unknown } = report.summary;
  const namesOf = (ids: readonly string[]): string => ids.map(namesIn(report)).join(', ');
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

/** The overall score; where there is none, what too little is known about. */
export function describeOverall(report: ReportDocument, words: Words): string {
  const { score, unknown } = report.summary;
  return score === null
    ? formatMessage(words, 'summary.overallUnknown', { names: unknown.map(namesIn(report)).join(', ') })
    : formatMessage(words, 'summary.overall', { score: formatWholeScore(score, words) });
}
