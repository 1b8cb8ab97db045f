/** What the respondent said outside the questions, and facts about the business. */
import type { ReportDocument } from '#domain/types/report.ts';
import type { Words } from '#domain/messages.ts';

/** Tells whether a text contains more than white space. */
export function hasText(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

/** A statement of the respondent in their own words. */
export interface Voice {
  /** Label of the time: before, after or at the end. */
  readonly when: string;
  /** The question that they answered. */
  readonly question: string;
  readonly text: string;
}

/** Lists the statements made before and after the questions and at the end. */
export function listVoices({ opening, closing }: ReportDocument, words: Words): readonly Voice[] {
  const voices = [
    [words['report.before'], words['opening.question'], opening?.first],
    [words['report.after'], words['opening.question'], opening?.again],
    [words['report.closing'], words['closing.question'], closing],
  ] as const;
  return voices.flatMap(([when, question, text]) => (hasText(text) ? [{ when, question, text }] : []));
}

/** Lists the known facts about the business with their labels. They never change a score. */
export function listBusinessFacts(
  { context: { sellers, spread, baseline } = {} }: ReportDocument,
  words: Words,
): readonly (readonly [label: string, text: string])[] {
  const facts = [
    [words['report.contextSellers'], sellers === undefined ? undefined : String(sellers)],
    [words['report.contextSpread'], spread],
    [words['report.contextRevenue'], baseline?.revenue],
    [words['report.contextProfit'], baseline?.profit],
    [words['report.contextShare'], baseline?.share],
  ] as const;
  return facts.flatMap(([label, text]) => (hasText(text) ? [[label, text] as const] : []));
}
