/** What was said outside the questions, and what is known of the business: only what there is to be shown. */
import type { ReportDocument } from '#domain/types/report.ts';
import type { Words } from '#domain/messages.ts';

/** Whether there is anything in a text but white space. */
export function isSaid(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

/** Something that the respondent said in their own words. */
export interface Voice {
  /** When it was said, in words. */
  readonly when: string;
  /** What they were asked. */
  readonly question: string;
  readonly text: string;
}

/** What the respondent said before the questions, after them, and last of all. */
export function voicesIn({ opening, closing }: ReportDocument, words: Words): readonly Voice[] {
  const voices = [
    [words['report.before'], words['opening.question'], opening?.first],
    [words['report.after'], words['opening.question'], opening?.again],
    [words['report.closing'], words['closing.question'], closing],
  ] as const;
  return voices.flatMap(([when, question, text]) => (isSaid(text) ? [{ when, question, text }] : []));
}

/** What is known of the business, each with its label. It never changes a score. */
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
  return facts.flatMap(([label, text]) => (isSaid(text) ? [[label, text] as const] : []));
}
