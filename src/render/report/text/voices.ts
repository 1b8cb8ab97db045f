import { write } from '#render/terminal/paragraph.ts';
import { listBusinessFacts, hasText } from '#render/report/wording/own-words.ts';
import { type Page, bodyIndent, listFacts, renderSection, renderStackedFacts } from './page.ts';

/** Renders what the respondent said before and after the questions and at the end. */
export function renderVoiceLines(page: Page): string[] {
  const { report, messages, width } = page;
  const { opening, closing } = report;
  const quote = (text: string | undefined, label?: string): string[] => {
    if (!hasText(text)) return [];
    if (label === undefined) return write([text], bodyIndent + 2, width);
    return renderStackedFacts([[label, text]], bodyIndent + 2, page);
  };
  const renderQuestion = (question: string, ...answers: readonly string[][]): string[] => {
    const said = answers.flat();
    return said.length === 0
      ? []
      : [...write([{ text: question, paint: page.theme.strong }], bodyIndent, width), ...said];
  };
  const parts = [
    renderQuestion(
      messages['opening.question'],
      quote(opening?.first, messages['report.before']),
      quote(opening?.again, messages['report.after']),
    ),
    renderQuestion(messages['closing.question'], quote(closing)),
  ];
  return parts.every((part) => part.length === 0)
    ? []
    : renderSection(messages['report.ownWords'], parts, page);
}

/** Renders the known facts about the business. */
export function renderBusinessLines(page: Page): string[] {
  const { report, messages } = page;
  const rows = listBusinessFacts(report, messages);
  return rows.length === 0
    ? []
    : renderSection(messages['report.context'], [listFacts(rows, bodyIndent, page)], page);
}
