import { type PlacedQuestion, listUnknowns } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import { formatWholeRange } from '#render/terminal/element-rows.ts';
import { type Piece, write } from '#render/terminal/paragraph.ts';
import { describeKindOfEvidence } from '#render/report/wording/labels.ts';
import { formatPercent } from '#render/report/wording/numbers.ts';
import { formatDate, describeReason } from '#render/report/wording/phrases.ts';
import { type Page, bodyIndent, renderSection } from './page.ts';

/** Lists coverage, ranges and missing sources. */
function listLimits({ report, messages }: Page): string[] {
  const { coverage, provisional, range, hasEvidence, hasSystem } = listUnknowns(report);
  const { scope, asked, outOf } = report.summary;
  const whole = formatWholeRange(range, messages);
  return [
    ...(coverage === null
      ? []
      : [formatMessage(messages, 'report.coverage', { percent: formatPercent(coverage, messages) })]),
    ...(provisional ? [messages['summary.provisional']] : []),
    ...(scope === 'quick' ? [formatMessage(messages, 'report.quickAbout', { asked, outOf })] : []),
    ...(whole === undefined ? [] : [formatMessage(messages, 'report.rangeAbout', whole)]),
    ...(range !== null && range.low === range.high ? [messages['report.rangeNone']] : []),
    ...report.elements.flatMap(({ name: element, range: own }) => {
      const ends = formatWholeRange(own, messages);
      return ends === undefined ? [] : [formatMessage(messages, 'report.rangeElement', { element, ...ends })];
    }),
    ...(hasEvidence ? [] : [messages['report.noEvidence']]),
    ...(hasSystem ? [] : [messages['report.noSystem']]),
  ];
}

/** Renders everything that is unknown, by question. */
export function renderUnknownLines(page: Page): string[] {
  const { report, messages, theme, width, model } = page;
  const known = listUnknowns(report);
  const marker = `${theme.signs.dash} `;
  const makeItem = ({ practice, question }: PlacedQuestion): Piece => ({
    text: `${practice.name}: ${question.ask}`,
    marker,
  });
  const indentPiece = (text: string): Piece => ({
    text,
    marker: ' '.repeat(marker.length),
    paint: theme.faint,
  });
  const list = (title: string, pieces: readonly Piece[], about?: string): string[] => {
    if (pieces.length === 0) return [];
    const head = [
      { text: title, paint: theme.strong },
      ...(about === undefined ? [] : [{ text: about, paint: theme.faint }]),
    ];
    return write([...head, ...pieces], bodyIndent, width);
  };
  const stale = known.stale.flatMap(({ evidence, ...placed }) => [
    {
      text: `${evidence.what} (${describeKindOfEvidence(evidence.kind, messages)}, ${formatDate(evidence, messages)})`,
      marker,
    },
    indentPiece(`${placed.practice.name}: ${placed.question.ask}`),
  ]);
  const notApplicable = known.notApplicable.flatMap((placed) => {
    const { question } = placed;
    return [makeItem(placed), indentPiece(describeReason(question, model))];
  });
  return renderSection(
    messages['report.unknowns'],
    [
      write(listLimits(page), bodyIndent, width),
      list(messages['report.dontKnow'], known.unknown.map(makeItem)),
      list(messages['report.leftOpen'], known.unanswered.map(makeItem)),
      list(messages['report.doesNotApply'], notApplicable),
      list(messages['report.stale'], stale, messages['report.staleAbout']),
      list(
        formatMessage(messages, 'report.unproven', { count: known.unproven.length }),
        known.unproven.map(makeItem),
      ),
      known.unknown.length + known.unanswered.length === 0
        ? write([messages['report.nothingUnknown']], bodyIndent, width)
        : [],
    ],
    page,
  );
}
