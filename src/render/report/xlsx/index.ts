import writeWorkbook from 'write-excel-file/node';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';
import { fontName, makeOfficeColors } from '#render/report/office/colors.ts';
import { listTrackedActions } from '#render/report/office/tracked-actions.ts';
import { sortByGap } from '#render/report/voices/perception.ts';
import { aboutWidth, listProgress, makeAbout } from './about-sheet.ts';
import { listCommentColumns, listComments } from './commentary-sheet.ts';
import { type SheetTools, addSheetTools } from './sheet-tools.ts';
import {
  listActionColumns,
  listAnswerColumns,
  listGapColumns,
  listGaps,
  listPlaced,
  progressColumn,
} from './sheets.ts';
import { type Column, makeTable } from './tables.ts';
import { listAnswered, listAnsweredColumns, listPerceptionColumns } from './voice-sheets.ts';

/** Names a sheet: at most 31 characters, without the signs that separate sheets from cells. */
function nameSheet(name: string, number: number): string {
  const safe = name.replaceAll(/[\\/?*[\]:']/g, ' ').trim();
  return safe === '' ? String(number) : safe.slice(0, 31);
}

/** A sheet with what it has besides its cells. */
interface SheetParts {
  readonly sheet: Parameters<typeof writeWorkbook>[0] extends readonly (infer Sheet)[] ? Sheet : never;
  readonly tools: SheetTools;
}

/** How a table becomes a sheet. */
interface TableLayout {
  /** Number of the first columns that stay in sight. */
  readonly frozen: number;
  /** Number of the first columns that are printed; all of them by default. */
  readonly printed?: number;
  readonly choice?: SheetTools['choice'];
}

/**
 * Renders a report as a workbook: the tracker of actions, with real dates and a status to choose, then answers and gaps,
 * for several respondents how each role sees the practices and what each group answered, the commentary, all with filters,
 * and what the report is about.
 */
export async function renderXlsx(report: ReportDocument, context: ReportContext): Promise<Uint8Array> {
  const { messages, brand } = context;
  const colors = makeOfficeColors(brand);
  const about = makeAbout(report, context);
  const makeSheet = <T>(
    name: string,
    columns: readonly Column<T>[],
    items: readonly T[],
    { frozen, printed, choice }: TableLayout,
  ): SheetParts => {
    const data = makeTable(columns, items, colors);
    return {
      sheet: {
        sheet: name,
        data,
        columns: columns.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
        stickyColumnsCount: frozen,
        orientation: 'landscape',
      },
      tools: {
        name,
        filter: data,
        printed: printed ?? columns.length,
        ...(choice !== undefined && { choice }),
      },
    };
  };
  const { voices } = report;
  const comments = listComments(report, context);
  const aboutSheet = nameSheet(messages['office.sheetAbout'], 7);
  const lastValue = about.firstValue + listProgress(context).length - 1;
  const sheets: readonly SheetParts[] = [
    makeSheet(
      nameSheet(messages['office.sheetActions'], 1),
      listActionColumns(context),
      listTrackedActions(report, messages),
      {
        frozen: 3,
        printed: progressColumn + 1,
        choice: {
          column: progressColumn,
          source: `'${aboutSheet}'!$A$${about.firstValue}:$A$${lastValue}`,
        },
      },
    ),
    makeSheet(nameSheet(messages['office.sheetAnswers'], 2), listAnswerColumns(context), listPlaced(report), {
      frozen: 0,
      printed: 7,
    }),
    makeSheet(nameSheet(messages['office.sheetGaps'], 3), listGapColumns(report, context), listGaps(report), {
      frozen: 2,
      printed: 11,
    }),
    ...(voices === undefined
      ? []
      : [
          makeSheet(
            nameSheet(messages['office.sheetPerception'], 4),
            listPerceptionColumns(report, voices, context),
            sortByGap(voices.practices),
            { frozen: 1 },
          ),
          makeSheet(
            nameSheet(messages['office.sheetVoices'], 5),
            listAnsweredColumns(context),
            listAnswered(report, voices, context),
            { frozen: 0, printed: 13 },
          ),
        ]),
    ...(comments.length === 0
      ? []
      : [
          makeSheet(nameSheet(messages['commentary.title'], 6), listCommentColumns(context), comments, {
            frozen: 1,
          }),
        ]),
    {
      sheet: {
        sheet: aboutSheet,
        data: about.rows,
        columns: [{ width: aboutWidth }],
        orientation: 'landscape',
        showGridLines: false,
      },
      tools: { name: aboutSheet, filter: undefined },
    },
  ];
  return writeWorkbook(
    sheets.map(({ sheet }) => sheet),
    { fontFamily: fontName, fontSize: 10, features: [addSheetTools(sheets.map(({ tools }) => tools))] },
  ).toBuffer();
}
