import { findQuestions } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Voices } from '#domain/types/report.ts';
import { escapeMarkdown } from '#render/escape.ts';
import { makeNumberer } from '#render/report/backlog.ts';
import { renderLink } from '#render/report/markdown/anchors.ts';
import {
  type Page,
  type Section,
  renderHeading,
  renderLabeled,
  renderList,
  renderStrong,
  renderTable,
} from '#render/report/markdown/parts.ts';
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
import { describeScale } from '#render/report/wording/verdicts.ts';

/** Most rows of the table in a summary. */
const mostRows = 3;

/** Lists questions by id as Markdown, each with its practice and a link to its cards. */
function listQuestions(ids: readonly string[], { report, anchors }: Page): readonly string[] {
  const wanted = new Set(ids);
  return findQuestions(report)
    .filter(({ question }) => wanted.has(question.id))
    .map(
      ({ question, practice }) =>
        `${escapeMarkdown(practice.name)}: ${renderLink(escapeMarkdown(question.ask), anchors.cards.get(practice.id))}`,
    );
}

function renderChart(voices: Voices, page: Page): readonly string[] {
  const { report, messages, anchors, getName, context } = page;
  const rows = sortByGap(voices.practices);
  const isSummary = context.length === 'summary';
  const shown = isSummary ? rows.slice(0, mostRows) : rows;
  if (shown.length === 0) return [];
  const number = makeNumberer(report, messages);
  const sides = listSides(voices);
  return [
    renderTable(
      [
        { title: messages['report.practice'] },
        ...sides.map((side) => ({ title: nameSide(side, voices, messages), isNumber: true })),
        { title: messages['voices.gap'], isNumber: true },
      ],
      shown.map((row) => [
        renderLink(escapeMarkdown(number({ id: row.id, name: getName(row.id) })), anchors.cards.get(row.id)),
        ...sides.map((side) => formatWholeScore(row[side], messages)),
        renderStrong(formatGap(row.gap, messages)),
      ]),
    ),
    ...(shown.length < rows.length
      ? [escapeMarkdown(formatMessage(messages, 'voices.moreRows', { count: rows.length - shown.length }))]
      : []),
    ...(isSummary
      ? []
      : [escapeMarkdown(`${describeScale(report.thresholds, messages)} ${messages['voices.gapAbout']}`)]),
  ];
}

function renderReadings(voices: Voices, page: Page): readonly string[] {
  const { messages } = page;
  if (voices.readings.length === 0) return [];
  return [
    renderHeading(3, messages['voices.readings']),
    ...voices.readings.flatMap(({ name, means, firstMove, questions }) => [
      `${renderStrong(`${name}.`)} ${escapeMarkdown(means)}`,
      renderLabeled(messages['report.firstMove'], firstMove),
      renderList(listQuestions(questions, page)),
    ]),
  ];
}

function renderSpread(voices: Voices, page: Page): readonly string[] {
  const { messages } = page;
  const rows = listSpreads(voices, messages);
  if (rows.length === 0) return [];
  return [
    renderHeading(3, messages['voices.spread']),
    escapeMarkdown(describeSpread(rows, messages)),
    renderTable(
      [
        { title: messages['report.question'] },
        { title: messages['voices.units'] },
        { title: messages['voices.apartBy'] },
      ],
      rows.map(({ id, units, spread }) => [
        listQuestions([id], page).join(''),
        escapeMarkdown(units),
        escapeMarkdown(formatDistance(spread, messages)),
      ]),
    ),
  ];
}

function renderPeople(voices: Voices, page: Page): readonly string[] {
  const { messages } = page;
  return [
    renderTable(
      [
        { title: messages['report.role'] },
        { title: messages['voices.unit'] },
        { title: messages['voices.people'], isNumber: true },
        { title: messages['voices.names'] },
      ],
      listPeople(voices, messages).map(({ role, unit, count, names }) => [
        escapeMarkdown(role),
        unit === '' ? '–' : escapeMarkdown(unit),
        String(count),
        names.length === 0 ? '–' : escapeMarkdown(names.join(', ')),
      ]),
    ),
  ];
}

function renderLeftOut(voices: Voices, page: Page): readonly string[] {
  return [
    renderHeading(3, page.messages['voices.leftOut']),
    renderList(
      listLeftOut(voices, page.messages).map(({ text, questions }) =>
        [escapeMarkdown(text), ...listQuestions(questions, page)].join('<br>'),
      ),
    ),
  ];
}

/** Renders how each role sees each practice, in a summary only the largest gaps. Nothing for one respondent. */
export const renderPerceptionSection: Section = (page) => {
  const { report, messages, context } = page;
  const { voices } = report;
  if (voices === undefined) return [];
  const agreed = describeAgreed(voices, messages);
  return [
    renderHeading(2, messages['voices.title']),
    renderStrong(writePerceptionTitle(report, voices, messages)),
    escapeMarkdown(
      [describeWhoAnswered(voices, messages), ...(agreed === undefined ? [] : [agreed])].join(' '),
    ),
    ...renderChart(voices, page),
    ...(context.length === 'summary'
      ? []
      : [
          ...renderReadings(voices, page),
          ...renderSpread(voices, page),
          ...renderLeftOut(voices, page),
          ...renderPeople(voices, page),
        ]),
  ];
};
