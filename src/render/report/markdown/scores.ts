/** The scores: elements, balance and practices through the three lenses. */
import { describeStatus } from '#render/report/wording/labels.ts';
import { formatPercent, formatSaid, formatWholeScore } from '#render/report/wording/numbers.ts';
import { describeBalance } from '#render/report/wording/pattern-phrases.ts';
import { isAsked, listUnknowns } from '#domain/answers/not-known.ts';
import { roundTo } from '#domain/scoring/numbers.ts';
import type { ElementResult, PracticeResult, Range } from '#domain/types/report.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { escapeMarkdown, escapeMarkdownCode } from '#render/escape.ts';
import { describeOverall } from '#render/report/wording/headline.ts';
import { getHeat } from '#render/report/charts/palette.ts';
import { renderLink } from './anchors.ts';
import {
  type Column,
  type Page,
  type Section,
  renderHeading,
  joinLines,
  renderStrong,
  renderTable,
} from './parts.ts';

type Lens = 'score' | 'declared' | 'shown';

/** Characters of a bar, always Unicode, because Markdown is UTF-8. */
const signs = { shown: '█', said: '▒', rest: '·' } as const;

/** Length of a bar in characters: one for every ten points. */
const barWidth = 10;

/** Five shades, from low to high. */
const shades = ['·', '░', '▒', '▓', '█'] as const;

function renderBar({ score, shown }: Pick<ElementResult, Lens>): string {
  const columns = (value: number | null): number => roundTo(((value ?? 0) / 100) * barWidth, 0);
  const said = columns(score);
  const proven = Math.min(said, columns(shown));
  return escapeMarkdownCode(
    signs.shown.repeat(proven) + signs.said.repeat(said - proven) + signs.rest.repeat(barWidth - said),
  );
}

/** Lists the lenses with known scores: without evidence or a declared system a column would be empty. */
function listLenses({ report: { elements } }: Page): readonly Lens[] {
  const isKnown = (lens: Lens): boolean => elements.some((element) => element[lens] !== null);
  return ['score', ...(['declared', 'shown'] as const).filter(isKnown)];
}

function makeLensColumns(lenses: readonly Lens[], messages: Messages): readonly Column[] {
  const titles = {
    score: messages['summary.said'],
    declared: messages['summary.declared'],
    shown: messages['summary.shown'],
  };
  return lenses.map((lens) => ({ title: titles[lens], isNumber: true }));
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

/** Explains lenses that are missing from the tables. */
function explainMissingLenses({ report, messages }: Page): string {
  const { hasEvidence, hasSystem } = listUnknowns(report);
  return joinLines([
    ...(hasEvidence ? [] : [escapeMarkdown(messages['report.noEvidence'])]),
    ...(hasSystem ? [] : [escapeMarkdown(messages['report.noSystem'])]),
  ]);
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
  const row = (name: string, status: string, part: Part, range: Range): string[] => [
    name,
    renderBar(part),
    ...lenses.map((lens) => formatLens(part, lens, messages)),
    [formatAnswered(part, messages), ...describeRange(range, messages).map(escapeMarkdown)].join('<br>'),
    escapeMarkdown(status),
  ];
  const rows = report.elements.flatMap((element) => [
    row(
      [renderStrong(element.name), escapeMarkdown(element.asks)].join('<br>'),
      describeStatus(element, messages),
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
    ...makeLensColumns(lenses, messages),
    { title: messages['report.stateAnswered'], isNumber: true },
    { title: messages['report.state'] },
  ];
  return [
    renderHeading(2, messages['report.elements']),
    escapeMarkdown(messages['report.elementsAbout']),
    renderTable(columns, rows),
    escapeMarkdown(formatMessage(messages, 'summary.legend', signs)).replace(/[█▒·]/g, escapeMarkdownCode),
    explainMissingLenses(page),
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
    const shade = score === null ? '' : `${shades[getHeat(score)] ?? ''} `;
    return shade + formatLens(part, lens, messages);
  };
  const row = (element: ElementResult, practice: PracticeResult): string[] => {
    const block = element.blocks.find(({ id }) => id === practice.block);
    const part = { ...practice, practices: [practice] };
    return [
      renderLink(escapeMarkdown(practice.name), page.anchors.cards.get(practice.id)),
      escapeMarkdown(block === undefined ? element.name : `${element.name}: ${block.name}`),
      ...lenses.map((lens) => cell(part, lens)),
      formatAnswered(part, messages),
    ];
  };
  const columns: Column[] = [
    { title: messages['report.practice'] },
    { title: messages['report.element'] },
    ...makeLensColumns(lenses, messages),
    { title: messages['report.stateAnswered'], isNumber: true },
  ];
  return [
    renderHeading(2, messages['report.practices']),
    escapeMarkdown(`${messages['report.heat']}: ${shades.join(' ')}`),
    renderTable(
      columns,
      report.elements.flatMap((element) => element.practices.map((practice) => row(element, practice))),
    ),
    explainMissingLenses(page),
  ];
};
