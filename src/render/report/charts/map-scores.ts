/** What the map of the practices shows beside the bands: gaps in the declared system, and numbers of the plan. */
import { type Messages, formatMessage } from '#domain/messages.ts';
import type { PracticeResult, ReportDocument } from '#domain/types/report.ts';
import type { Lens } from '#render/report/wording/lenses.ts';

/**
 * Returns the scores of a practice, 0..100, as the map shows them; null for a dash. Where the sales-system file says nothing
 * about a practice, that is a blank and no failure.
 */
export function getMapScores({
  score,
  declared,
  shown,
  nothingDeclared,
}: PracticeResult): Readonly<Record<Lens, number | null>> {
  return { said: score, declared: nothingDeclared === true ? null : declared, shown };
}

/** Explains the dashes of the declared lens and the numbers after names, a sentence each, as far as the report has them. */
export function describeMap({ elements, gaps }: ReportDocument, messages: Messages): readonly string[] {
  const practices = elements.flatMap((element) => element.practices);
  return [
    ...(practices.some(({ nothingDeclared }) => nothingDeclared === true)
      ? [formatMessage(messages, 'chart.nothingDeclared', { lens: messages['summary.declared'] })]
      : []),
    ...(gaps.length === 0 ? [] : [messages['report.numbers']]),
  ];
}
