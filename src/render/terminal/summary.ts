import type { ElementResult, Move, ReportDocument } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { summarizeBecause, splitIntoSigns } from '#render/explain/conditions.ts';
import { type Canvas, renderBarLegend, renderElementRows, describeRange } from './element-rows.ts';
import { type Piece, write } from './paragraph.ts';
import { renderHeadline, describeOverall } from '#render/report/headline.ts';
import { renderMoveTitle, namesIn, describeScope } from '#render/report/phrases.ts';
import { describeMove } from '#render/report/labels.ts';
import { safeFlow } from './safe-wrap.ts';

/** What a summary needs beside the report. */
export interface SummaryContext extends Canvas {
  /** Files to name at the end: what each is and its path. */
  readonly files: readonly { readonly name: string; readonly path: string }[];
  /** Command that goes on with the questions left out of a quick audit. */
  readonly goOn?: string;
}

/** Columns that everything beneath a heading is indented by. */
const indent = 2;

/** Questions shown of a move to find out: the report has them all. */
const asksShown = 3;

/** One element with its bar, status and coverage, as the interview shows it after its last question. */
export function renderElement(element: ElementResult, context: SummaryContext): string {
  return renderElementRows([element], context).join('\n');
}

/** Whose result, the headline, and how much of it is not known. */
function headLines(report: ReportDocument, { width, theme, words }: SummaryContext): string[] {
  const title = formatMessage(words, 'summary.title', {
    organization: report.organization.name,
    date: report.asOf,
  });
  return [
    ...write([{ text: title, paint: theme.faint }], 0, width),
    '',
    ...write(
      renderHeadline(report, words).map((text) => ({ text, paint: theme.strong })),
      0,
      width,
    ),
    ...safeFlow(describeScope(report, words), ` ${theme.signs.dot} `, width).map(theme.faint),
    ...(report.summary.provisional
      ? write([{ text: words['summary.provisional'], paint: theme.bad }], 0, width)
      : []),
  ];
}

/** The overall score, where it could lie, and what the signs of the bars mean. */
function overallLines(report: ReportDocument, context: SummaryContext): string[] {
  const { width, theme, words } = context;
  return [
    ...safeFlow(
      [describeOverall(report, words), ...describeRange(report.summary.range, words)],
      ` ${theme.signs.dot} `,
      width,
    ),
    ...renderBarLegend(context),
  ];
}

/** The patterns that fit, one a line with what set it off. */
function patternLines(report: ReportDocument, { width, theme, words }: SummaryContext): string[] {
  const { patterns } = report;
  if (patterns.length === 0) return [];
  const items = patterns.map(({ name, because }): Piece => {
    const reasons = new Set(
      because.map((each) => splitIntoSigns(summarizeBecause(each, report, words), theme)),
    );
    return { text: `${name}: ${[...reasons].join(', ')}`, marker: `${theme.signs.dash} ` };
  });
  return [...write([{ text: words['report.patterns'], paint: theme.strong }, ...items], 0, width), ''];
}

/** What the respondent said of it before and after the questions. */
function openingLines({ opening }: ReportDocument, { width, words, theme }: SummaryContext): string[] {
  const lines = (
    [
      [words['summary.opening'], opening?.first],
      [words['summary.openingAgain'], opening?.again],
    ] as const
  ).flatMap(([label, text]) =>
    text === undefined || text.trim() === ''
      ? []
      : [...write([{ text: `${label}:`, paint: theme.faint }], 0, width), ...write([text], indent, width)],
  );
  return lines.length === 0 ? [] : [...lines, ''];
}

function moveLines(move: Move, index: number, report: ReportDocument, context: SummaryContext): string[] {
  const { width, theme, words } = context;
  const { recommendation, ask = [], attach = [] } = move;
  const title = renderMoveTitle(move, namesIn(report));
  const marker = `${index + 1}. `;
  const item = (text: string): Piece => ({ text, marker: `${theme.signs.dot} ` });
  const asks = ask
    .slice(0, asksShown)
    .map((each) =>
      item(
        formatMessage(words, 'summary.ask', { role: words[`role.${each.bestAnsweredBy}`], ask: each.ask }),
      ),
    );
  const more = ask.length - asksShown;
  return [
    ...write(
      [{ text: `${describeMove(move.move, words)}: ${title}`, marker, paint: theme.strong }],
      0,
      width,
    ),
    ...write(
      [
        { text: move.because, paint: theme.faint },
        ...(recommendation === undefined
          ? []
          : [
              recommendation.do,
              `${words['summary.firstStep']}: ${recommendation.days30}`,
              {
                text: formatMessage(words, 'summary.owner', {
                  owner: recommendation.owner,
                  effort: recommendation.effort,
                }),
                paint: theme.faint,
              },
            ]),
        ...asks,
        ...(more > 0
          ? [{ text: formatMessage(words, 'summary.more', { count: more }), paint: theme.faint }]
          : []),
        ...attach.map(({ what }) => item(formatMessage(words, 'summary.attach', { what }))),
      ],
      marker.length,
      width,
    ),
  ];
}

/** What to do first, and by name what comes after that. */
function planLines(report: ReportDocument, context: SummaryContext): string[] {
  const { width, theme, words } = context;
  const { now, next } = report.plan;
  if (now.length === 0) return write([words['summary.nothingToDo']], 0, width);
  const names = next.map(({ name }) => name).join(', ');
  return [
    ...write(
      [{ text: `${words['summary.do']} (${words['summary.doAtMost']})`, paint: theme.strong }],
      0,
      width,
    ),
    ...now.flatMap((move, index) => ['', ...moveLines(move, index, report, context)]),
    ...(next.length === 0
      ? []
      : [
          '',
          ...write([{ text: formatMessage(words, 'summary.then', { names }), paint: theme.faint }], 0, width),
        ]),
  ];
}

/** Where the result was written, and how a quick audit goes on. */
function footLines({ summary }: ReportDocument, { width, words, files, goOn }: SummaryContext): string[] {
  const named = files.map(({ name, path }) => `${name} ${path}`).join(', ');
  return [
    ...(files.length === 0 ? [] : ['', ...write([`${words['summary.files']}: ${named}`], 0, width)]),
    ...(goOn === undefined
      ? []
      : [
          ...write(
            [formatMessage(words, 'summary.goOn', { count: summary.outOf - summary.asked })],
            0,
            width,
          ),
          // A command is never broken: it is there to be copied.
          `  ${goOn}`,
        ]),
  ];
}

/** The result at a glance, for a terminal: reads in black and white, at any width from 20 columns. */
export function renderSummary(report: ReportDocument, context: SummaryContext): string {
  return [
    ...headLines(report, context),
    '',
    ...renderElementRows(report.elements, context),
    '',
    ...overallLines(report, context),
    '',
    ...patternLines(report, context),
    ...openingLines(report, context),
    ...planLines(report, context),
    ...footLines(report, context),
    '',
  ].join('\n');
}
