/** The scores: elements, balance and practices through the three lenses. */
import { describeStatus } from '#render/report/labels.ts';
import { describeBalance, formatPercent, formatWholeScore } from '#render/report/numbers.ts';
import { listUnknowns } from '#domain/not-known.ts';
import { roundTo } from '#domain/scoring/numbers.ts';
import type { ElementResult, PracticeResult, Range } from '#domain/types/report.ts';
import { type Words, formatMessage } from '#domain/messages.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { safeMarkdown, safeMarkdownCode } from '#render/escape.ts';
import { describeOverall } from '#render/report/headline.ts';
import { getHeat } from '#render/report/charts/palette.ts';
import { type Column, type Page, type Section, renderHeading, lines, strong, table } from './parts.ts';

type Lens = 'score' | 'declared' | 'shown';

/** Characters of a bar, always Unicode: Markdown is UTF-8, whatever the terminal supports. */
const signs = { shown: '█', said: '▒', rest: '·' } as const;

/** Length of a bar in characters: one for every ten points. */
const barWidth = 10;

/** Five shades, from low to high. */
const shades = ['·', '░', '▒', '▓', '█'] as const;

function renderBar({ score, shown }: Pick<ElementResult, Lens>): string {
  const columns = (value: number | null): number => roundTo(((value ?? 0) / 100) * barWidth, 0);
  const said = columns(score);
  const proven = Math.min(said, columns(shown));
  return safeMarkdownCode(
    signs.shown.repeat(proven) + signs.said.repeat(said - proven) + signs.rest.repeat(barWidth - said),
  );
}

/** Lists the lenses with known scores: without evidence or a declared system a column would be empty. */
function listLenses({ report: { elements } }: Page): readonly Lens[] {
  const isKnown = (lens: Lens): boolean => elements.some((element) => element[lens] !== null);
  return ['score', ...(['declared', 'shown'] as const).filter(isKnown)];
}

function makeLensColumns(lenses: readonly Lens[], words: Words): readonly Column[] {
  const titles = {
    score: words['summary.said'],
    declared: words['summary.declared'],
    shown: words['summary.shown'],
  };
  return lenses.map((lens) => ({ title: titles[lens], isNumber: true }));
}

/** Formats the share of answered questions; a phrase if none was asked. */
function formatAnswered(coverage: number | null, words: Words): string {
  return safeMarkdown(coverage === null ? words['status.notAsked'] : `${formatPercent(coverage)} %`);
}

/** Explains lenses that are missing from the tables. */
function explainMissingLenses({ report, words }: Page): string {
  const { hasEvidence, hasSystem } = listUnknowns(report);
  return lines([
    ...(hasEvidence ? [] : [safeMarkdown(words['report.noEvidence'])]),
    ...(hasSystem ? [] : [safeMarkdown(words['report.noSystem'])]),
  ]);
}

/** Renders the overall score, and its range even if there is no score. */
function renderOverall({ report, words }: Page): string {
  const { summary } = report;
  const also = [
    ...describeRange(summary.range, words),
    ...(summary.declared === null
      ? []
      : [`${formatWholeScore(summary.declared, words)} ${words['summary.declared']}`]),
    ...(summary.shown === null
      ? []
      : [`${formatWholeScore(summary.shown, words)} ${words['summary.shown']}`]),
  ];
  return [strong(describeOverall(report, words)), ...also.map(safeMarkdown)].join(' · ');
}

/** Renders the elements and their blocks, one row each with a bar. */
export const elementsSection: Section = (page) => {
  const { report, words } = page;
  const lenses = listLenses(page);
  const row = (
    name: string,
    status: string,
    part: Pick<ElementResult, Lens | 'coverage'>,
    range: Range,
  ): string[] => [
    name,
    renderBar(part),
    ...lenses.map((lens) => safeMarkdown(formatWholeScore(part[lens], words))),
    [formatAnswered(part.coverage, words), ...describeRange(range, words).map(safeMarkdown)].join('<br>'),
    safeMarkdown(status),
  ];
  const rows = report.elements.flatMap((element) => [
    row(
      [strong(element.name), safeMarkdown(element.asks)].join('<br>'),
      describeStatus(element.status, words),
      element,
      element.range,
    ),
    ...element.blocks.map((block) => row(safeMarkdown(`${element.name}: ${block.name}`), '', block, null)),
  ]);
  const columns: Column[] = [
    { title: words['report.element'] },
    { title: '0–100' },
    ...makeLensColumns(lenses, words),
    { title: words['report.stateAnswered'], isNumber: true },
    { title: words['report.state'] },
  ];
  return [
    renderHeading(2, words['report.elements']),
    safeMarkdown(words['report.elementsAbout']),
    table(columns, rows),
    safeMarkdown(formatMessage(words, 'summary.legend', signs)).replace(/[█▒·]/g, safeMarkdownCode),
    explainMissingLenses(page),
    renderOverall(page),
  ];
};

/** Renders the balance between the middle and the bookends. */
export const balanceSection: Section = ({ report, words }) => [
  renderHeading(2, words['report.balance']),
  safeMarkdown(describeBalance(report.summary.balance, words)),
];

/** Renders every practice as a row with a number and a shade per lens. */
export const practicesSection: Section = (page) => {
  const { report, words } = page;
  const lenses = listLenses(page);
  const cell = (score: number | null): string => {
    const shade = score === null ? '' : `${shades[getHeat(score)] ?? ''} `;
    return shade + safeMarkdown(formatWholeScore(score, words));
  };
  const row = (element: ElementResult, practice: PracticeResult): string[] => {
    const block = element.blocks.find(({ id }) => id === practice.block);
    return [
      safeMarkdown(practice.name),
      safeMarkdown(block === undefined ? element.name : `${element.name}: ${block.name}`),
      ...lenses.map((lens) => cell(practice[lens])),
      formatAnswered(practice.coverage, words),
    ];
  };
  const columns: Column[] = [
    { title: words['report.practice'] },
    { title: words['report.element'] },
    ...makeLensColumns(lenses, words),
    { title: words['report.stateAnswered'], isNumber: true },
  ];
  return [
    renderHeading(2, words['report.practices']),
    safeMarkdown(`${words['report.heat']}: ${shades.join(' ')}`),
    table(
      columns,
      report.elements.flatMap((element) => element.practices.map((practice) => row(element, practice))),
    ),
    explainMissingLenses(page),
  ];
};
