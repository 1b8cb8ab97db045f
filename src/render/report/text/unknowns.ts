import { type PlacedQuestion, whatIsNotKnown } from '#domain/not-known.ts';
import { say } from '#domain/messages.ts';
import { wholeRange } from '#render/terminal/element-rows.ts';
import { type Piece, write } from '#render/terminal/paragraph.ts';
import { kindInWords } from '#render/report/labels.ts';
import { percent } from '#render/report/numbers.ts';
import { dateInWords, reasonInWords } from '#render/report/phrases.ts';
import { type Page, bodyIndent, section } from './page.ts';

/** Coverage, the ranges of the whole and of each element, and what was not given at all. */
function limits({ report, words }: Page): string[] {
  const { coverage, provisional, range, hasEvidence, hasSystem } = whatIsNotKnown(report);
  const { scope, asked, outOf } = report.summary;
  const whole = wholeRange(range, words);
  return [
    ...(coverage === null ? [] : [say(words, 'report.coverage', { percent: percent(coverage) })]),
    ...(provisional ? [words['summary.provisional']] : []),
    ...(scope === 'quick' ? [say(words, 'report.quickAbout', { asked, outOf })] : []),
    ...(whole === undefined ? [] : [say(words, 'report.rangeAbout', whole)]),
    ...(range !== null && range.low === range.high ? [words['report.rangeNone']] : []),
    ...report.elements.flatMap(({ name: element, range: own }) => {
      const ends = wholeRange(own, words);
      return ends === undefined ? [] : [say(words, 'report.rangeElement', { element, ...ends })];
    }),
    ...(hasEvidence ? [] : [words['report.noEvidence']]),
    ...(hasSystem ? [] : [words['report.noSystem']]),
  ];
}

/** Everything that the report cannot say, question by question. */
export function unknownLines(page: Page): string[] {
  const { report, words, theme, width, model } = page;
  const known = whatIsNotKnown(report);
  const marker = `${theme.signs.dash} `;
  const item = ({ practice, question }: PlacedQuestion): Piece => ({
    text: `${practice.name}: ${question.ask}`,
    marker,
  });
  const beneath = (text: string): Piece => ({ text, marker: ' '.repeat(marker.length), paint: theme.faint });
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
      text: `${evidence.what} (${kindInWords(evidence.kind, words)}, ${dateInWords(evidence, words)})`,
      marker,
    },
    beneath(`${placed.practice.name}: ${placed.question.ask}`),
  ]);
  const notApplicable = known.notApplicable.flatMap((placed) => {
    const { question } = placed;
    return [item(placed), beneath(reasonInWords(question, model))];
  });
  return section(
    words['report.unknowns'],
    [
      write(limits(page), bodyIndent, width),
      list(words['report.dontKnow'], known.unknown.map(item)),
      list(words['report.leftOpen'], known.unanswered.map(item)),
      list(words['report.doesNotApply'], notApplicable),
      list(words['report.stale'], stale, words['report.staleAbout']),
      list(say(words, 'report.unproven', { count: known.unproven.length }), known.unproven.map(item)),
      known.unknown.length + known.unanswered.length === 0
        ? write([words['report.nothingUnknown']], bodyIndent, width)
        : [],
    ],
    page,
  );
}
