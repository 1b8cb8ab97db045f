import { sortWorstFirst } from '#domain/gate/check-report.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type Column, renderTable } from '#render/csv.ts';
import type { ReportRenderer, Table } from '#render/report/context.ts';
import { type Placed, findingColumns, makeGapColumns, questionColumns, reportColumns } from './columns.ts';
import { makeNameLookup } from '#render/report/phrases.ts';

/** Excel reads UTF-8 without it as the code page of the machine, and spoils every name with an accent. */
const byteOrderMark = '\ufeff';

function renderSheet<T>(columns: readonly Column<T>[], items: readonly T[], report: ReportDocument): string {
  const common = reportColumns.map(([name, value]): Column<T> => [name, () => value(report)]);
  return byteOrderMark + renderTable([...columns, ...common], items);
}

function listPractices({ elements }: ReportDocument): readonly Placed[] {
  return elements.flatMap((element) => element.practices.map((practice) => ({ element, practice })));
}

const sheets = {
  questions: (report) =>
    renderSheet(
      questionColumns,
      listPractices(report).flatMap((place) =>
        place.practice.questions.map((question) => ({ ...place, question })),
      ),
      report,
    ),
  gaps: (report) =>
    renderSheet(
      makeGapColumns(makeNameLookup(report)),
      report.gaps.map((gap) => ({
        gap,
        ...listPractices(report).find(({ practice }) => practice.id === gap.practice),
      })),
      report,
    ),
  findings: (report) => renderSheet(findingColumns, sortWorstFirst(report.findings), report),
} satisfies Record<Table, (report: ReportDocument) => string>;

/**
 * Renders a table of the report, for a spreadsheet or a program: a row for each question, gap or finding, the worst
 * findings first. The names of the columns, in `columns.ts`, are English in every language; columns of the whole
 * report close every row.
 *
 * Unknown values are empty cells, never 0; `state`, the coverages (0 to 1), `staleEvidenceCount`, `scope` and
 * `provisional` tell them apart. Numbers have the digits of the report. LibreOffice and pandas skip the byte order
 * mark in front, Python does with `utf-8-sig`.
 */
export const renderCsv: ReportRenderer = (report, { table }) => sheets[table](report);
