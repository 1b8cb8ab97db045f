import type { Perception, Voices } from '#domain/types/report.ts';
import { escapeLine } from '#render/escape.ts';
import { replaceSigns } from '#render/explain/conditions.ts';
import { makeNumberer } from '#render/report/backlog.ts';
import {
  type Column,
  type Page,
  bodyIndent,
  computeColumnWidths,
  renderTable,
} from '#render/report/text/page.ts';
import { formatGap, listSides, nameSide } from '#render/report/voices/perception.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';
import { listMarks } from '#render/report/wording/verdicts.ts';
import { renderAxis } from '#render/terminal/axis.ts';
import { renderDumbbell } from '#render/terminal/dumbbell.ts';
import { measureWidth, writeFlow } from '#render/terminal/layout.ts';
import { write } from '#render/terminal/paragraph.ts';
import { escapeAndWrap } from '#render/terminal/safe-wrap.ts';

/** Bounds of the chart, in columns. */
const shortestChart = 20;
const longestChart = 32;

/** Least width of the names in columns; below it, rows are stacked. */
const leastForNames = 20;

/** Names the numbers of a row: the score of each side, and the gap. */
function listNumbers(
  row: Perception,
  voices: Voices,
  { messages, theme }: Page,
): readonly (readonly [name: string, number: string])[] {
  return [
    ...listSides(voices).map(
      (side) => [nameSide(side, voices, messages), formatWholeScore(row[side], messages)] as const,
    ),
    [messages['voices.gap'], replaceSigns(formatGap(row.gap, messages), theme)],
  ];
}

function renderStackedRow(row: Perception, voices: Voices, page: Page): string[] {
  const { report, messages, theme, width, getName } = page;
  const space = width - bodyIndent - 2;
  const numbers = listNumbers(row, voices, page).map(([name, number]) => `${escapeLine(name)} ${number}`);
  return [
    ...write([makeNumberer(report, messages)({ id: row.id, name: getName(row.id) })], bodyIndent, width),
    ...[
      renderDumbbell(row, Math.min(longestChart, space), theme, listMarks(report.thresholds)),
      ...writeFlow(numbers, ', ', space),
    ].map((line) => ' '.repeat(bodyIndent + 2) + line),
  ];
}

/** Renders practices with a chart and a column per side, or below one another where that does not fit. */
export function renderDumbbells(rows: readonly Perception[], voices: Voices, page: Page): string[] {
  const { report, messages, theme, width, getName } = page;
  const number = makeNumberer(report, messages);
  const [first] = rows;
  if (first === undefined) return [];
  const numbers = listNumbers(first, voices, page).map(([heading]): Column => {
    return { heading, width: Math.max(4, measureWidth(escapeLine(heading))), align: 'right' };
  });
  const space = width - bodyIndent - 2 - computeColumnWidths(numbers);
  const chartWidth = Math.max(shortestChart, Math.min(longestChart, space - leastForNames));
  const nameWidth = space - chartWidth;
  if (nameWidth < leastForNames) return rows.flatMap((row) => renderStackedRow(row, voices, page));
  const columns = [
    { heading: '', width: nameWidth },
    { heading: renderAxis(chartWidth, report.thresholds, messages), width: chartWidth },
    ...numbers,
  ];
  const cells = rows.map((row) => [
    escapeAndWrap(number({ id: row.id, name: getName(row.id) }), nameWidth),
    [renderDumbbell(row, chartWidth, theme, listMarks(report.thresholds))],
    ...listNumbers(row, voices, page).map(([, text]) => [text]),
  ]);
  return renderTable(columns, cells, bodyIndent, page);
}
