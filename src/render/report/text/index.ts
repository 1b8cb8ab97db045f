import type { ReportDocument } from '#domain/types/report.ts';
import { measureOf } from '#render/terminal/layout.ts';
import type { ReportContext } from '#render/report/context.ts';
import { findingsLines } from './findings.ts';
import { gapLines } from './gaps.ts';
import { resultLines, titleLines } from './head.ts';
import { methodLines } from './method.ts';
import { type Page, apart } from './page.ts';
import { patternLines } from './patterns.ts';
import { firstLines, laterLines } from './plan.ts';
import { practiceLines } from './practices.ts';
import { questionsLines } from './questions.ts';
import { balanceLines, elementLines } from './scores.ts';
import { unknownLines } from './unknowns.ts';
import { businessLines, voiceLines } from './voices.ts';
import { namesIn } from '#render/report/phrases.ts';

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
