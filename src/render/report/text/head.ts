import { formatMessage } from '#domain/messages.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { write } from '#render/terminal/paragraph.ts';
import { describeSource, listRespondents } from '#render/report/wording/cover.ts';
import { renderHeadline, describeOverall } from '#render/report/wording/headline.ts';
import { describeScope } from '#render/report/wording/phrases.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';
import { escapeAndFlow } from '#render/terminal/safe-wrap.ts';
import { type Page, bodyIndent, renderSection } from './page.ts';

/** Renders the organization, date and sources. */
export function renderTitleLines(page: Page, preparedBy: string | undefined): string[] {
  const { report, messages, width } = page;
  const { organization, asOf: date, sources } = report;
  const { brand, isTechnical } = page.context;
  const { confidential } = brand;
  const about = [
    formatMessage(messages, 'report.about', { organization: organization.name, date }),
    ...sources.map((source) => describeSource(source, messages, isTechnical)),
    ...listRespondents(report, messages).flatMap(({ when }) =>
      when === '' ? [] : [`${messages['report.answeredWhen']}: ${when}`],
    ),
    ...(preparedBy === undefined ? [] : [formatMessage(messages, 'report.preparedBy', { name: preparedBy })]),
    ...(confidential === undefined ? [] : [confidential]),
  ];
  return renderSection(messages['report.title'], [write(about, bodyIndent, width)], page);
}

/** Renders the headline, the overall score and the limits of the report. */
export function renderResultLines(page: Page): string[] {
  const { report, messages, theme, width } = page;
  const { declared, shown, range, provisional, scope, asked, outOf } = report.summary;
  const overall = [
    describeOverall(report, messages),
    ...(declared === null ? [] : [`${formatWholeScore(declared, messages)} ${messages['summary.declared']}`]),
    ...(shown === null ? [] : [`${formatWholeScore(shown, messages)} ${messages['summary.shown']}`]),
    ...describeRange(range, messages),
  ];
  const joinParts = (parts: readonly string[]): string[] =>
    escapeAndFlow(parts, ` ${theme.signs.dot} `, width - bodyIndent).map(
      (line) => ' '.repeat(bodyIndent) + line,
    );
  const notices = [
    ...(scope === 'quick' ? [formatMessage(messages, 'report.quickAbout', { asked, outOf })] : []),
    ...(provisional ? [messages['summary.provisional']] : []),
  ];
  return renderSection(
    messages['report.result'],
    [
      write(
        renderHeadline(report, messages).map((text) => ({ text, paint: theme.strong })),
        bodyIndent,
        width,
      ),
      [...joinParts(overall), ...joinParts(describeScope(report, messages))],
      write(
        notices.map((text) => ({ text, paint: theme.bad })),
        bodyIndent,
        width,
      ),
    ],
    page,
  );
}
