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

/** Matches text that a spreadsheet would convert to a number, date or time: `007`, `1e5`, `3-4`. */
const looksLikeNumber = /^[\d\s.,:/+\-%e\p{Sc}]*\d[\d\s.,:/+\-%e\p{Sc}]*$/iu;

function formatCell(value: Value, name: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  // `asOf` is a date and may be converted.
  return safeCell(looksLikeNumber.test(value) && name !== 'asOf' ? `'${value}` : value);
}

function writeTable<T>(columns: readonly Column<T>[], items: readonly T[], report: ReportDocument): string {
  const header = [...columns, ...reportColumns].map(([name]) => name);
  const rows = items.map((item) => [
    ...columns.map(([name, value]) => formatCell(value(item), name)),
    ...reportColumns.map(([name, value]) => formatCell(value(report), name)),
  ]);
  return `\ufeff${[header, ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`;
}

function listPractices({ elements }: ReportDocument): readonly Placed[] {
  return elements.flatMap((element) => element.practices.map((practice) => ({ element, practice })));
}

const sheets = {
  questions: (report) =>
    writeTable(
      questionColumns,
      listPractices(report).flatMap((place) =>
        place.practice.questions.map((question) => ({ ...place, question })),
      ),
      report,
    ),
  gaps: (report) =>
    writeTable(
      gapColumns(namesIn(report)),
      report.gaps.map((gap) => ({
        gap,
        ...listPractices(report).find(({ practice }) => practice.id === gap.practice),
      })),
      report,
    ),
  findings: (report) => writeTable(findingColumns, sortWorstFirst(report.findings), report),
} satisfies Record<Table, (report: ReportDocument) => string>;

/**
 * Renders a table of the report as CSV (RFC 4180): a row per question, gap or finding, the worst findings
 * first. The header is in English, whatever the language of the report, and is present without rows too. See
 * `csv/columns.ts` for the columns; those of the whole report end every row.
 *
 * An unknown value is an empty cell, never 0; `state`, the coverages (0..1), `staleEvidenceCount`, `scope`
 * and `provisional` explain it. Numbers have the digits of the report. Text that a spreadsheet would evaluate
 * or convert starts with an apostrophe.
 *
 * The text starts with a byte order mark: without it Excel decodes UTF-8 with the code page of the machine.
 * LibreOffice and pandas skip it, Python does with `utf-8-sig`.
 */
export const renderCsv: ReportRenderer = (report, { table }) => sheets[table](report);
