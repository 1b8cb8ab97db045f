import { formatMessage } from '#domain/messages.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { replaceSigns } from '#render/explain/conditions.ts';
import { write } from '#render/terminal/paragraph.ts';
import { listRespondents, listSourceLines } from '#render/report/cover.ts';
import { formatDay } from '#domain/format-day.ts';
import { listActionTexts, listMissingProofs, writeActionsTitle } from '#render/report/wording/actions.ts';
import { describeOverall, listSurprise, renderCounts } from '#render/report/wording/headline.ts';
import { describeScope } from '#render/report/wording/phrases.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';
import { escapeAndFlow } from '#render/terminal/safe-wrap.ts';
import { type Page, bodyIndent, renderSection } from './page.ts';

/** Renders the organization, date and sources. */
export function renderTitleLines(page: Page, preparedBy: string | undefined): string[] {
  const { report, messages, width } = page;
  const { organization } = report;
  const date = formatDay(report.asOf, messages);
  const { brand, isTechnical } = page.context;
  const { confidential } = brand;
  const about = [
    formatMessage(messages, 'report.about', { organization: organization.name, date }),
    ...listSourceLines(report, messages, isTechnical),
    ...listRespondents(report, messages).flatMap(({ when }) =>
      when === '' ? [] : [`${messages['report.answeredWhen']}: ${when}`],
    ),
    ...(preparedBy === undefined ? [] : [formatMessage(messages, 'report.preparedBy', { name: preparedBy })]),
    ...(confidential === undefined ? [] : [confidential]),
  ];
  return renderSection(messages['report.title'], [write(about, bodyIndent, width)], page);
}

/** Renders the finding, the overall score, the actions, the biggest contradiction, the counts and the limits. */
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
      [
        ...write([{ text: report.summary.sentence, paint: theme.strong }], bodyIndent, width),
        ...joinParts(overall),
      ],
      report.plan.now.length === 0
        ? []
        : write(
            [
              { text: writeActionsTitle(report, messages), paint: theme.strong },
              ...listActionTexts(report, messages).map((text, index) => ({ text, marker: `${index + 1}. ` })),
            ],
            bodyIndent,
            width,
          ),
      write(listMissingProofs(report, messages), bodyIndent, width),
      write(
        listSurprise(report, messages).map((text) => replaceSigns(text, theme)),
        bodyIndent,
        width,
      ),
      write(renderCounts(report, messages), bodyIndent, width),
      write([describeScope(report, messages).join(' ')], bodyIndent, width),
      write(
        notices.map((text) => ({ text, paint: theme.bad })),
        bodyIndent,
        width,
      ),
    ],
    page,
  );
}
