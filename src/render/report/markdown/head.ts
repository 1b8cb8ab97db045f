/** Whose report it is, what came out, and how much of that is not known. */
import { say } from '#domain/messages.ts';
import { safeMarkdown } from '#render/escape.ts';
import { headline } from '#render/report/headline.ts';
import { sourceInWords } from '#render/report/source-words.ts';
import { methodInWords, scopeInWords } from '#render/report/phrases.ts';
import { type Page, type Section, heading, lines, strong } from './parts.ts';

/** The title, the headline before any mean, and what limits it. */
export function headSection(page: Page, preparedBy: string | undefined): readonly string[] {
  const { report, words } = page;
  const { organization, asOf, summary, sources } = report;
  const limits = [
    ...(summary.provisional ? [strong(words['summary.provisional'])] : []),
    ...(summary.scope === 'quick'
      ? [safeMarkdown(say(words, 'report.quickAbout', { asked: summary.asked, outOf: summary.outOf }))]
      : []),
    scopeInWords(report, words).map(safeMarkdown).join(' · '),
  ];
  const about = [
    ...sources.map((source) => sourceInWords(source, words)),
    ...(preparedBy === undefined ? [] : [say(words, 'report.preparedBy', { name: preparedBy })]),
  ];
  return [
    heading(1, say(words, 'summary.title', { organization: organization.name, date: asOf })),
    lines(headline(report, words).map(strong)),
    lines(limits),
    about.map(safeMarkdown).join(' · '),
  ];
}

/** How the result came about, what it cannot tell, and what wrote it. */
export const methodSection: Section = ({ report: { model: used, generator }, words, model }) => [
  heading(2, words['report.method']),
  ...methodInWords(words, model).map(safeMarkdown),
  safeMarkdown(
    say(words, 'report.methodModel', {
      id: used.id,
      version: used.version,
      tool: generator.name,
      toolVersion: generator.version,
    }),
  ),
];
