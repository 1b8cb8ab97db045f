/** The first and last sections: headline and limits, and method. */
import { formatMessage } from '#domain/messages.ts';
import { escapeMarkdown } from '#render/escape.ts';
import { listRespondents } from '#render/report/wording/cover.ts';
import { renderHeadline } from '#render/report/wording/headline.ts';
import { describeSource, describeMethod, describeScope } from '#render/report/wording/phrases.ts';
import { type Page, type Section, renderHeading, joinLines, renderStrong } from './parts.ts';

/** Renders the title, the headline before any average, and the limits. */
export function renderHeadSection(page: Page, preparedBy: string | undefined): readonly string[] {
  const { report, messages } = page;
  const { organization, asOf, summary, sources } = report;
  const limits = [
    ...(summary.provisional ? [renderStrong(messages['summary.provisional'])] : []),
    ...(summary.scope === 'quick'
      ? [
          escapeMarkdown(
            formatMessage(messages, 'report.quickAbout', { asked: summary.asked, outOf: summary.outOf }),
          ),
        ]
      : []),
    describeScope(report, messages).map(escapeMarkdown).join(' · '),
  ];
  const about = [
    ...sources.map((source) => describeSource(source, messages)),
    ...listRespondents(report, messages).map(({ when }) => `${messages['report.answeredWhen']}: ${when}`),
    ...(preparedBy === undefined ? [] : [formatMessage(messages, 'report.preparedBy', { name: preparedBy })]),
  ];
  return [
    renderHeading(
      1,
      formatMessage(messages, 'summary.title', { organization: organization.name, date: asOf }),
    ),
    joinLines(renderHeadline(report, messages).map(renderStrong)),
    joinLines(limits),
    about.map(escapeMarkdown).join(' · '),
    escapeMarkdown(page.context.brand.confidential ?? ''),
  ];
}

/** Renders how the result was computed, its limits, and what produced it. */
export const renderMethodSection: Section = ({ report: { model: used, generator }, messages, model }) => [
  renderHeading(2, messages['report.method']),
  ...describeMethod(messages, model).map(escapeMarkdown),
  escapeMarkdown(
    formatMessage(messages, 'report.methodModel', {
      id: used.id,
      version: used.version,
      tool: generator.name,
      toolVersion: generator.version,
    }),
  ),
];
