/** Sections of the Markdown rendering, and reports that differ from an example in one place. */
import type { Evidence, QuestionResult, ReportDocument, Summary } from '#domain/types/report.ts';
import { escapeMarkdown } from '#render/escape.ts';
import type { ReportContext } from '#render/report/context.ts';
import { renderReportMarkdown } from '#render/report/markdown/index.ts';
import { readExampleReport, reportContext } from '../../../support/report/report-context.ts';

/** The example with a declared system and evidence. */
export const weak = readExampleReport('harbor-instruments');
/** The example with open questions and neither. */
export const open = readExampleReport('fernlatch');
export const { messages } = reportContext;

/** Renders a report with the context of the tests, with ids and places, and without the links within the page. */
export const render = (report: ReportDocument, context: Partial<ReportContext> = {}): string =>
  renderReportMarkdown(report, { ...reportContext, isTechnical: true, ...context }).replace(
    /\[((?:\\.|[^\]\\])*)\]\(#[^)]*\)/g,
    '$1',
  );

/** Sections in order. The titles are messages. */
export const sections = [
  ...(['elements', 'first', 'next', 'patterns', 'balance', 'practices', 'ownWords'] as const),
  ...(['context', 'unknowns', 'gaps', 'answers', 'method', 'findings'] as const),
];

/** Returns the lines of a section. */
export function sectionOf(page: string, section: (typeof sections)[number]): string {
  const [, lines] = page.split(`\n## ${messages[`report.${section}`]}\n`);
  if (lines === undefined) throw new Error(`The page has no section ${section}.`);
  return lines.split('\n## ')[0] ?? '';
}

/** Joins parts of a line as the page does. */
export const joinParts = (...parts: readonly string[]): string => parts.map(escapeMarkdown).join(' · ');

/** Returns the report with another summary. */
export const withSummary = (report: ReportDocument, summary: Partial<Summary>): ReportDocument => ({
  ...report,
  summary: { ...report.summary, ...summary },
});

/** Returns the report with every question mapped. */
export function withQuestions(
  report: ReportDocument,
  change: (question: QuestionResult, index: number) => QuestionResult,
): ReportDocument {
  let index = -1;
  return {
    ...report,
    elements: report.elements.map((element) => ({
      ...element,
      practices: element.practices.map((practice) => ({
        ...practice,
        questions: practice.questions.map((question) => change(question, (index += 1))),
      })),
    })),
  };
}

/** Returns the report with one piece of evidence at its first question. */
export const withEvidence = (evidence: Partial<Evidence>): ReportDocument =>
  withQuestions(weak, (question, index) =>
    index === 0 ? { ...question, evidence: [{ kind: 'artifact', what: 'A list', ...evidence }] } : question,
  );
