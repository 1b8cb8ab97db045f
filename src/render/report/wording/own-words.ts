/** What the respondent said outside the questions, and facts about the business. */
import type { ReportDocument } from '#domain/types/report.ts';
import type { Messages } from '#domain/messages.ts';

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
export function listVoices({ opening, closing }: ReportDocument, messages: Messages): readonly Voice[] {
  const voices = [
    [messages['report.before'], messages['opening.question'], opening?.first],
    [messages['report.after'], messages['opening.question'], opening?.again],
    [messages['report.closing'], messages['closing.question'], closing],
  ] as const;
  return voices.flatMap(([when, question, text]) => (hasText(text) ? [{ when, question, text }] : []));
}

const customersMessage = {
  both: 'intake.customersBoth',
  new: 'intake.customersNew',
  existing: 'intake.customersExisting',
} as const;

/** Lists the known facts about the business with their labels. They never change a score. */
export function listBusinessFacts(
  { context: { sellers, managers, customers, spread, baseline } = {} }: ReportDocument,
  messages: Messages,
): readonly (readonly [label: string, text: string])[] {
  const facts = [
    [messages['report.contextSellers'], sellers === undefined ? undefined : String(sellers)],
    [messages['report.contextManagers'], managers === undefined ? undefined : String(managers)],
    [messages['report.contextCustomers'], customers && messages[customersMessage[customers]]],
    [messages['report.contextSpread'], spread],
    [messages['report.contextRevenue'], baseline?.revenue],
    [messages['report.contextProfit'], baseline?.profit],
    [messages['report.contextShare'], baseline?.share],
  ] as const;
  return facts.flatMap(([label, text]) => (hasText(text) ? [[label, text] as const] : []));
}
