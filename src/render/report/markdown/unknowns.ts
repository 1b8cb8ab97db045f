/** What the report cannot tell, and how much that could change. */
import { type PlacedQuestion, type StaleEvidence, listUnknowns } from '#domain/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import { formatWholeRange } from '#render/terminal/element-rows.ts';
import { safeMarkdown } from '#render/escape.ts';
import { describeKindOfEvidence } from '#render/report/labels.ts';
import { formatPercent } from '#render/report/numbers.ts';
import { formatDate, describeReason } from '#render/report/phrases.ts';
import { type Page, type Section, renderHeading, renderLabeled, list } from './parts.ts';

/** Lists the limits of the whole report. */
function listLimits({ report, words }: Page): string[] {
  const { summary, elements } = report;
  const known = listUnknowns(report);
  const whole = formatWholeRange(known.range, words);
  const hasOpen = known.unknown.length + known.unanswered.length > 0;
  return [
    ...(known.coverage === null
      ? []
      : [formatMessage(words, 'report.coverage', { percent: formatPercent(known.coverage) })]),
    ...(known.provisional ? [words['summary.provisional']] : []),
    ...(summary.scope === 'quick'
      ? [formatMessage(words, 'report.quickAbout', { asked: summary.asked, outOf: summary.outOf })]
      : []),
    ...(hasOpen ? [] : [words['report.nothingUnknown']]),
    ...(whole === undefined ? [] : [formatMessage(words, 'report.rangeAbout', whole)]),
    ...(known.range !== null && known.range.low === known.range.high ? [words['report.rangeNone']] : []),
    ...elements.flatMap(({ name: element, range }) => {
      const ends = formatWholeRange(range, words);
      return ends === undefined ? [] : [formatMessage(words, 'report.rangeElement', { element, ...ends })];
    }),
    ...(known.hasEvidence ? [] : [words['report.noEvidence']]),
    ...(known.hasSystem ? [] : [words['report.noSystem']]),
  ];
}

/** Renders everything that is unknown: for the whole report first, then question by question. */
export const unknownsSection: Section = (page) => {
  const { report, words, model } = page;
  const known = listUnknowns(report);
  const renderPlaced = ({ practice, question }: PlacedQuestion): string =>
    renderLabeled(practice.name, question.ask);
  const renderExcused = (each: PlacedQuestion): string =>
    `${renderPlaced(each)} (${safeMarkdown(describeReason(each.question, model))})`;
  const renderStale = ({ practice, evidence }: StaleEvidence): string => {
    const details = [describeKindOfEvidence(evidence.kind, words), formatDate(evidence, words)].join(', ');
    return `${renderLabeled(practice.name, evidence.what)} (${safeMarkdown(details)})`;
  };
  const renderGroup = (title: string, items: readonly string[], about?: string): string[] =>
    items.length === 0
      ? []
      : [renderHeading(3, title), ...(about === undefined ? [] : [safeMarkdown(about)]), list(items)];
  return [
    renderHeading(2, words['report.unknowns']),
    list(listLimits(page).map(safeMarkdown)),
    ...renderGroup(words['report.dontKnow'], known.unknown.map(renderPlaced)),
    ...renderGroup(words['report.leftOpen'], known.unanswered.map(renderPlaced)),
    ...renderGroup(words['report.doesNotApply'], known.notApplicable.map(renderExcused)),
    ...renderGroup(words['report.stale'], known.stale.map(renderStale), words['report.staleAbout']),
    ...renderGroup(
      formatMessage(words, 'report.unproven', { count: known.unproven.length }),
      known.unproven.map(renderPlaced),
    ),
  ];
};
