/** The result: the headline, the elements and the practices, with the three lenses beside each other. */
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

/** Signs of a bar, as in the terminal: a page of Markdown is UTF-8, whatever the terminal that wrote it can show. */
const signs = { shown: '█', said: '▒', rest: '·' } as const;

/** Columns of a bar: one for every ten points. */
const barWidth = 10;

/** Five steps from nothing to everything, the darker the more. */
const shades = ['·', '░', '▒', '▓', '█'] as const;

function bar({ score, shown }: Pick<ElementResult, Lens>): string {
  const columns = (value: number | null): number => roundTo(((value ?? 0) / 100) * barWidth, 0);
  const said = columns(score);
  const proven = Math.min(said, columns(shown));
  return safeMarkdownCode(
    signs.shown.repeat(proven) + signs.said.repeat(said - proven) + signs.rest.repeat(barWidth - said),
  );
}

/** Lenses that anything is known of: without evidence or a declared system a column would be empty. */
function lensesOf({ report: { elements } }: Page): readonly Lens[] {
  const isKnown = (lens: Lens): boolean => elements.some((element) => element[lens] !== null);
  return ['score', ...(['declared', 'shown'] as const).filter(isKnown)];
}

function lensColumns(lenses: readonly Lens[], words: Words): readonly Column[] {
  const titles = {
    score: words['summary.said'],
    declared: words['summary.declared'],
    shown: words['summary.shown'],
  };
  return lenses.map((lens) => ({ title: titles[lens], isNumber: true }));
}

/** How much of a part was answered: no share where nothing of it was asked. */
function answered(coverage: number | null, words: Words): string {
  return safeMarkdown(coverage === null ? words['status.notAsked'] : `${formatPercent(coverage)} %`);
}

/** What is missing from the tables, said beneath them. */
function missingLenses({ report, words }: Page): string {
  const { hasEvidence, hasSystem } = listUnknowns(report);
  return lines([
    ...(hasEvidence ? [] : [safeMarkdown(words['report.noEvidence'])]),
    ...(hasSystem ? [] : [safeMarkdown(words['report.noSystem'])]),
  ]);
}

/** The overall score behind the headline, never before it: the range is given even where there is no score. */
function overall({ report, words }: Page): string {
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

/** The four elements and the parts of those that have any, a row each with its bar. */
export const elementsSection: Section = (page) => {
  const { report, words } = page;
  const lenses = lensesOf(page);
  const row = (
    name: string,
    status: string,
    part: Pick<ElementResult, Lens | 'coverage'>,
    range: Range,
  ): string[] => [
    name,
    bar(part),
    ...lenses.map((lens) => safeMarkdown(formatWholeScore(part[lens], words))),
    [answered(part.coverage, words), ...describeRange(range, words).map(safeMarkdown)].join('<br>'),
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
    ...lensColumns(lenses, words),
    { title: words['report.stateAnswered'], isNumber: true },
    { title: words['report.state'] },
  ];
  return [
    renderHeading(2, words['report.elements']),
    safeMarkdown(words['report.elementsAbout']),
    table(columns, rows),
    safeMarkdown(formatMessage(words, 'summary.legend', signs)).replace(/[█▒·]/g, safeMarkdownCode),
    missingLenses(page),
    overall(page),
  ];
};

/** How far the middle and the bookends are apart. */
export const balanceSection: Section = ({ report, words }) => [
  renderHeading(2, words['report.balance']),
  safeMarkdown(describeBalance(report.summary.balance, words)),
];

/** Every practice as a row: how much of it is said, declared and shown, as a number and a shade. */
export const practicesSection: Section = (page) => {
  const { report, words } = page;
  const lenses = lensesOf(page);
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
      answered(practice.coverage, words),
    ];
  };
  const columns: Column[] = [
    { title: words['report.practice'] },
    { title: words['report.element'] },
    ...lensColumns(lenses, words),
    { title: words['report.stateAnswered'], isNumber: true },
  ];
  return [
    renderHeading(2, words['report.practices']),
    safeMarkdown(`${words['report.heat']}: ${shades.join(' ')}`),
    table(
      columns,
      report.elements.flatMap((element) => element.practices.map((practice) => row(element, practice))),
    ),
    missingLenses(page),
  ];
};
