/** The elements as rows with a bar: what was said, is declared and can be shown, their status and range. */
import type { ElementResult, Range } from '#domain/types/report.ts';
import { type Words, formatMessage } from '#domain/messages.ts';
import { renderBar } from './bar.ts';
import { safeLine, withoutCommands } from '#render/escape.ts';
import { writeFlow, padLeft, measureWidth } from './layout.ts';
import { describeStatus } from '#render/report/labels.ts';
import { formatPercent, formatWholeScore } from '#render/report/numbers.ts';
import { getColumns, fill, safeFlow, safeWrap } from './safe-wrap.ts';
import type { Theme } from './theme.ts';

/** What text is laid out with. */
export interface Canvas {
  /** Columns to lay out in. */
  readonly width: number;
  readonly theme: Theme;
  readonly words: Words;
}

/** Something with scores of 0 to 100 in the three lenses; null is not known. */
export type Scored = Pick<ElementResult, 'score' | 'declared' | 'shown'>;

/** A bar shorter than this says nothing; one longer than `longestBar` says no more. */
const shortestBar = 10;
const longestBar = 40;

/** The ends of a range as people are shown them; undefined where nothing moves the score by a whole point. */
export function formatWholeRange(range: Range, words: Words): { low: string; high: string } | undefined {
  if (range === null) return undefined;
  const [low, high] = [formatWholeScore(range.low, words), formatWholeScore(range.high, words)];
  return low === high ? undefined : { low, high };
}

/** Where a score could lie, as a list of one; empty where nothing moves it by a whole point. */
export function describeRange(range: Range, words: Words): string[] {
  const whole = formatWholeRange(range, words);
  return whole === undefined ? [] : [formatMessage(words, 'summary.range', whole)];
}

/** A score as a row shows it: a dash where it is not known. */
function inRow(score: number | null, { theme, words }: Canvas): string {
  return score === null ? theme.signs.dash : formatWholeScore(score, words);
}

/** Three scores in words; each number as wide as the widest of those of its lens that stand above or below it. */
export function listLenses(
  { score, declared, shown }: Scored,
  canvas: Canvas,
  rows: readonly Scored[] = [],
): string[] {
  const { words } = canvas;
  const number = (own: number | null, lens: keyof Scored): string =>
    padLeft(inRow(own, canvas), Math.max(0, ...rows.map((row) => inRow(row[lens], canvas).length)));
  return [
    `${number(score, 'score')} ${words['summary.said']}`,
    ...(declared === null ? [] : [`${number(declared, 'declared')} ${words['summary.declared']}`]),
    shown === null ? words['summary.nothingShown'] : `${number(shown, 'shown')} ${words['summary.shown']}`,
  ].map(safeLine);
}

/** What the signs of a bar mean. */
export function renderBarLegend({ width, theme, words }: Canvas): string[] {
  const { shown, said, rest } = theme.signs.bar;
  const legend = formatMessage(words, 'summary.legend', { shown, said, rest });
  // The signs stay with what they mean: two spaces stand between one and the next.
  return safeFlow(legend.split('  '), '  ', width).map(theme.faint);
}

/** Status, coverage and range of an element, in parts. */
function factsOf({ status, coverage, range }: ElementResult, { theme, words }: Canvas): string[] {
  const paint = status === 'in-place' ? theme.good : status === 'partial' ? theme.accent : theme.bad;
  return [
    paint(safeLine(describeStatus(status, words))),
    ...[
      ...(coverage === null
        ? []
        : [formatMessage(words, 'summary.answered', { percent: formatPercent(coverage) })]),
      ...describeRange(range, words),
    ].map((fact) => theme.faint(safeLine(fact))),
  ];
}

/** Elements as rows: name, bar and scores side by side where there is room, beneath each other where not. */
export function renderElementRows(elements: readonly ElementResult[], canvas: Canvas): string[] {
  const { width, theme } = canvas;
  const names = elements.map(({ name }) => withoutCommands(safeLine(name).trim()));
  const nameWidth = Math.max(0, ...names.map((name) => getColumns(name)));
  const isStacked = nameWidth + 1 > width / 3;
  const indent = isStacked ? 2 : nameWidth + 1;
  const room = width - indent;
  const lenses = elements.map((element) => listLenses(element, canvas, elements));
  const lensWidth = Math.max(0, ...lenses.map((each) => measureWidth(each.join(', '))));
  const isBeside = room - lensWidth - 1 >= shortestBar;
  const barWidth = Math.min(longestBar, isBeside ? room - lensWidth - 1 : room);
  return elements.flatMap((element, index) => {
    const bar = renderBar(element.score, element.shown, barWidth, theme);
    const rows = [
      ...(isBeside
        ? [`${bar} ${lenses[index]?.join(', ')}`]
        : [bar, ...writeFlow(listLenses(element, canvas), ', ', room)]),
      ...writeFlow(factsOf(element, canvas), ` ${theme.signs.dot} `, room),
    ];
    const name = names[index] ?? '';
    const [first = '', ...further] = rows.map((row) => ' '.repeat(indent) + row);
    return isStacked
      ? [...safeWrap(name, width).map(theme.strong), first, ...further]
      : [fill(theme.strong(name), indent) + first.slice(indent), ...further];
  });
}
