import type { ReportDocument } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { limitWidth } from '#render/terminal/layout.ts';
import { write } from '#render/terminal/paragraph.ts';
import { renderSummary } from '#render/terminal/summary.ts';
import { listFootLines } from '#render/report/cover.ts';
import type { ReportContext } from '#render/report/context.ts';
import { renderCommentaryLines, renderNamedComment } from './commentary.ts';
import { renderFindingLines } from './findings.ts';
import { renderGapLines } from './gaps.ts';
import { renderResultLines, renderTitleLines } from './head.ts';
import { renderMethodLines } from './method.ts';
import { type Page, bodyIndent, joinApart } from './page.ts';
import { renderPatternLines } from './patterns.ts';
import { renderFirstLines, renderGainLines, renderNextLines } from './plan.ts';
import { renderPracticeLines } from './practices.ts';
import { renderQuestionsLines } from './questions.ts';
import { renderBalance, renderElementLines } from './scores.ts';
import { renderUnknownLines } from './unknowns.ts';
import { renderBusinessLines, renderVoiceLines } from './voices.ts';
import { renderPerceptionLines } from './voices/perception.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';

/** Renders the summary of the terminal, with what the consultant wrote. */
function renderShort(report: ReportDocument, context: ReportContext): string {
  const { commentary, messages } = context;
  const canvas = { ...context, width: limitWidth(context.width) };
  const page: Page = {
    report,
    context,
    width: canvas.width,
    theme: context.theme,
    messages,
    model: context.model,
    getName: makeNameLookup(report),
  };
  const comments = [
    renderPerceptionLines(page),
    renderCommentaryLines(commentary?.overall, 0, context, canvas),
    ...report.elements.map(({ id, name }) => renderNamedComment(name, commentary?.elements.get(id), context)),
    ...report.plan.now.map((_move, index) =>
      renderNamedComment(
        formatMessage(messages, 'commentary.action', { number: index + 1 }),
        commentary?.actions.get(index + 1),
        context,
      ),
    ),
    write(listFootLines(context), 0, canvas.width),
  ];
  const after = joinApart(comments);
  const summary = renderSummary(report, { ...canvas, files: [] });
  return after.length === 0 ? summary : `${summary}\n${after.join('\n')}\n`;
}

/**
 * Renders a report, all of it or its summary, for a terminal, from 20 columns, with or without color. Only section titles start
 * at the left edge, so that no text from people starts a line.
 */
export function renderReportText(report: ReportDocument, context: ReportContext): string {
  if (context.length === 'summary') return renderShort(report, context);
  const { theme, messages, model, brand, commentary } = context;
  const width = limitWidth(context.width);
  const page: Page = { report, context, width, theme, messages, model, getName: makeNameLookup(report) };
  const sections = [
    renderTitleLines(page, brand.name),
    renderResultLines(page),
    renderCommentaryLines(commentary?.overall, bodyIndent, context, page),
    renderElementLines(page),
    renderBalance(page),
    renderFirstLines(page),
    renderGainLines(page),
    renderNextLines(page),
    renderPerceptionLines(page),
    renderPatternLines(page),
    renderPracticeLines(page),
    renderVoiceLines(page),
    renderBusinessLines(page),
    renderUnknownLines(page),
    renderGapLines(page),
    renderQuestionsLines(page),
    renderMethodLines(page),
    renderFindingLines(page),
    write(listFootLines(context), bodyIndent, width),
  ];
  return `${joinApart(sections).join('\n')}\n`;
}
