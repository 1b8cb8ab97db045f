/** The first and last sections: headline and limits, and method. */
import { formatMessage } from '#domain/messages.ts';
import { safeMarkdown } from '#render/escape.ts';
import { renderHeadline } from '#render/report/headline.ts';
import { describeSource, describeMethod, describeScope } from '#render/report/phrases.ts';
import { type Page, type Section, renderHeading, lines, strong } from './parts.ts';

/** Renders the title, the headline before any average, and the limits. */
export function renderHeadSection(page: Page, preparedBy: string | undefined): readonly string[] {
  const { report, words } = page;
  const { organization, asOf, summary, sources } = report;
  const limits = [
    ...(summary.provisional ? [strong(words['summary.provisional'])] : []),
    ...(summary.scope === 'quick'
      ? [
          safeMarkdown(
            formatMessage(words, 'report.quickAbout', { asked: summary.asked, outOf: summary.outOf }),
          ),
        ]
      : []),
    describeScope(report, words).map(safeMarkdown).join(' · '),
  ];
  const about = [
    ...sources.map((source) => describeSource(source, words)),
    ...(preparedBy === undefined ? [] : [formatMessage(words, 'report.preparedBy', { name: preparedBy })]),
  ];
  return [
    renderHeading(1, formatMessage(words, 'summary.title', { organization: organization.name, date: asOf })),
    lines(renderHeadline(report, words).map(strong)),
    lines(limits),
    about.map(safeMarkdown).join(' · '),
  ];
}

/** Renders how the result was computed, its limits, and what produced it. */
export const methodSection: Section = ({ report: { model: used, generator }, words, model }) => [
  renderHeading(2, words['report.method']),
  ...describeMethod(words, model).map(safeMarkdown),
  safeMarkdown(
    formatMessage(words, 'report.methodModel', {
      id: used.id,
      version: used.version,
      tool: generator.name,
      toolVersion: generator.version,
    }),
  ),
];
