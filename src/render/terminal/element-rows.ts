/** Renders elements as rows: a bar, the three scores, status and range. */
import type { ElementResult, Range, ReportDocument } from '#domain/types/report.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import { renderAxis } from './axis.ts';
import { renderBar } from './bar.ts';
import { escapeLine, escapeCommands } from '#render/escape.ts';
import { writeFlow, padLeft, measureWidth } from './layout.ts';
import { describeStatus } from '#render/report/wording/labels.ts';
import { defineLenses, listBarSigns } from '#render/report/wording/lenses.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';
import { describeMarks, getVerdict, getVerdictBand, listMarks } from '#render/report/wording/verdicts.ts';
import { describeAnswered } from '#render/report/wording/answer-counts.ts';
import { getColumns, fill, escapeAndFlow, escapeAndWrap } from './safe-wrap.ts';
import type { Theme } from './theme.ts';

/** Settings for laying out text. */
export interface Canvas {
  /** Width in columns. */
  readonly width: number;
  readonly theme: Theme;
  readonly messages: Messages;
}

/** Scores of 0..100 through the three lenses; null = unknown. */
export type Scored = Pick<ElementResult, 'score' | 'declared' | 'shown'>;

/** Bounds of the bar in columns: a shorter one is unreadable, a longer one adds nothing. */
const shortestBar = 10;
const longestBar = 40;

/** Formats the ends of a range as whole numbers. Returns undefined if they are equal. */
export function formatWholeRange(
  range: Range,
  messages: Messages,
): { low: string; high: string } | undefined {
  if (range === null) return undefined;
  const [low, high] = [formatWholeScore(range.low, messages), formatWholeScore(range.high, messages)];
  return low === high ? undefined : { low, high };
}

/** Describes the range of a score as a list of one item, empty if the range is less than a point wide. */
export function describeRange(range: Range, messages: Messages): string[] {
  const whole = formatWholeRange(range, messages);
  return whole === undefined ? [] : [formatMessage(messages, 'summary.range', whole)];
}

/** Formats a score for a row: a dash if unknown. */
function formatCell(score: number | null, { theme, messages }: Canvas): string {
  return score === null ? theme.signs.dash : formatWholeScore(score, messages);
}

/** Lists the three scores with their labels, numbers aligned with those of the other rows. */
export function listLenses(
  { score, declared, shown }: Scored,
  canvas: Canvas,
  rows: readonly Scored[] = [],
): string[] {
  const { messages } = canvas;
  const number = (own: number | null, lens: keyof Scored): string =>
    padLeft(formatCell(own, canvas), Math.max(0, ...rows.map((row) => formatCell(row[lens], canvas).length)));
  return [
    `${number(score, 'score')} ${messages['summary.said']}`,
    ...(declared === null ? [] : [`${number(declared, 'declared')} ${messages['summary.declared']}`]),
    shown === null
      ? messages['summary.nothingShown']
      : `${number(shown, 'shown')} ${messages['summary.shown']}`,
  ].map(escapeLine);
}

/** Explains the characters of a bar. */
export function renderBarLegend(report: ReportDocument, { width, theme, messages }: Canvas): string[] {
  // Keep each sign on one line with its meaning.
  return escapeAndFlow(listBarSigns(report, theme.signs.bar, messages), '  ', width).map(theme.faint);
}

/** Defines the lenses of a report, a line each, and the lines on the bars. */
export function renderDefinitions(report: ReportDocument, { width, theme, messages }: Canvas): string[] {
  const definitions = defineLenses(report, messages).map(({ name, means }) => `${name}: ${means}`);
  return [...definitions, describeMarks(report.thresholds, messages)].flatMap((line) =>
    escapeAndWrap(line, width).map(theme.faint),
  );
}

/** Renders the legend of the bars and the definitions. */
export function renderKey(report: ReportDocument, canvas: Canvas): string[] {
  return [...renderBarLegend(report, canvas), ...renderDefinitions(report, canvas)];
}

/** Renders the status of an element with its sign. */
function renderStatus(element: ElementResult, { theme, messages }: Canvas): string {
  const verdict = getVerdict(element);
  const paint = {
    'in-place': theme.good,
    partial: theme.warn,
    missing: theme.missing,
    unknown: theme.bad,
  }[getVerdictBand(verdict)];
  return paint(escapeLine(`${theme.signs.verdicts[verdict]} ${describeStatus(element, messages)}`));
}

/** Lists status, number of answers and range of an element. */
function listFacts(element: ElementResult, canvas: Canvas): string[] {
  const { theme, messages } = canvas;
  return [
    renderStatus(element, canvas),
    ...[...describeAnswered(element, messages), ...describeRange(element.range, messages)].map((fact) =>
      theme.faint(escapeLine(fact)),
    ),
  ];
}

/** Renders elements as rows below an axis: name, bar and scores side by side if they fit, otherwise stacked. */
export function renderElementRows(
  { elements, thresholds }: Pick<ReportDocument, 'elements' | 'thresholds'>,
  canvas: Canvas,
): string[] {
  const { width, theme, messages } = canvas;
  const names = elements.map(({ name }) => escapeCommands(escapeLine(name).trim()));
  const nameWidth = Math.max(0, ...names.map((name) => getColumns(name)));
  const isStacked = nameWidth + 1 > width / 3;
  const indent = isStacked ? 2 : nameWidth + 1;
  const space = width - indent;
  const lenses = elements.map((element) => listLenses(element, canvas, elements));
  const lensWidth = Math.max(0, ...lenses.map((each) => measureWidth(each.join(', '))));
  const isBeside = space - lensWidth - 1 >= shortestBar;
  const barWidth = Math.min(longestBar, isBeside ? space - lensWidth - 1 : space);
  const marks = listMarks(thresholds);
  const rows = elements.flatMap((element, index) => {
    const bar = renderBar(element.score, element.shown, barWidth, theme, marks);
    const parts = [
      ...(isBeside
        ? [`${bar} ${lenses[index]?.join(', ')}`]
        : [bar, ...writeFlow(listLenses(element, canvas), ', ', space)]),
      ...writeFlow(listFacts(element, canvas), ` ${theme.signs.dot} `, space),
    ];
    const name = names[index] ?? '';
    const [first = '', ...further] = parts.map((row) => ' '.repeat(indent) + row);
    const title = name === '' ? [] : escapeAndWrap(name, width).map(theme.strong);
    return isStacked
      ? [...title, first, ...further]
      : [fill(theme.strong(name), indent) + first.slice(indent), ...further];
  });
  return [' '.repeat(indent) + theme.faint(renderAxis(barWidth, thresholds, messages)), ...rows];
}
