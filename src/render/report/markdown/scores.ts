/** The scores of the elements and the balance through the lenses. */
import { describeStatus } from '#render/report/wording/labels.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';
import { describeBalance } from '#render/report/wording/pattern-phrases.ts';
import type { ElementResult, Range } from '#domain/types/report.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { escapeMarkdown, escapeMarkdownCode } from '#render/escape.ts';
import { describeOverall } from '#render/report/wording/headline.ts';
import { writeElementsTitle, writePartsTitles } from '#render/report/wording/chart-titles.ts';
import { defineLenses, listBarSigns } from '#render/report/wording/lenses.ts';
import { type Thresholds, describeMarks, getVerdict, listMarks } from '#render/report/wording/verdicts.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import { renderBar } from '#render/terminal/bar.ts';
import {
  type Lens,
  type Part,
  explainNothingShown,
  formatAnswered,
  formatLens,
  listLenses,
  makeLensColumns,
} from './lens-columns.ts';
import {
  type Column,
  type Page,
  type Section,
  renderHeading,
  renderList,
  renderStrong,
  renderTable,
} from './parts.ts';

/** Characters of bars and statuses, always Unicode, because Markdown is UTF-8. */
const theme = makeTheme(undefined, true);

/** Length of a bar in characters: 16 parts, so that the usual thresholds are between two, and the marks. */
const barParts = 16;

function renderScoreBar({ score, shown }: Pick<ElementResult, Lens>, thresholds: Thresholds): string {
  const marks = listMarks(thresholds);
  return escapeMarkdownCode(renderBar(score, shown, barParts + marks.length, theme, marks));
}

/** Renders the overall score, and its range even if there is no score. */
function renderOverall({ report, messages }: Page): string {
  const { summary } = report;
  const also = [
    ...describeRange(summary.range, messages),
    ...(summary.declared === null
      ? []
      : [`${formatWholeScore(summary.declared, messages)} ${messages['summary.declared']}`]),
    ...(summary.shown === null
      ? []
      : [`${formatWholeScore(summary.shown, messages)} ${messages['summary.shown']}`]),
  ];
  return [renderStrong(describeOverall(report, messages)), ...also.map(escapeMarkdown)].join(' · ');
}

/** Renders the elements and their blocks, one row each with a bar. */
export const renderElementsSection: Section = (page) => {
  const { report, messages } = page;
  const lenses = listLenses(page);
  const partTitles = writePartsTitles(report, messages);
  const makeRow = (name: string, status: string, part: Part, range: Range): string[] => [
    name,
    renderScoreBar(part, report.thresholds),
    ...lenses.map((lens) => formatLens(part, lens, messages)),
    [formatAnswered(part, messages), ...describeRange(range, messages).map(escapeMarkdown)].join('<br>'),
    escapeMarkdown(status),
  ];
  const rows = report.elements.flatMap((element) => [
    makeRow(
      [renderStrong(element.name), escapeMarkdown(element.asks)].join('<br>'),
      `${theme.signs.verdicts[getVerdict(element)]} ${describeStatus(element, messages)}`,
      element,
      element.range,
    ),
    ...element.blocks.map((block) => {
      const practices = element.practices.filter((practice) => practice.block === block.id);
      return makeRow(escapeMarkdown(`${element.name}: ${block.name}`), '', { ...block, practices }, null);
    }),
  ]);
  const columns: Column[] = [
    { title: messages['report.element'] },
    { title: '0–100' },
    ...makeLensColumns(page),
    { title: messages['report.stateAnswered'], isNumber: true },
    { title: messages['report.state'] },
  ];
  return [
    renderHeading(2, messages['report.elements']),
    ...[writeElementsTitle(report, messages), ...partTitles].map(renderStrong),
    renderList(
      defineLenses(report, messages).map(
        ({ name, means }) => `${renderStrong(name)}: ${escapeMarkdown(means)}`,
      ),
    ),
    renderTable(columns, rows),
    escapeMarkdown(listBarSigns(report, theme.signs.bar, messages).join('  ')).replace(
      /[█▒·]/g,
      escapeMarkdownCode,
    ),
    escapeMarkdown(describeMarks(report.thresholds, messages)),
    explainNothingShown(page),
    renderOverall(page),
  ];
};

/** Renders the balance between the middle and the bookends. */
export const renderBalanceSection: Section = ({ report, messages }) => [
  renderHeading(2, messages['report.balance']),
  escapeMarkdown(describeBalance(report.summary.balance, report, messages)),
];
