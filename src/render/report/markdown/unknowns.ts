/** What the report cannot say, and how much that could change. */
import { type PlacedQuestion, type StaleEvidence, whatIsNotKnown } from '#domain/not-known.ts';
import { say } from '#domain/messages.ts';
import { wholeRange } from '#render/terminal/element-rows.ts';
import { safeMarkdown } from '#render/escape.ts';
import { kindInWords } from '#render/report/labels.ts';
import { percent } from '#render/report/numbers.ts';
import { dateInWords, reasonInWords } from '#render/report/phrases.ts';
import { type Page, type Section, heading, labelled, list } from './parts.ts';

/** Statements about the whole report. */
function limits({ report, words }: Page): string[] {
  const { summary, elements } = report;
  const known = whatIsNotKnown(report);
  const whole = wholeRange(known.range, words);
  const hasOpen = known.unknown.length + known.unanswered.length > 0;
  return [
    ...(known.coverage === null ? [] : [say(words, 'report.coverage', { percent: percent(known.coverage) })]),
    ...(known.provisional ? [words['summary.provisional']] : []),
    ...(summary.scope === 'quick'
      ? [say(words, 'report.quickAbout', { asked: summary.asked, outOf: summary.outOf })]
      : []),
    ...(hasOpen ? [] : [words['report.nothingUnknown']]),
    ...(whole === undefined ? [] : [say(words, 'report.rangeAbout', whole)]),
    ...(known.range !== null && known.range.low === known.range.high ? [words['report.rangeNone']] : []),
    ...elements.flatMap(({ name: element, range }) => {
      const ends = wholeRange(range, words);
      return ends === undefined ? [] : [say(words, 'report.rangeElement', { element, ...ends })];
    }),
    ...(known.hasEvidence ? [] : [words['report.noEvidence']]),
    ...(known.hasSystem ? [] : [words['report.noSystem']]),
  ];
}

/** Everything that is not known: of the whole first, then question by question. */
export const unknownsSection: Section = (page) => {
  const { report, words, model } = page;
  const known = whatIsNotKnown(report);
  const placed = ({ practice, question }: PlacedQuestion): string => labelled(practice.name, question.ask);
  const excused = (each: PlacedQuestion): string =>
    `${placed(each)} (${safeMarkdown(reasonInWords(each.question, model))})`;
  const aged = ({ practice, evidence }: StaleEvidence): string => {
    const details = [kindInWords(evidence.kind, words), dateInWords(evidence, words)].join(', ');
    return `${labelled(practice.name, evidence.what)} (${safeMarkdown(details)})`;
  };
  const group = (title: string, items: readonly string[], about?: string): string[] =>
    items.length === 0
      ? []
      : [heading(3, title), ...(about === undefined ? [] : [safeMarkdown(about)]), list(items)];
  return [
    heading(2, words['report.unknowns']),
    list(limits(page).map(safeMarkdown)),
    ...group(words['report.dontKnow'], known.unknown.map(placed)),
    ...group(words['report.leftOpen'], known.unanswered.map(placed)),
    ...group(words['report.doesNotApply'], known.notApplicable.map(excused)),
    ...group(words['report.stale'], known.stale.map(aged), words['report.staleAbout']),
    ...group(say(words, 'report.unproven', { count: known.unproven.length }), known.unproven.map(placed)),
  ];
};
