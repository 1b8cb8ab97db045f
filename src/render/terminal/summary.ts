import type { Move, ReportDocument } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { replaceSigns, summarizePatternReason } from '#render/explain/conditions.ts';
import { choosePatterns } from '#render/report/wording/pattern-phrases.ts';
import { type Canvas, describeRange, renderElementRows, renderKey } from './element-rows.ts';
import { type Piece, write } from './paragraph.ts';
import { describeTask, listMissingProofs, listMoveFacts } from '#render/report/wording/actions.ts';
import { formatDay } from '#domain/format-day.ts';
import { formatLimit, writeDates } from '#render/report/wording/recommendations.ts';
import { renderHeadline, describeOverall, listSurprise } from '#render/report/wording/headline.ts';
import {
  describeNoPlan,
  renderMoveTitle,
  makeNameLookup,
  describeScope,
} from '#render/report/wording/phrases.ts';
import { describeMove } from '#render/report/wording/labels.ts';
import { escapeAndFlow } from './safe-wrap.ts';

/** Settings of a summary. */
export interface SummaryContext extends Canvas {
  /** Files that were written: what each is and its path. */
  readonly files: readonly { readonly name: string; readonly path: string }[];
  /** Command that continues a quick audit with the remaining questions. */
  readonly goOn?: string;
  /** Command that opens the page. */
  readonly open?: string;
}

/** Indentation below a heading, in columns. */
const indent = 2;

/** Number of questions listed under a move to find out. The report lists all. */
const asksShown = 3;

/** Renders the organization, the headline and how much is unknown. */
function renderHead(report: ReportDocument, { width, theme, messages }: SummaryContext): string[] {
  const title = formatMessage(messages, 'summary.title', {
    organization: report.organization.name,
    date: formatDay(report.asOf, messages),
  });
  const surprise = listSurprise(report, messages).map((text) => replaceSigns(text, theme));
  const headline = renderHeadline(report, messages).map((text) => ({ text, paint: theme.strong }));
  return [
    ...write([{ text: title, paint: theme.faint }], 0, width),
    '',
    ...write([...headline, ...listMissingProofs(report, messages), ...surprise], 0, width),
    ...write([{ text: describeScope(report, messages).join(' '), paint: theme.faint }], 0, width),
    ...(report.summary.provisional
      ? write([{ text: messages['summary.provisional'], paint: theme.bad }], 0, width)
      : []),
  ];
}

/** Renders the overall score, its range and the legend of the bars. */
function renderOverall(report: ReportDocument, context: SummaryContext): string[] {
  const { width, theme, messages } = context;
  return [
    ...escapeAndFlow(
      [describeOverall(report, messages), ...describeRange(report.summary.range, messages)],
      ` ${theme.signs.dot} `,
      width,
    ),
    ...renderKey(report, context),
  ];
}

/** Renders the matching patterns, one per line with the reasons. */
function renderPatterns(report: ReportDocument, { width, theme, messages }: SummaryContext): string[] {
  const { shown, rest } = choosePatterns(report, messages);
  if (shown.length === 0) return [];
  const items = shown.map(({ name, because }): Piece => {
    // Two questions of a practice with the same label read the same.
    const reasons = new Set(
      because.map((reason) => replaceSigns(summarizePatternReason(reason, report, messages), theme)),
    );
    return { text: `${name}: ${[...reasons].join(' ')}`, marker: `${theme.signs.dash} ` };
  });
  const more = rest === undefined ? [] : [{ text: rest, paint: theme.faint }];
  const title = { text: messages['report.patterns'], paint: theme.strong };
  return [...write([title, ...items, ...more], 0, width), ''];
}

/** Renders what the respondent said before and after the questions. */
function renderOpening({ opening }: ReportDocument, { width, messages, theme }: SummaryContext): string[] {
  const voices = [
    [messages['summary.opening'], opening?.first],
    [messages['summary.openingAgain'], opening?.again],
  ] as const;
  const lines = voices.flatMap(([label, text]) =>
    text === undefined || text.trim() === ''
      ? []
      : [...write([{ text: `${label}:`, paint: theme.faint }], 0, width), ...write([text], indent, width)],
  );
  return lines.length === 0 ? [] : [...lines, ''];
}

function renderMove(move: Move, index: number, report: ReportDocument, context: SummaryContext): string[] {
  const { width, theme, messages } = context;
  const { recommendation, ask = [], attach = [] } = move;
  const title = renderMoveTitle(move, makeNameLookup(report));
  const marker = `${index + 1}. `;
  const makeItem = (text: string): Piece => ({ text, marker: `${theme.signs.dot} ` });
  const asks = ask.slice(0, asksShown).map((each) =>
    makeItem(
      formatMessage(messages, 'summary.ask', {
        role: messages[`role.${each.bestAnsweredBy}`],
        ask: each.ask,
      }),
    ),
  );
  const more = ask.length - asksShown;
  return [
    ...write(
      [{ text: `${describeMove(move.move, messages)}: ${title}`, marker, paint: theme.strong }],
      0,
      width,
    ),
    ...write(
      [
        { text: move.because, paint: theme.faint },
        describeTask(move, messages),
        ...(recommendation === undefined
          ? listMoveFacts(move, report.asOf, messages).map(([label, text]) => `${label}: ${text}`)
          : [
              `${formatLimit(30, report.asOf, messages)}: ${writeDates(recommendation.days30, report.asOf, messages)}`,
              {
                text: formatMessage(messages, 'summary.owner', {
                  owner: recommendation.owner,
                  effort: recommendation.effort,
                }),
                paint: theme.faint,
              },
            ]),
        ...asks,
        ...(more > 0
          ? [{ text: formatMessage(messages, 'summary.more', { count: more }), paint: theme.faint }]
          : []),
        ...attach.map(({ what }) => makeItem(formatMessage(messages, 'summary.attach', { what }))),
      ],
      marker.length,
      width,
    ),
  ];
}

/** Renders what to do first, and the names of the next moves. */
function renderPlan(report: ReportDocument, context: SummaryContext): string[] {
  const { width, theme, messages } = context;
  const { now, next } = report.plan;
  if (now.length === 0) return write([describeNoPlan(report, messages)], 0, width);
  const names = next.map(({ name }) => name).join(', ');
  const then = formatMessage(messages, 'summary.then', { names });
  return [
    ...write(
      [{ text: `${messages['summary.do']} (${messages['summary.doAtMost']})`, paint: theme.strong }],
      0,
      width,
    ),
    ...now.flatMap((move, index) => ['', ...renderMove(move, index, report, context)]),
    ...(next.length === 0 ? [] : ['', ...write([{ text: then, paint: theme.faint }], 0, width)]),
  ];
}

/** Renders the files that were written, how to continue a quick audit and how to open the page. */
function renderFoot({ summary }: ReportDocument, context: SummaryContext): string[] {
  const { width, messages, files, goOn, open } = context;
  const named = files.map(({ name, path }) => `${name} ${path}`).join(', ');
  const left = formatMessage(messages, 'summary.goOn', { count: summary.outOf - summary.asked });
  return [
    ...(files.length === 0 ? [] : ['', ...write([`${messages['summary.files']}: ${named}`], 0, width)]),
    // A command is never wrapped, so that it can be copied.
    ...(goOn === undefined ? [] : [...write([left], 0, width), `  ${goOn}`]),
    ...(open === undefined ? [] : [...write([messages['summary.open']], 0, width), `  ${open}`]),
  ];
}

/** Renders the result at a glance for a terminal. Readable without color, from 20 columns. */
export function renderSummary(report: ReportDocument, context: SummaryContext): string {
  return [
    ...renderHead(report, context),
    '',
    ...renderElementRows(report, context),
    '',
    ...renderOverall(report, context),
    '',
    ...renderPatterns(report, context),
    ...renderOpening(report, context),
    ...renderPlan(report, context),
    ...renderFoot(report, context),
    '',
  ].join('\n');
}
