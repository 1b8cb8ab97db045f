import type { ReportDocument } from '#domain/types/report.ts';
import { measureOf } from '#render/layout.ts';
import type { ReportContext } from './context.ts';
import { findingsLines } from './text/findings.ts';
import { gapLines } from './text/gaps.ts';
import { resultLines, titleLines } from './text/head.ts';
import { methodLines } from './text/method.ts';
import { type Page, apart } from './text/page.ts';
import { patternLines } from './text/patterns.ts';
import { firstLines, laterLines } from './text/plan.ts';
import { practiceLines } from './text/practices.ts';
import { questionsLines } from './text/questions.ts';
import { balanceLines, elementLines } from './text/scores.ts';
import { unknownLines } from './text/unknowns.ts';
import { businessLines, voiceLines } from './text/voices.ts';
import { namesIn } from './view.ts';

/**
 * The whole report for a terminal, at any width from 20 columns, with or without colour. Nothing stands at the
 * left edge but the titles of the sections, so that no text of people starts a line.
 */
export function renderReportText(report: ReportDocument, context: ReportContext): string {
  const { theme, words, model, brand } = context;
  const width = measureOf(context.width);
  const page: Page = { report, width, theme, words, model, nameOf: namesIn(report) };
  const { next, later } = report.plan;
  const sections = [
    titleLines(page, brand.name),
    resultLines(page),
    elementLines(page),
    balanceLines(page),
    firstLines(page),
    laterLines(words['report.next'], next, page),
    laterLines(words['report.later'], later, page),
    patternLines(page),
    practiceLines(page),
    voiceLines(page),
    businessLines(page),
    unknownLines(page),
    gapLines(page),
    questionsLines(page),
    findingsLines(page),
    methodLines(page),
  ];
  return `${apart(sections).join('\n')}\n`;
}
