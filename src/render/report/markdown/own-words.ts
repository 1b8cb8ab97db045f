/** What the respondent said outside the questions, word for word, and what is known of the business. */
import { listBusinessFacts, voicesIn } from '#render/report/own-words.ts';
import { type Section, renderHeading, renderLabeled, list, quote } from './parts.ts';

/** Their own answer before and after the questions, and what they added at the end. */
export const ownWordsSection: Section = ({ report, words }) => {
  const blocks = voicesIn(report, words).flatMap(({ when, question, text }) => [
    renderLabeled(when, question),
    quote(text),
  ]);
  return blocks.length === 0 ? [] : [renderHeading(2, words['report.ownWords']), ...blocks];
};

/** Facts about the business that never change a score. */
export const businessSection: Section = ({ report, words }) => {
  const items = listBusinessFacts(report, words).map(([label, text]) => renderLabeled(label, text));
  return items.length === 0 ? [] : [renderHeading(2, words['report.context']), list(items)];
};
