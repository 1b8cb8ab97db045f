/** Layout of the text rendering, shared by its sections. */
import type { Model } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';
import type { Canvas } from '#render/terminal/element-rows.ts';
import { escapeLine } from '#render/escape.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import { type Piece, write } from '#render/terminal/paragraph.ts';
import { fill, escapeAndWrap } from '#render/terminal/safe-wrap.ts';

/** A report with everything needed to render its sections. */
export interface Page extends Canvas {
  readonly report: ReportDocument;
  readonly model: Model | undefined;
  readonly context: ReportContext;
  /** Returns the name of an id of the report. */
  readonly getName: (id: string) => string;
}

/** A cell of a row, `width` columns wide. */
interface Cell {
  readonly lines: readonly string[];
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** A label with its value. */
export type Fact = readonly [label: string, value: string | readonly Piece[]];

/** Indentation of the body of a section, in columns. Text from people never starts at the left edge. */
export const bodyIndent = 2;

/** Columns between two cells. */
const gutter = 2;

/** Width in columns above which a label is wrapped. */
const widestLabel = 21;

/** Minimum width in columns for values beside their labels. */
const leastForColumns = 48;

/** Places cells side by side. */
function placeSideBySide(cells: readonly Cell[], indent: number): string[] {
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  const joinRow = (row: number): string =>
    cells.map(({ lines, width, align }) => fill(lines[row] ?? '', width, align)).join(' '.repeat(gutter));
  return Array.from({ length: height }, (_, row) => (' '.repeat(indent) + joinRow(row)).trimEnd());
}

/** A column of a table. */
export interface Column {
  readonly heading: string;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** Renders headings and rows. The lines of a cell must fit its column. An empty row becomes an empty line. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly (readonly string[])[])[],
  indent: number,
  { theme }: Canvas,
): string[] {
  const headings = columns.map(({ heading, width }) => escapeAndWrap(heading, width).map(theme.faint));
  return [headings, ...rows].flatMap((cells) =>
    cells.length === 0
      ? ['']
      : placeSideBySide(
          columns.map((column, index) => ({ ...column, lines: cells[index] ?? [] })),
          indent,
        ),
  );
}

/** Returns the total width of columns, including the space after each. */
export function computeColumnWidths(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width + gutter, 0);
}

/** Renders facts, each below its label. */
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
 * Renders facts beside their labels or, if they do not fit, below them. `labels` sets the width of the label
 * column, so that several lists align.
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
  const labelWidth = Math.min(
    widestLabel,
    Math.max(...labels.map((label) => measureWidth(escapeLine(label)))),
  );
  const space = width - indent - labelWidth - gutter;
  return rows.flatMap(([label, value]) =>
    placeSideBySide(
      [
        { lines: escapeAndWrap(label, labelWidth).map(theme.faint), width: labelWidth },
        { lines: write(typeof value === 'string' ? [value] : value, 0, space), width: space },
      ],
      indent,
    ),
  );
}

/** Renders a section with its title. Separates non-empty parts with an empty line. */
export function renderSection(title: string, parts: readonly (readonly string[])[], page: Canvas): string[] {
  const { width, theme } = page;
  const titles = escapeAndWrap(title, width);
  const rule = theme.signs.rule.repeat(Math.max(...titles.map((line) => measureWidth(line))));
  return [...titles.map(theme.strong), theme.faint(rule), ...joinApart(parts)];
}

/** Joins groups of lines with an empty line between non-empty groups. */
export function joinApart(groups: readonly (readonly string[])[]): string[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : ['', ...group]));
}
