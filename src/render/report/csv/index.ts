import { sortWorstFirst } from '#domain/gate/check-report.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { safeCell } from '#render/escape.ts';
import type { ReportRenderer, Table } from '#render/report/context.ts';
import {
  type Column,
  type Placed,
  type Value,
  findingColumns,
  gapColumns,
  questionColumns,
  reportColumns,
} from './columns.ts';
import { namesIn } from '#render/report/phrases.ts';

/** A text that a spreadsheet would take for a number, a date or a time and change: `007`, `1e5`, `3-4`. */
const looksLikeNumber = /^[\d\s.,:/+\-%e\p{Sc}]*\d[\d\s.,:/+\-%e\p{Sc}]*$/iu;

function cell(value: Value, name: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  // A date of ours is one, and may become one.
  return safeCell(looksLikeNumber.test(value) && name !== 'asOf' ? `'${value}` : value);
}

function written<T>(columns: readonly Column<T>[], items: readonly T[], report: ReportDocument): string {
  const header = [...columns, ...reportColumns].map(([name]) => name);
  const rows = items.map((item) => [
    ...columns.map(([name, value]) => cell(value(item), name)),
    ...reportColumns.map(([name, value]) => cell(value(report), name)),
  ]);
  return `\ufeff${[header, ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`;
}

function placesIn({ elements }: ReportDocument): readonly Placed[] {
  return elements.flatMap((element) => element.practices.map((practice) => ({ element, practice })));
}

const sheets = {
  questions: (report) =>
    written(
      questionColumns,
      placesIn(report).flatMap((place) =>
        place.practice.questions.map((question) => ({ ...place, question })),
      ),
      report,
    ),
  gaps: (report) =>
    written(
      gapColumns(namesIn(report)),
      report.gaps.map((gap) => ({
        gap,
        ...placesIn(report).find(({ practice }) => practice.id === gap.practice),
      })),
      report,
    ),
  findings: (report) => written(findingColumns, sortWorstFirst(report.findings), report),
} satisfies Record<Table, (report: ReportDocument) => string>;

/**
 * A table of the report by RFC 4180, for a spreadsheet or a program: a row for each question, gap or finding; the
 * worst findings first.
 * The first row names the columns in English, whatever the language of the report, and is there without rows too.
 * What the columns are stands in `csv/columns.ts`; those of the whole report close every row.
 *
 * What is not known is an empty cell, never 0; `state`, the coverages (0 to 1), `staleEvidenceCount`, `scope` and
 * `provisional` say what it is. Numbers are numbers, with the digits of the report. A text that a spreadsheet would
 * compute or change has an apostrophe in front.
 *
 * A byte order mark stands first: without it Excel reads UTF-8 as the code page of the machine and spoils every
 * name with an accent. LibreOffice and pandas skip it, Python does with `utf-8-sig`.
 */
export const renderCsv: ReportRenderer = (report, { table }) => sheets[table](report);
