import { findQuestions } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Perception, Voices } from '#domain/types/report.ts';
import { escapeLine } from '#render/escape.ts';
import { makeNumberer } from '#render/report/backlog.ts';
import {
  type Column,
  type Page,
  bodyIndent,
  computeColumnWidths,
  renderSection,
  renderStackedFacts,
  renderTable,
} from '#render/report/text/page.ts';
import { formatDistance } from '#render/report/voices/answers.ts';
import { listLeftOut } from '#render/report/voices/left-out.ts';
import { describeAgreed, describeWhoAnswered, listPeople } from '#render/report/voices/people.ts';
import {
  formatGap,
  listSides,
  nameSide,
  sortByGap,
  writePerceptionTitle,
} from '#render/report/voices/perception.ts';
import { describeSpread, listSpreads } from '#render/report/voices/spread.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';
import { describeMarks, listMarks } from '#render/report/wording/verdicts.ts';
import { renderAxis } from '#render/terminal/axis.ts';
import { renderDumbbell } from '#render/terminal/dumbbell.ts';
import { measureWidth, writeFlow } from '#render/terminal/layout.ts';
import { type Piece, write } from '#render/terminal/paragraph.ts';
import { escapeAndWrap } from '#render/terminal/safe-wrap.ts';

/** Bounds of the chart, in columns. */
const shortestChart = 20;
const longestChart = 32;

/** Least width of the names in columns; below it, rows are stacked. */
const leastForNames = 20;

/** Most rows of the chart in a summary. */
const mostRows = 3;

/** Names the numbers of a row: the score of each side, and the gap. */
function listNumbers(
  row: Perception,
  voices: Voices,
  { messages }: Page,
): readonly (readonly [name: string, number: string])[] {
  return [
    ...listSides(voices).map(
      (side) => [nameSide(side, voices, messages), formatWholeScore(row[side], messages)] as const,
    ),
    [messages['voices.gap'], formatGap(row.gap, messages)],
  ];
}

function renderStackedRow(row: Perception, voices: Voices, page: Page): string[] {
  const { report, messages, theme, width, nameOf } = page;
  const space = width - bodyIndent - 2;
  const numbers = listNumbers(row, voices, page).map(([name, number]) => `${escapeLine(name)} ${number}`);
  return [
    ...write([makeNumberer(report, messages)({ id: row.id, name: nameOf(row.id) })], bodyIndent, width),
    ...[
      renderDumbbell(row, Math.min(longestChart, space), theme, listMarks(report.thresholds)),
      ...writeFlow(numbers, ', ', space),
    ].map((line) => ' '.repeat(bodyIndent + 2) + line),
  ];
}

/** Renders practices with a chart and a column per side, or below one another where that does not fit. */
function renderRows(rows: readonly Perception[], voices: Voices, page: Page): string[] {
  const { report, messages, theme, width, nameOf } = page;
  const number = makeNumberer(report, messages);
  const [first] = rows;
  if (first === undefined) return [];
  const numbers = listNumbers(first, voices, page).map(([heading]): Column => {
    return { heading, width: Math.max(4, measureWidth(escapeLine(heading))), align: 'right' };
  });
  const space = width - bodyIndent - 2 - computeColumnWidths(numbers);
  const chartWidth = Math.max(shortestChart, Math.min(longestChart, space - leastForNames));
  const nameWidth = space - chartWidth;
  if (nameWidth < leastForNames) return rows.flatMap((row) => renderStackedRow(row, voices, page));
  const columns = [
    { heading: '', width: nameWidth },
    { heading: renderAxis(chartWidth, report.thresholds, messages), width: chartWidth },
    ...numbers,
  ];
  const cells = rows.map((row) => [
    escapeAndWrap(number({ id: row.id, name: nameOf(row.id) }), nameWidth),
    [renderDumbbell(row, chartWidth, theme, listMarks(report.thresholds))],
    ...listNumbers(row, voices, page).map(([, text]) => [text]),
  ]);
  return renderTable(columns, cells, bodyIndent, page);
}

function renderReadings(voices: Voices, page: Page): readonly string[][] {
  const { report, messages, theme, width } = page;
  if (voices.readings.length === 0) return [];
  const readings = voices.readings.map(({ name, means, firstMove, questions }) => {
    const held = new Set(questions);
    const where = findQuestions(report)
      .filter(({ question }) => held.has(question.id))
      .map(({ question, practice }): Piece => {
        return { text: `${practice.name}: ${question.ask}`, marker: `${theme.signs.dash} ` };
      });
    return [
      ...write([{ text: name, paint: theme.strong }], bodyIndent, width),
      ...write([means], bodyIndent + 2, width),
      ...renderStackedFacts(
        [
          [messages['report.firstMove'], firstMove],
          [messages['voices.readingHolds'], where],
        ],
        bodyIndent + 2,
        page,
      ),
    ];
  });
  const title = { text: messages['voices.readings'], paint: theme.strong };
  return [write([title], bodyIndent, width), ...readings];
}

function renderSpread(voices: Voices, { report, messages, theme, width }: Page): string[] {
  const rows = listSpreads(voices, messages);
  if (rows.length === 0) return [];
  const asked = new Map(findQuestions(report).map(({ question }) => [question.id, question.ask]));
  return [
    ...write([{ text: messages['voices.spread'], paint: theme.strong }], bodyIndent, width),
    ...write([describeSpread(rows, messages)], bodyIndent, width),
    ...rows.flatMap(({ id, units, spread }) => [
      ...write([{ text: asked.get(id) ?? id, marker: `${theme.signs.dash} ` }], bodyIndent, width),
      ...write(
        [{ text: `${formatDistance(spread, messages)}: ${units}`, paint: theme.faint }],
        bodyIndent + 2,
        width,
      ),
    ]),
  ];
}

/** Renders who answered by role and unit, and what is left out and why. */
function renderPeople(voices: Voices, { report, messages, theme, width }: Page): readonly string[][] {
  const asked = new Map(findQuestions(report).map(({ question }) => [question.id, question.ask]));
  const people = listPeople(voices, messages).map(
    ({ role, unit, count, names }) =>
      `${[role, ...(unit === '' ? [] : [unit])].join(', ')}: ${[count, ...names].join(', ')}`,
  );
  const item = (text: string): Piece => ({ text, marker: `${theme.signs.dash} ` });
  return [
    [
      ...write([{ text: messages['voices.people'], paint: theme.strong }], bodyIndent, width),
      ...write(people.map(item), bodyIndent, width),
    ],
    [
      ...write([{ text: messages['voices.leftOut'], paint: theme.strong }], bodyIndent, width),
      ...listLeftOut(voices, messages).flatMap(({ text, questions }) => [
        ...write([item(text)], bodyIndent, width),
        ...write(
          questions.map((id) => item(asked.get(id) ?? id)),
          bodyIndent + 2,
          width,
        ),
      ]),
    ],
  ];
}

/** Renders how each role sees each practice, in a summary only the largest gaps. Nothing for one respondent. */
export function renderPerceptionLines(page: Page): string[] {
  const { report, messages, theme, width, context } = page;
  const { voices } = report;
  if (voices === undefined) return [];
  const isSummary = context.length === 'summary';
  const rows = sortByGap(voices.practices);
  const shown = isSummary ? rows.slice(0, mostRows) : rows;
  const agreed = describeAgreed(voices, messages);
  const legend = listSides(voices).map(
    (side) => `${theme.signs.sides[side]} ${nameSide(side, voices, messages)}`,
  );
  const faint = (texts: readonly string[]): string[] =>
    write(
      texts.map((text) => ({ text, paint: theme.faint })),
      bodyIndent,
      width,
    );
  const chart = [
    ...renderRows(shown, voices, page),
    ...(rows.length === 0 ? [] : faint([legend.join('   ')])),
    ...(isSummary || rows.length === 0
      ? []
      : faint([describeMarks(report.thresholds, messages), messages['voices.gapAbout']])),
    ...(shown.length < rows.length
      ? faint([formatMessage(messages, 'voices.moreRows', { count: rows.length - shown.length })])
      : []),
  ];
  return renderSection(
    messages['voices.title'],
    [
      [
        ...write(
          [{ text: writePerceptionTitle(report, voices, messages), paint: theme.strong }],
          bodyIndent,
          width,
        ),
        ...write(
          [describeWhoAnswered(voices, messages), ...(agreed === undefined ? [] : [agreed])],
          bodyIndent,
          width,
        ),
      ],
      chart,
      ...(isSummary
        ? []
        : [...renderReadings(voices, page), renderSpread(voices, page), ...renderPeople(voices, page)]),
    ],
    page,
  );
}
