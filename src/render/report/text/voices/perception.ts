import { findQuestions } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Voices } from '#domain/types/report.ts';
import { replaceSigns } from '#render/explain/conditions.ts';
import { type Page, bodyIndent, renderSection, renderStackedFacts } from '#render/report/text/page.ts';
import { formatDistance } from '#render/report/voices/answers.ts';
import { listLeftOut } from '#render/report/voices/left-out.ts';
import { describeAgreed, describeWhoAnswered, listPeople } from '#render/report/voices/people.ts';
import { listSides, nameSide, sortByGap, writePerceptionTitle } from '#render/report/voices/perception.ts';
import { renderDumbbells } from './dumbbells.ts';
import { describeSpread, listSpreads } from '#render/report/voices/spread.ts';
import { describeScale } from '#render/report/wording/verdicts.ts';
import { type Piece, write } from '#render/terminal/paragraph.ts';

/** Most rows of the chart in a summary. */
const mostRows = 3;

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
        [{ text: replaceSigns(`${formatDistance(spread, messages)}: ${units}`, theme), paint: theme.faint }],
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
  const makeItem = (text: string): Piece => ({ text, marker: `${theme.signs.dash} ` });
  return [
    [
      ...write([{ text: messages['voices.people'], paint: theme.strong }], bodyIndent, width),
      ...write(people.map(makeItem), bodyIndent, width),
    ],
    [
      ...write([{ text: messages['voices.leftOut'], paint: theme.strong }], bodyIndent, width),
      ...listLeftOut(voices, messages).flatMap(({ text, questions }) => [
        ...write([makeItem(text)], bodyIndent, width),
        ...write(
          questions.map((id) => makeItem(asked.get(id) ?? id)),
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
  const writeFaint = (texts: readonly string[]): string[] =>
    write(
      texts.map((text) => ({ text, paint: theme.faint })),
      bodyIndent,
      width,
    );
  const chart = [
    ...renderDumbbells(shown, voices, page),
    ...(rows.length === 0 ? [] : writeFaint([legend.join('   ')])),
    ...(isSummary || rows.length === 0
      ? []
      : writeFaint([describeScale(report.thresholds, messages), messages['voices.gapAbout']])),
    ...(shown.length < rows.length
      ? writeFaint([formatMessage(messages, 'voices.moreRows', { count: rows.length - shown.length })])
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
