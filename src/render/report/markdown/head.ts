/** The first and last sections: headline and limits, and method. */
import { formatMessage } from '#domain/messages.ts';
import { escapeMarkdown } from '#render/escape.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { describeMaker, listRespondents, listSourceLines } from '#render/report/cover.ts';
import { formatDay } from '#domain/format-day.ts';
import { listActions, listMissingProofs, writeActionsTitle } from '#render/report/wording/actions.ts';
import { describeOverall, listSurprise, renderCounts } from '#render/report/wording/headline.ts';
import { describeMethod, describeScope } from '#render/report/wording/phrases.ts';
import { type Page, type Section, renderHeading, joinLines, renderList, renderStrong } from './parts.ts';

/** Renders the title, the headline before any average, and the limits. */
export function renderHeadSection(page: Page, preparedBy: string | undefined): readonly string[] {
  const { report, messages } = page;
  const { isTechnical, brand } = page.context;
  const { organization, summary } = report;
  const limits = [
    ...(summary.provisional ? [renderStrong(messages['summary.provisional'])] : []),
    ...(summary.scope === 'quick'
      ? [
          escapeMarkdown(
            formatMessage(messages, 'report.quickAbout', { asked: summary.asked, outOf: summary.outOf }),
          ),
        ]
      : []),
    describeScope(report, messages).map(escapeMarkdown).join(' '),
  ];
  const about = [
    ...listSourceLines(report, messages, isTechnical),
    ...listRespondents(report, messages).flatMap(({ when }) =>
      when === '' ? [] : [`${messages['report.answeredWhen']}: ${when}`],
    ),
    ...(preparedBy === undefined ? [] : [formatMessage(messages, 'report.preparedBy', { name: preparedBy })]),
  ];
  return [
    renderHeading(
      1,
      formatMessage(messages, 'summary.title', {
        organization: organization.name,
        date: formatDay(report.asOf, messages),
      }),
    ),
    joinLines([
      renderStrong(summary.sentence),
      escapeMarkdown(
        [describeOverall(report, messages), ...describeRange(summary.range, messages)].join(' · '),
      ),
    ]),
    ...(report.plan.now.length === 0 ? [] : [renderStrong(writeActionsTitle(report, messages))]),
    renderList(
      listActions(report, messages).map(
        ({ element, act, firstStep = '' }, index) =>
          `${renderStrong(`${index + 1}. ${element}:`)} ${escapeMarkdown(`${act} ${firstStep}`.trimEnd())}`,
      ),
    ),
    ...listMissingProofs(report, messages).map(escapeMarkdown),
    ...listSurprise(report, messages).map(escapeMarkdown),
    joinLines(renderCounts(report, messages).map(escapeMarkdown)),
    joinLines(limits),
    about.map(escapeMarkdown).join(' · '),
    escapeMarkdown(brand.confidential ?? ''),
  ];
}

/** Renders how the result was computed, its limits, and what produced it. */
export const renderMethodSection: Section = ({ report, messages, model, context }) => [
  renderHeading(2, messages['report.method']),
  ...describeMethod(report, messages, model).map(escapeMarkdown),
  escapeMarkdown(describeMaker(report, messages, context.isTechnical)),
];
