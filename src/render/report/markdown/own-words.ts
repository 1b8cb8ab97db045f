/** The own words of the respondent, and facts about the business. */
import { listBusinessFacts, listVoices } from '#render/report/own-words.ts';
import { type Section, renderHeading, renderLabeled, list, quote } from './parts.ts';

/** Renders the answers before and after the questions, and the closing remark. */
export const ownWordsSection: Section = ({ report, words }) => {
  const blocks = listVoices(report, words).flatMap(({ when, question, text }) => [
    renderLabeled(when, question),
    quote(text),
  ]);
  return blocks.length === 0 ? [] : [renderHeading(2, words['report.ownWords']), ...blocks];
};

/** Renders the facts about the business. They never change a score. */
export const businessSection: Section = ({ report, words }) => {
  const items = listBusinessFacts(report, words).map(([label, text]) => renderLabeled(label, text));
  return items.length === 0 ? [] : [renderHeading(2, words['report.context']), list(items)];
};
