import writeWorkbook, { type Row, type SheetData } from 'write-excel-file/node';
import { formatMessage } from '#domain/messages.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';
import { fontName, makeOfficeColors } from '#render/report/office/colors.ts';
import { listTrackedActions } from '#render/report/office/tracked-actions.ts';
import { writeFileTitle } from '#render/report/office/office-wording.ts';
import { describePlanGain } from '#render/report/wording/gain.ts';
import { listSurprise, renderHeadline } from '#render/report/wording/headline.ts';
import { describeSource } from '#render/report/wording/cover.ts';
import { describeLimits, describeMethod } from '#render/report/wording/phrases.ts';
import { addFilters } from './add-filters.ts';
import {
  listActionColumns,
  listAnswerColumns,
  listGapColumns,
  listGaps,
  listPlaced,
  progressColumn,
} from './sheets.ts';
import { type Column, makeCell, makeTable, measureRow } from './tables.ts';

/** Width of the sheet about the report, in characters. */
const aboutWidth = 100;

/** Names a sheet: at most 31 characters, without the signs that separate sheets from cells. */
function nameSheet(name: string, number: number): string {
  const safe = name.replaceAll(/[\\/?*[\]:']/g, ' ').trim();
  return safe === '' ? String(number) : safe.slice(0, 31);
}

/** Lists the values that the status of an action can have. */
function listProgress({ messages }: ReportContext): readonly string[] {
  return [
    messages['office.notStarted'],
    messages['office.inProgress'],
    messages['office.done'],
    messages['office.dropped'],
  ];
}

/** Makes the rows of the last sheet: the result, its limits, and the values of the status below each other. */
function makeAbout(report: ReportDocument, context: ReportContext): { rows: SheetData; firstValue: number } {
  const { messages, model, brand } = context;
  const { sources } = report;
  const title = writeFileTitle(report, messages);
  const lines = [
    ...renderHeadline(report, messages),
    ...listSurprise(report, messages),
    ...describePlanGain(report, messages),
    ...describeLimits(report, messages),
    ...sources.map((source) => describeSource(source, messages, context.isTechnical)),
    ...(brand.name === undefined ? [] : [formatMessage(messages, 'report.preparedBy', { name: brand.name })]),
    ...describeMethod(report, messages, model),
  ];
  const head = (text: string): Row => [{ ...makeCell(text), fontWeight: 'bold' }];
  const before = [
    head(title),
    ...lines.map((line): Row => [{ ...makeCell(line), height: measureRow([line], [aboutWidth]) }]),
    [],
    head(messages['office.progressList']),
  ];
  return {
    rows: [...before, ...listProgress(context).map((value): Row => [makeCell(value)])],
    firstValue: before.length + 1,
  };
}

/**
 * Renders a report as a workbook: the tracker of actions, with real dates and a status to choose, then answers and gaps,
 * each with filters, and what the report is about.
 */
export async function renderXlsx(report: ReportDocument, context: ReportContext): Promise<Uint8Array> {
  const { messages, brand } = context;
  const colors = makeOfficeColors(brand);
  const about = makeAbout(report, context);
  const name = (key: 'Actions' | 'Answers' | 'Gaps' | 'About', number: number): string =>
    nameSheet(messages[`office.sheet${key}`], number);
  const table = <T>(sheet: string, columns: readonly Column<T>[], items: readonly T[], frozen: number) => ({
    sheet,
    data: makeTable(columns, items, colors),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: frozen,
    orientation: 'landscape' as const,
  });
  const aboutSheet = name('About', 4);
  const actions = table(
    name('Actions', 1),
    listActionColumns(context),
    listTrackedActions(report, messages),
    3,
  );
  const answers = table(name('Answers', 2), listAnswerColumns(context), listPlaced(report), 0);
  const gaps = table(name('Gaps', 3), listGapColumns(report, context), listGaps(report), 2);
  const lastValue = about.firstValue + listProgress(context).length - 1;
  const filters = addFilters([
    {
      filter: actions.data,
      choice: {
        column: progressColumn,
        source: `'${aboutSheet}'!$A$${about.firstValue}:$A$${lastValue}`,
      },
    },
    { filter: answers.data },
    { filter: gaps.data },
    { filter: undefined },
  ]);
  return writeWorkbook(
    [
      actions,
      answers,
      gaps,
      {
        sheet: aboutSheet,
        data: about.rows,
        columns: [{ width: aboutWidth }],
        orientation: 'landscape',
        showGridLines: false,
      },
    ],
    { fontFamily: fontName, fontSize: 10, features: [filters] },
  ).toBuffer();
}
