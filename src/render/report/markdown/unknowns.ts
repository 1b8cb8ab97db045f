/** What is unknown, and how much it could change the result. */
import { type PlacedQuestion, type StaleEvidence, listUnknowns } from '#domain/answers/not-known.ts';
import type { PracticeResult } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { formatWholeRange } from '#render/terminal/element-rows.ts';
import { escapeMarkdown, escapeMarkdownLines } from '#render/escape.ts';
import { describeKindOfEvidence } from '#render/report/wording/labels.ts';
import { formatPercent } from '#render/report/wording/numbers.ts';
import { formatDate, describeReason } from '#render/report/wording/phrases.ts';
import { renderLink } from './anchors.ts';
import { type Page, type Section, renderHeading, renderList, renderStrong } from './parts.ts';

/** Lists the limits of the whole report. */
function listLimits({ report, messages }: Page): string[] {
  const { summary, elements } = report;
  const known = listUnknowns(report);
  const whole = formatWholeRange(known.range, messages);
  const hasOpen = known.unknown.length + known.unanswered.length > 0;
  return [
    ...(known.coverage === null
      ? []
      : [formatMessage(messages, 'report.coverage', { percent: formatPercent(known.coverage, messages) })]),
    ...(known.provisional ? [messages['summary.provisional']] : []),
    ...(summary.scope === 'quick'
      ? [formatMessage(messages, 'report.quickAbout', { asked: summary.asked, outOf: summary.outOf })]
      : []),
    ...(hasOpen ? [] : [messages['report.nothingUnknown']]),
    ...(whole === undefined ? [] : [formatMessage(messages, 'report.rangeAbout', whole)]),
    ...(known.range !== null && known.range.low === known.range.high ? [messages['report.rangeNone']] : []),
    ...elements.flatMap(({ name: element, range }) => {
      const ends = formatWholeRange(range, messages);
      return ends === undefined ? [] : [formatMessage(messages, 'report.rangeElement', { element, ...ends })];
    }),
    ...(known.hasEvidence ? [] : [messages['report.noEvidence']]),
    ...(known.hasSystem ? [] : [messages['report.noSystem']]),
  ];
}

/** Renders everything that is unknown: for the whole report first, then question by question. */
export const renderUnknownsSection: Section = (page) => {
  const { report, messages, model, anchors } = page;
  const known = listUnknowns(report);
  const renderPracticeText = ({ id, name }: PracticeResult, text: string): string =>
    `${renderLink(renderStrong(`${name}:`), anchors.cards.get(id))} ${escapeMarkdownLines(text)}`;
  const renderPlaced = ({ practice, question }: PlacedQuestion): string =>
    renderPracticeText(practice, question.ask);
  const renderExcused = (each: PlacedQuestion): string =>
    `${renderPlaced(each)} (${escapeMarkdown(describeReason(each.question, model))})`;
  const renderStale = ({ practice, evidence }: StaleEvidence): string => {
    const details = [describeKindOfEvidence(evidence.kind, messages), formatDate(evidence, messages)].join(
      ', ',
    );
    return `${renderPracticeText(practice, evidence.what)} (${escapeMarkdown(details)})`;
  };
  const renderGroup = (title: string, items: readonly string[], about?: string): string[] =>
    items.length === 0
      ? []
      : [renderHeading(3, title), ...(about === undefined ? [] : [escapeMarkdown(about)]), renderList(items)];
  return [
    renderHeading(2, messages['report.unknowns']),
    renderList(listLimits(page).map(escapeMarkdown)),
    ...renderGroup(messages['report.dontKnow'], known.unknown.map(renderPlaced)),
    ...renderGroup(messages['report.leftOpen'], known.unanswered.map(renderPlaced)),
    ...renderGroup(messages['report.doesNotApply'], known.notApplicable.map(renderExcused)),
    ...renderGroup(messages['report.stale'], known.stale.map(renderStale), messages['report.staleAbout']),
    ...renderGroup(
      formatMessage(messages, 'report.unproven', { count: known.unproven.length }),
      known.unproven.map(renderPlaced),
    ),
  ];
};
