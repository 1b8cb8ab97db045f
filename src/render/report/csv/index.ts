import { sortWorstFirst } from '#domain/gate/check-report.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type Column, renderTable } from '#render/csv.ts';
import type { ReportRenderer, Separator, Table } from '#render/report/context.ts';
import { type Placed, findingColumns, makeGapColumns, questionColumns, reportColumns } from './columns.ts';
import { listGroupVoices, listPerceptions, perceptionColumns, voiceColumns } from './voice-columns.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';

function renderSheet<T>(
  columns: readonly Column<T>[],
  items: readonly T[],
  report: ReportDocument,
  separator: Separator,
): string {
  const common = reportColumns.map(([name, value]): Column<T> => [name, () => value(report)]);
  return renderTable([...columns, ...common], items, separator);
}

function listPractices({ elements }: ReportDocument): readonly Placed[] {
  return elements.flatMap((element) => element.practices.map((practice) => ({ element, practice })));
}

const sheets = {
  questions: (report, separator) =>
    renderSheet(
      questionColumns,
      listPractices(report).flatMap((place) =>
        place.practice.questions.map((question) => ({ ...place, question })),
      ),
      report,
      separator,
    ),
  gaps: (report, separator) =>
    renderSheet(
      makeGapColumns(makeNameLookup(report)),
      report.gaps.map((gap) => ({
        gap,
        ...listPractices(report).find(({ practice }) => practice.id === gap.practice),
      })),
      report,
      separator,
    ),
  findings: (report, separator) =>
    renderSheet(findingColumns, sortWorstFirst(report.findings), report, separator),
  voices: (report, separator) => renderSheet(voiceColumns, listGroupVoices(report), report, separator),
  perception: (report, separator) =>
    renderSheet(perceptionColumns, listPerceptions(report), report, separator),
} satisfies Record<Table, (report: ReportDocument, separator: Separator) => string>;

/**
 * Renders a table of the report, for a spreadsheet or a program: a row for each question, gap or finding, the worst
 * findings first; of several respondents also for each question and group, and for each practice. The names of the columns, in `columns.ts`, are English in every language; columns of the whole
 * report close every row.
 *
 * Unknown values are empty cells, never 0; `state`, the coverages (0 to 1), `staleEvidenceCount`, `scope` and
 * `provisional` tell them apart. Numbers have the digits of the report.
 */
export const renderCsv: ReportRenderer = (report, { table, separator }) => sheets[table](report, separator);
