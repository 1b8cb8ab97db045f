/** What the parts of the text rendering are laid out with. */
import type { Model } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Canvas } from '#render/terminal/element-rows.ts';
import { safeLine } from '#render/escape.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import { type Piece, write } from '#render/terminal/paragraph.ts';
import { fill, safeWrap } from '#render/terminal/safe-wrap.ts';

/** A report with everything that its parts are written with. */
export interface Page extends Canvas {
  readonly report: ReportDocument;
  readonly model: Model | undefined;
  /** Name behind an id of the report. */
  readonly nameOf: (id: string) => string;
}

/** Lines beside others in a row, in a column of `width` columns. */
interface Cell {
  readonly lines: readonly string[];
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** A label with what stands behind it. */
export type Fact = readonly [label: string, value: string | readonly Piece[]];

/** Columns that the body of a section is indented by. Text of people never stands at the left edge. */
export const bodyIndent = 2;

/** Columns between two cells of a row. */
const gutter = 2;

/** A label longer than this is broken into lines itself. */
const widestLabel = 16;

/** A fact stands beside its label where at least this much is left for both. */
const leastForColumns = 48;

/** Cells side by side, each row of lines as wide as its cells. */
function beside(cells: readonly Cell[], indent: number): string[] {
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  const rowOf = (row: number): string =>
    cells.map(({ lines, width, align }) => fill(lines[row] ?? '', width, align)).join(' '.repeat(gutter));
  return Array.from({ length: height }, (_, row) => (' '.repeat(indent) + rowOf(row)).trimEnd());
}

/** A column of a table: as wide as its heading and what it holds. */
export interface Column {
  readonly heading: string;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** Headings and rows; each cell is lines that fit its column. An empty row stays an empty line. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly (readonly string[])[])[],
  indent: number,
  { theme }: Canvas,
): string[] {
  const headings = columns.map(({ heading, width }) => safeWrap(heading, width).map(theme.faint));
  return [headings, ...rows].flatMap((cells) =>
    cells.length === 0
      ? ['']
      : beside(
          columns.map((column, index) => ({ ...column, lines: cells[index] ?? [] })),
          indent,
        ),
  );
}

/** Width of columns side by side, with what stands between them and before the next. */
export function computeColumnWidths(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width + gutter, 0);
}

/** Facts, each beneath its label. */
export function renderStackedFacts(
  rows: readonly Fact[],
  indent: number,
  { width, theme }: Canvas,
): string[] {
  return rows.flatMap(([label, value]) => [
    ...write([{ text: label, paint: theme.faint }], indent, width),
    ...write(typeof value === 'string' ? [value] : value, indent + 2, width),
  ]);
}

/**
 * Facts with their labels in a column beside them; where there is no room, each beneath its label. `labels` are
 * those that the column has room for, so that the facts of several lists can stand beneath each other.
 */
export function listFacts(
  rows: readonly Fact[],
  indent: number,
  canvas: Canvas,
  labels: readonly string[] = rows.map(([label]) => label),
): string[] {
  const { width, theme } = canvas;
  if (rows.length === 0) return [];
  if (width - indent < leastForColumns) return renderStackedFacts(rows, indent, canvas);
  const labelWidth = Math.min(widestLabel, Math.max(...labels.map((label) => measureWidth(safeLine(label)))));
  const room = width - indent - labelWidth - gutter;
  return rows.flatMap(([label, value]) =>
    beside(
      [
        { lines: safeWrap(label, labelWidth).map(theme.faint), width: labelWidth },
        { lines: write(typeof value === 'string' ? [value] : value, 0, room), width: room },
      ],
      indent,
    ),
  );
}

/** A section under its title; the parts that have lines stand apart from each other. */
export function section(title: string, parts: readonly (readonly string[])[], page: Canvas): string[] {
  const { width, theme } = page;
  const titles = safeWrap(title, width);
  const rule = theme.signs.rule.repeat(Math.max(...titles.map((line) => measureWidth(line))));
  return [...titles.map(theme.strong), theme.faint(rule), ...joinApart(parts)];
}

/** Groups of lines with an empty line between each two that have any. */
export function joinApart(groups: readonly (readonly string[])[]): string[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : ['', ...group]));
}
