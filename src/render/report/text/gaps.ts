import type { Gap } from '#domain/types/report.ts';
import { escapeLine } from '#render/escape.ts';
import { padLeft, measureWidth } from '#render/terminal/layout.ts';
import { write } from '#render/terminal/paragraph.ts';
import { describeWaits, describeNoGaps } from '#render/report/wording/phrases.ts';
import { describePlanned, splitGaps } from '#render/report/backlog.ts';
import { listGapQuestions } from '#render/report/cards.ts';
import { describeState } from '#render/report/wording/labels.ts';
import { describeGain, formatWholeScore } from '#render/report/wording/numbers.ts';
import { getColumns, escapeAndWrap } from '#render/terminal/safe-wrap.ts';
import {
  type Column,
  type Page,
  bodyIndent,
  renderSection,
  renderTable,
  computeColumnWidths,
} from './page.ts';

/** Minimum width of the names in columns; below it, gaps are stacked. */
const leastForNames = 20;

/** Returns the answers that make a gap. */
function listAnswers(gap: Gap, { report, messages }: Page): readonly string[] {
  const answers = listGapQuestions(gap, report).map(
    ({ label, state }) => label ?? describeState(state, messages),
  );
  return answers.length === 0 ? [] : [`${messages['report.behind']}: ${answers.join(', ')}`];
}

function renderStackedGap(gap: Gap, page: Page): string[] {
  const { report, messages, theme, width, getName } = page;
  const numbers = [
    `${messages['report.today']} ${formatWholeScore(gap.score, messages)}`,
    `${messages['report.target']} ${formatWholeScore(gap.target, messages)}`,
    `${messages['report.adds']} ${describeGain(gap, report, messages, theme.signs.dash)}`,
  ];
  const marker = `${padLeft(String(gap.rank), 2)} `;
  const inner = bodyIndent + marker.length;
  return [
    ...write([{ text: getName(gap.practice), marker }], bodyIndent, width),
    ...write([numbers.join(', ')], inner, width),
    ...write(listAnswers(gap, page), inner, width),
    ...write([{ text: describeWaits(gap.blockedBy, getName, messages), paint: theme.faint }], inner, width),
  ];
}

/**
 * Renders gaps as table rows: rank, practice and what it waits for, today, target, gain. Returns undefined if
 * they do not fit.
 */
function renderGapTable(gaps: readonly Gap[], page: Page): string[] | undefined {
  const { report, messages, theme, width, getName } = page;
  const makeColumn = (heading: string, least: number): Column => ({
    heading,
    width: Math.max(least, measureWidth(escapeLine(heading))),
    align: 'right',
  });
  const rank = makeColumn(messages['report.rank'], Math.max(...gaps.map((gap) => String(gap.rank).length)));
  const numbers = [messages['report.today'], messages['report.target'], messages['report.adds']].map(
    (heading) => makeColumn(heading, 3),
  );
  const space = width - bodyIndent - computeColumnWidths([rank, ...numbers]);
  if (space < leastForNames) return undefined;
  const texts = gaps.flatMap((gap) => [
    getName(gap.practice),
    ...listAnswers(gap, page),
    describeWaits(gap.blockedBy, getName, messages),
  ]);
  const longest = Math.max(...texts.map((text) => getColumns(escapeLine(text))));
  const name = { heading: messages['report.practice'], width: Math.min(space, longest) };
  const rows = gaps.map((gap) => [
    [String(gap.rank)],
    [
      ...escapeAndWrap(getName(gap.practice), name.width),
      ...listAnswers(gap, page).flatMap((text) => escapeAndWrap(text, name.width)),
      ...escapeAndWrap(describeWaits(gap.blockedBy, getName, messages), name.width).map(theme.faint),
    ],
    [formatWholeScore(gap.score, messages)],
    [formatWholeScore(gap.target, messages)],
    [describeGain(gap, report, messages, theme.signs.dash)],
  ]);
  return renderTable([rank, name, ...numbers], rows, bodyIndent, page);
}

/** Renders the practices below their target that the plan leaves for later, with its numbers. */
export function renderGapLines(page: Page): string[] {
  const { report, messages, theme, width } = page;
  const { gaps } = report;
  if (gaps.length === 0) {
    return renderSection(
      messages['report.gaps'],
      [write([describeNoGaps(report, messages)], bodyIndent, width)],
      page,
    );
  }
  const about = `${messages['report.gapsAbout']} ${messages['report.addsAbout']}`;
  const { rest } = splitGaps(report);
  const planned = describePlanned(report, messages);
  return renderSection(
    messages['report.gaps'],
    [
      write([{ text: about, paint: theme.faint }], bodyIndent, width),
      planned === undefined ? [] : write([planned], bodyIndent, width),
      rest.length === 0
        ? []
        : (renderGapTable(rest, page) ?? rest.flatMap((gap) => renderStackedGap(gap, page))),
    ],
    page,
  );
}
