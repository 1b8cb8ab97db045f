/** What the respondent said outside the questions, word for word, and what is known of the business. */
import { type Section, heading, labelled, list, quote } from './parts.ts';

const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** Their own answer before and after the questions, and what they added at the end. */
export const ownWordsSection: Section = ({ report: { opening, closing }, words }) => {
  const voices = [
    [words['report.before'], words['opening.question'], opening?.first],
    [words['report.after'], words['opening.question'], opening?.again],
    [words['report.closing'], words['closing.question'], closing],
  ] as const;
  const blocks = voices.flatMap(([when, question, text]) =>
    isSaid(text) ? [labelled(when, question), quote(text)] : [],
  );
  return blocks.length === 0 ? [] : [heading(2, words['report.ownWords']), ...blocks];
};

/** Facts about the business that never change a score. */
export const businessSection: Section = ({ report: { context = {} }, words }) => {
  const { sellers, spread, baseline } = context;
  const facts = [
    [words['report.contextSellers'], sellers === undefined ? undefined : String(sellers)],
    [words['report.contextSpread'], spread],
    [words['report.contextRevenue'], baseline?.revenue],
    [words['report.contextProfit'], baseline?.profit],
    [words['report.contextShare'], baseline?.share],
  ] as const;
  const items = facts.flatMap(([label, text]) => (isSaid(text) ? [labelled(label, text)] : []));
  return items.length === 0 ? [] : [heading(2, words['report.context']), list(items)];
};
