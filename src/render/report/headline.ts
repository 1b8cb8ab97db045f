/** The result in its first sentences, as every rendering begins with it. */
import type { ReportDocument } from '#domain/types/report.ts';
import { type Words, say } from '#domain/messages.ts';
import { wholeScore } from './numbers.ts';
import { namesIn } from './phrases.ts';

/** The count twice, the neglected and the unknown by name, before any mean. */
export function headline(report: ReportDocument, words: Words): string[] {
  const { inPlace, inPlaceShown, of, neglected, unknown } = report.summary;
  const namesOf = (ids: readonly string[]): string => ids.map(namesIn(report)).join(', ');
  const shown =
    inPlaceShown === null
      ? words['summary.nothingAttached']
      : say(words, 'summary.canBeShown', { count: inPlaceShown, of });
  return [
    `${say(words, 'summary.inPlace', { count: inPlace, of })}; ${shown}.`,
    ...(neglected.length > 0 ? [say(words, 'summary.neglected', { names: namesOf(neglected) })] : []),
    ...(unknown.length > 0 ? [say(words, 'summary.unknown', { names: namesOf(unknown) })] : []),
    ...(neglected.length + unknown.length === 0 ? [`${words['summary.noneNeglected']}.`] : []),
  ];
}

/** The overall score; where there is none, what too little is known about. */
export function overallInWords(report: ReportDocument, words: Words): string {
  const { score, unknown } = report.summary;
  return score === null
    ? say(words, 'summary.overallUnknown', { names: unknown.map(namesIn(report)).join(', ') })
    : say(words, 'summary.overall', { score: wholeScore(score, words) });
}
