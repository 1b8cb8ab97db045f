/** The own words of the respondent, and facts about the business. */
import { listBusinessFacts, listVoices } from '#render/report/wording/own-words.ts';
import { type Section, renderHeading, renderLabeled, renderList, renderQuote } from './parts.ts';

/** Renders the answers before and after the questions, and the closing remark. */
export const renderOwnWordsSection: Section = ({ report, messages }) => {
  const blocks = listVoices(report, messages).flatMap(({ when, question, text }) => [
    renderLabeled(when, question),
    renderQuote(text),
  ]);
  return blocks.length === 0 ? [] : [renderHeading(2, messages['report.ownWords']), ...blocks];
};

/** Renders the facts about the business. They never change a score. */
export const renderBusinessSection: Section = ({ report, messages }) => {
  const items = listBusinessFacts(report, messages).map(([label, text]) => renderLabeled(label, text));
  return items.length === 0 ? [] : [renderHeading(2, messages['report.context']), renderList(items)];
};
