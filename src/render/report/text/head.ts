import { formatMessage } from '#domain/messages.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { write } from '#render/terminal/paragraph.ts';
import { renderHeadline, describeOverall } from '#render/report/headline.ts';
import { describeSource, describeScope } from '#render/report/phrases.ts';
import { formatWholeScore } from '#render/report/numbers.ts';
import { safeFlow } from '#render/terminal/safe-wrap.ts';
import { type Page, bodyIndent, section } from './page.ts';

/** Renders the organization, date and sources. */
export function renderTitleLines(page: Page, preparedBy: string | undefined): string[] {
  const { report, words, width } = page;
  const { organization, asOf: date, sources } = report;
  const about = [
    formatMessage(words, 'report.about', { organization: organization.name, date }),
    ...sources.map((source) => describeSource(source, words)),
    ...(preparedBy === undefined ? [] : [formatMessage(words, 'report.preparedBy', { name: preparedBy })]),
  ];
  return section(words['report.title'], [write(about, bodyIndent, width)], page);
}

/** Renders the headline, the overall score and the limits of the report. */
export function renderResultLines(page: Page): string[] {
  const { report, words, theme, width } = page;
  const { declared, shown, range, provisional, scope, asked, outOf } = report.summary;
  const overall = [
    describeOverall(report, words),
    ...(declared === null ? [] : [`${formatWholeScore(declared, words)} ${words['summary.declared']}`]),
    ...(shown === null ? [] : [`${formatWholeScore(shown, words)} ${words['summary.shown']}`]),
    ...describeRange(range, words),
  ];
  const joinParts = (parts: readonly string[]): string[] =>
    safeFlow(parts, ` ${theme.signs.dot} `, width - bodyIndent).map((line) => ' '.repeat(bodyIndent) + line);
  const notices = [
    ...(scope === 'quick' ? [formatMessage(words, 'report.quickAbout', { asked, outOf })] : []),
    ...(provisional ? [words['summary.provisional']] : []),
  ];
  return section(
    words['report.result'],
    [
      write(
        renderHeadline(report, words).map((text) => ({ text, paint: theme.strong })),
        bodyIndent,
        width,
      ),
      [...joinParts(overall), ...joinParts(describeScope(report, words))],
      write(
        notices.map((text) => ({ text, paint: theme.bad })),
        bodyIndent,
        width,
      ),
    ],
    page,
  );
}
