import type { ReportDocument } from '#domain/types/report.ts';
import { limitWidth } from '#render/terminal/layout.ts';
import type { ReportContext } from '#render/report/context.ts';
import { renderFindingLines } from './findings.ts';
import { renderGapLines } from './gaps.ts';
import { renderResultLines, renderTitleLines } from './head.ts';
import { renderMethodLines } from './method.ts';
import { type Page, joinApart } from './page.ts';
import { renderPatternLines } from './patterns.ts';
import { renderFirstLines, renderGainLines, renderNextLines } from './plan.ts';
import { renderPracticeLines } from './practices.ts';
import { renderQuestionsLines } from './questions.ts';
import { renderBalance, renderElementLines } from './scores.ts';
import { renderUnknownLines } from './unknowns.ts';
import { renderBusinessLines, renderVoiceLines } from './voices.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';

/**
 * Renders the whole report for a terminal, from 20 columns, with or without color. Only section titles start
 * at the left edge, so that no text from people starts a line.
 */
export function renderReportText(report: ReportDocument, context: ReportContext): string {
  const { theme, messages, model, brand } = context;
  const width = limitWidth(context.width);
  const page: Page = { report, context, width, theme, messages, model, nameOf: makeNameLookup(report) };
  const sections = [
    renderTitleLines(page, brand.name),
    renderResultLines(page),
    renderElementLines(page),
    renderBalance(page),
    renderFirstLines(page),
    renderGainLines(page),
    renderNextLines(page),
    renderPatternLines(page),
    renderPracticeLines(page),
    renderVoiceLines(page),
    renderBusinessLines(page),
    renderUnknownLines(page),
    renderGapLines(page),
    renderQuestionsLines(page),
    renderMethodLines(page),
    renderFindingLines(page),
  ];
  return `${joinApart(sections).join('\n')}\n`;
}
