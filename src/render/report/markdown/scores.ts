/** The scores: elements, balance and practices through the three lenses. */
import { describeStatus } from '#render/report/wording/labels.ts';
import { formatPercent, formatSaid, formatWholeScore } from '#render/report/wording/numbers.ts';
import { describeBalance } from '#render/report/wording/pattern-phrases.ts';
import { isAsked, listUnknowns } from '#domain/answers/not-known.ts';
import type { ElementResult, PracticeResult, Range } from '#domain/types/report.ts';
import type { Messages } from '#domain/messages.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { escapeMarkdown, escapeMarkdownCode } from '#render/escape.ts';
import { describeOverall } from '#render/report/wording/headline.ts';
import {
  writeElementsTitle,
  writePartsTitle,
  writePracticesTitle,
} from '#render/report/wording/chart-titles.ts';
import { type Lens as LensName, defineLenses, listBarSigns } from '#render/report/wording/lenses.ts';
import {
  type Band,
  type Thresholds,
  describeBand,
  describeMarks,
  getBand,
  getVerdict,
  listMarks,
} from '#render/report/wording/verdicts.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import { renderBar } from '#render/terminal/bar.ts';
import {
  type Column,
  type Page,
  type Section,
  renderHeading,
  renderList,
  renderStrong,
  renderTable,
} from './parts.ts';

type Lens = 'score' | 'declared' | 'shown';

/** Characters of bars and statuses, always Unicode, because Markdown is UTF-8. */
const theme = makeTheme(undefined, true);

/** Length of a bar in characters: 16 parts, so that the usual thresholds are between two, and the marks. */
const barParts = 16;

/** Signs of the bands in the table of practices. What is in place needs none. */
const bandSigns = { missing: '✖', partial: '◐', 'in-place': '', unknown: '' } satisfies Record<Band, string>;

function renderScoreBar({ score, shown }: Pick<ElementResult, Lens>, thresholds: Thresholds): string {
  const marks = listMarks(thresholds);
  return escapeMarkdownCode(renderBar(score, shown, barParts + marks.length, theme, marks));
}

/** The key of each lens in the report. */
const keys = { said: 'score', declared: 'declared', shown: 'shown' } as const satisfies Record<
  LensName,
  Lens
>;

/** Lists the lenses of the report by key. */
function listLenses({ report, messages }: Page): readonly Lens[] {
  return defineLenses(report, messages).map(({ lens }) => keys[lens]);
}

function makeLensColumns({ report, messages }: Page): readonly Column[] {
  return defineLenses(report, messages).map(({ name }) => ({ title: name, isNumber: true }));
}

/** A part of a report with the practices that it is made of. */
interface Part extends Pick<ElementResult, Lens | 'coverage'> {
  readonly practices: readonly PracticeResult[];
}

/** Formats the share of answered questions; a phrase if none was asked, or none applies. */
function formatAnswered({ coverage, practices }: Part, messages: Messages): string {
  const none = messages[isAsked(practices) ? 'report.stateNotApplicable' : 'status.notAsked'];
  return escapeMarkdown(coverage === null ? none : `${formatPercent(coverage)} %`);
}

/** Formats the score of a part through a lens. */
function formatLens(part: Part, lens: Lens, messages: Messages): string {
  const { score, practices } = part;
  const text =
    lens === 'score'
      ? formatSaid({ said: score, isAsked: isAsked(practices) }, messages)
      : formatWholeScore(part[lens], messages);
  return escapeMarkdown(text);
}

/** Says that no evidence is attached, where a column is missing for that. */
function explainNothingShown({ report, messages }: Page): string {
  return listUnknowns(report).hasEvidence ? '' : escapeMarkdown(messages['report.noEvidence']);
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
  const partTitles = report.elements
    .filter(({ blocks }) => blocks.length > 0)
    .map((element) => writePartsTitle(element, report, messages));
  const row = (name: string, status: string, part: Part, range: Range): string[] => [
    name,
    renderScoreBar(part, report.thresholds),
    ...lenses.map((lens) => formatLens(part, lens, messages)),
    [formatAnswered(part, messages), ...describeRange(range, messages).map(escapeMarkdown)].join('<br>'),
    escapeMarkdown(status),
  ];
  const rows = report.elements.flatMap((element) => [
    row(
      [renderStrong(element.name), escapeMarkdown(element.asks)].join('<br>'),
      `${theme.signs.verdicts[getVerdict(element)]} ${describeStatus(element, messages)}`,
      element,
      element.range,
    ),
    ...element.blocks.map((block) => {
      const practices = element.practices.filter((practice) => practice.block === block.id);
      return row(escapeMarkdown(`${element.name}: ${block.name}`), '', { ...block, practices }, null);
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

/** Renders every practice as a row with a number and a shade per lens. */
export const renderPracticesSection: Section = (page) => {
  const { report, messages } = page;
  const lenses = listLenses(page);
  const cell = (part: Part, lens: Lens): string => {
    const score = part[lens];
    const sign = bandSigns[getBand(score, report.thresholds)];
    return (sign === '' ? '' : `${sign} `) + formatLens(part, lens, messages);
  };
  const row = (element: ElementResult, practice: PracticeResult): string[] => {
    const block = element.blocks.find(({ id }) => id === practice.block);
    const part = { ...practice, practices: [practice] };
    return [
      escapeMarkdown(practice.name),
      escapeMarkdown(block === undefined ? element.name : `${element.name}: ${block.name}`),
      ...lenses.map((lens) => cell(part, lens)),
      formatAnswered(part, messages),
    ];
  };
  const columns: Column[] = [
    { title: messages['report.practice'] },
    { title: messages['report.element'] },
    ...makeLensColumns(page),
    { title: messages['report.stateAnswered'], isNumber: true },
  ];
  return [
    renderHeading(2, messages['report.practices']),
    renderStrong(writePracticesTitle(report, messages)),
    (['missing', 'partial', 'in-place'] as const)
      .map((band) =>
        escapeMarkdown(`${bandSigns[band]} ${describeBand(band, report.thresholds, messages)}`.trim()),
      )
      .join(' · '),
    renderTable(
      columns,
      report.elements.flatMap((element) => element.practices.map((practice) => row(element, practice))),
    ),
    explainNothingShown(page),
  ];
};
