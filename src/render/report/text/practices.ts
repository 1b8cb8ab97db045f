import { makeNumberer } from '#render/report/backlog.ts';
import { describeMap, getMapScores } from '#render/report/charts/map-scores.ts';
import { isAsked } from '#domain/answers/not-known.ts';
import type { PracticeResult } from '#domain/types/report.ts';
import { renderAxis } from '#render/terminal/axis.ts';
import { renderBar } from '#render/terminal/bar.ts';
import { type Scored, listLenses } from '#render/terminal/element-rows.ts';
import { escapeLine } from '#render/escape.ts';
import { writeFlow, measureWidth } from '#render/terminal/layout.ts';
import { write } from '#render/terminal/paragraph.ts';
import { writePracticesTitle } from '#render/report/wording/chart-titles.ts';
import { defineLenses } from '#render/report/wording/lenses.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';
import { getBand, listMarks } from '#render/report/wording/verdicts.ts';
import { getColumns, escapeAndWrap } from '#render/terminal/safe-wrap.ts';
import {
  type Column,
  type Page,
  bodyIndent,
  renderSection,
  renderTable,
  computeColumnWidths,
} from './page.ts';
import { renderChartTitle, renderLegendLines } from './scores.ts';

/** A row of the table: an element, a block or a practice. */
interface Row extends Scored {
  readonly name: string;
  /** Indentation of the name, in columns. */
  readonly depth: number;
  readonly isPractice: boolean;
}

/** Bounds of the bar, in columns. */
const shortestBar = 10;
const longestBar = 20;

/** Minimum width of the names in columns; below it, rows are stacked. */
const leastForNames = 24;

/** Lists every element, its blocks and their practices, in report order. */
function listRows({ report, messages }: Page): Row[] {
  const number = makeNumberer(report, messages);
  const makeRows = (practices: readonly PracticeResult[], depth: number): Row[] =>
    practices.map((practice) => ({
      ...practice,
      name: number(practice),
      declared: getMapScores(practice).declared,
      depth,
      isPractice: true,
    }));
  return report.elements.flatMap((element) => {
    const filterByBlock = (block: string | null): PracticeResult[] =>
      element.practices.filter((practice) => practice.block === block);
    const blocks = new Set(element.blocks.map(({ id }) => id));
    return [
      { ...element, depth: 0, isPractice: false },
      ...makeRows(
        element.practices.filter(({ block }) => block === null || !blocks.has(block)),
        2,
      ),
      ...element.blocks.flatMap((block) => [
        { ...block, depth: 2, isPractice: false },
        ...makeRows(filterByBlock(block.id), 4),
      ]),
    ];
  });
}

function renderStackedRow(row: Row, { report, width, theme, messages }: Page): string[] {
  const indent = bodyIndent + row.depth;
  const space = width - indent - 2;
  const lenses = writeFlow(listLenses(row, { width, theme, messages }), ', ', space);
  return [
    ...write([{ text: row.name, paint: row.isPractice ? (line) => line : theme.strong }], indent, width),
    ...[
      renderBar(row.score, row.shown, Math.min(longestBar, space), theme, listMarks(report.thresholds)),
      ...lenses,
    ].map((line) => ' '.repeat(indent + 2) + line),
  ];
}

/**
 * Renders rows with a bar and a column per lens of the report. Returns undefined if the rows do not fit.
 */
function renderColumnRows(rows: readonly Row[], page: Page): string[] | undefined {
  const { report, width, theme, messages } = page;
  const lenses = defineLenses(report, messages);
  const numbers = lenses.map(({ name: heading }): Column => {
    return { heading, width: Math.max(4, measureWidth(escapeLine(heading))), align: 'right' };
  });
  const space = width - bodyIndent - 2 - computeColumnWidths(numbers);
  const longestName = Math.max(...rows.map(({ name, depth }) => getColumns(escapeLine(name)) + depth));
  const barWidth = Math.max(shortestBar, Math.min(longestBar, space - longestName));
  const nameWidth = Math.min(longestName, space - barWidth);
  if (space - barWidth < leastForNames) return undefined;
  const marks = listMarks(report.thresholds);
  const cells = rows.flatMap(({ name, depth, isPractice, ...scored }, index) => {
    const names = escapeAndWrap(name, nameWidth - depth).map(
      (line) => ' '.repeat(depth) + (isPractice ? line : theme.strong(line)),
    );
    const scores = lenses.map(({ lens }) => {
      const score = scored[lens === 'said' ? 'score' : lens];
      if (score === null) return [theme.signs.dash];
      const number = formatWholeScore(score, messages);
      const isMissing = getBand(score, report.thresholds) === 'missing';
      return [isMissing ? theme.missing(`${theme.signs.verdicts.missing} ${number}`) : number];
    });
    const row = [names, [renderBar(scored.score, scored.shown, barWidth, theme, marks)], ...scores];
    return depth === 0 && index > 0 ? [[], row] : [row];
  });
  const axis = renderAxis(barWidth, report.thresholds, messages);
  const columns = [{ heading: '', width: nameWidth }, { heading: axis, width: barWidth }, ...numbers];
  return renderTable(columns, cells, bodyIndent, page);
}

/** Renders every practice with a bar and its scores, grouped by element and block. */
export function renderPracticeLines(page: Page): string[] {
  const { messages, width, theme } = page;
  const rows = listRows(page);
  const practices = page.report.elements.flatMap((element) => element.practices);
  const words = [
    messages['report.unknownScore'],
    ...(practices.every((practice) => isAsked([practice])) ? [] : [messages['status.notAsked']]),
  ];
  const unknown = `${theme.signs.dash} ${words.join(', ')}`;
  const hasUnknown = rows.some(({ score, shown }) => score === null || shown === null);
  return renderSection(
    messages['report.practices'],
    [
      renderChartTitle(writePracticesTitle(page.report, messages), page),
      renderColumnRows(rows, page) ?? rows.flatMap((row) => renderStackedRow(row, page)),
      [
        ...renderLegendLines(page),
        ...write(
          describeMap(page.report, messages).map((text) => ({ text, paint: theme.faint })),
          bodyIndent,
          width,
        ),
        ...(hasUnknown ? write([{ text: unknown, paint: theme.faint }], bodyIndent, width) : []),
      ],
    ],
    page,
  );
}
