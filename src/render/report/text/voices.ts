import { write } from '#render/terminal/paragraph.ts';
import { businessFacts, isSaid } from '#render/report/own-words.ts';
import { type Page, bodyIndent, facts, section, stackedFacts } from './page.ts';

/** What the respondent said before the questions, after them, and last of all. */
export function voiceLines(page: Page): string[] {
  const { report, words, width } = page;
  const { opening, closing } = report;
  const quote = (text: string | undefined, label?: string): string[] => {
    if (!isSaid(text)) return [];
    if (label === undefined) return write([text], bodyIndent + 2, width);
    return stackedFacts([[label, text]], bodyIndent + 2, page);
  };
  const asked = (question: string, ...answers: readonly string[][]): string[] => {
    const said = answers.flat();
    return said.length === 0
      ? []
      : [...write([{ text: question, paint: page.theme.strong }], bodyIndent, width), ...said];
  };
  const parts = [
    asked(
      words['opening.question'],
      quote(opening?.first, words['report.before']),
      quote(opening?.again, words['report.after']),
    ),
    asked(words['closing.question'], quote(closing)),
  ];
  return parts.every((part) => part.length === 0) ? [] : section(words['report.ownWords'], parts, page);
}

/** What is known of the business. It never changes a score. */
export function businessLines(page: Page): string[] {
  const { report, words } = page;
  const rows = businessFacts(report, words);
  return rows.length === 0 ? [] : section(words['report.context'], [facts(rows, bodyIndent, page)], page);
}
