/** The scores: elements, balance and practices. */
import type { PracticeResult } from '#domain/types/report.ts';
import { makeNumberer } from '#render/report/backlog.ts';
import { getLenses } from '#render/report/charts/lenses.ts';
import { describeMap, getMapScores } from '#render/report/charts/map-scores.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { getScoreColors, getVerdictColors, verdictSigns } from '#render/report/office/colors.ts';
import { describeBands, describeLensNames } from '#render/report/office/office-wording.ts';
import {
  writeElementsTitle,
  writePartsTitles,
  writePracticesTitle,
} from '#render/report/wording/chart-titles.ts';
import { describeOverall } from '#render/report/wording/headline.ts';
import { describeStatus } from '#render/report/wording/labels.ts';
import { defineLenses, listLenses } from '#render/report/wording/lenses.ts';
import { formatPercent, formatSaid, formatWholeScore } from '#render/report/wording/numbers.ts';
import {
  choosePatterns,
  describeBalance,
  listPatternPractices,
  listPatternReasons,
} from '#render/report/wording/pattern-phrases.ts';
import { makeCheckNamer } from '#render/report/wording/plain-text.ts';
import { groupPractices } from '#render/report/wording/phrases.ts';
import { getBand, getVerdict } from '#render/report/wording/verdicts.ts';
import { renderCommentary } from './commentary.ts';
import {
  type Block,
  type Cell,
  type Page,
  type Section,
  makeHeading,
  makeLabeled,
  makeList,
  makeTable,
  makeText,
} from './parts.ts';

/** A part of the report with its scores. */
type Scored = Parameters<typeof getLenses>[0];

/** Formats the scores of a part through the lenses of the report. */
function formatScores(
  part: Scored,
  practices: readonly PracticeResult[],
  { report, context: { messages } }: Page,
): readonly string[] {
  const lenses = getLenses(part, practices);
  return listLenses(report).map((lens) =>
    lens === 'said' ? formatSaid(lenses, messages) : formatWholeScore(lenses[lens], messages),
  );
}

/** Renders the commentary on each element below its name. */
function renderElementComments(page: Page): Block[] {
  return page.report.elements.flatMap(({ id, name }) => {
    const blocks = renderCommentary(page.context.commentary?.elements.get(id), page);
    return blocks.length === 0 ? [] : [makeHeading(2, name), ...blocks];
  });
}

/** Renders the elements and their parts with their scores, and the overall score. */
export const renderElements: Section = (page) => {
  const { report, colors, context } = page;
  const { messages } = context;
  const lenses = defineLenses(report, messages);
  const rows = report.elements.flatMap((element): Cell[][] => {
    const verdict = getVerdict(element);
    const { fill, color, isFilled } = getVerdictColors(verdict, colors);
    const listPractices = (block: string): PracticeResult[] =>
      element.practices.filter((practice) => practice.block === block);
    return [
      [
        { text: `${element.name}\n${element.asks}`, bold: true },
        {
          text: `${verdictSigns[verdict]} ${describeStatus(element, messages)}`,
          ...{ bold: true, color, ...(isFilled && { fill }) },
        },
        ...formatScores(element, element.practices, page),
        [
          ...(element.coverage === null ? [] : [formatPercent(element.coverage, messages)]),
          ...describeRange(element.range, messages),
        ].join('\n'),
      ],
      ...element.blocks.map((block): Cell[] => [
        `${element.name}: ${block.name}`,
        '',
        ...formatScores(block, listPractices(block.id), page),
        '',
      ]),
    ];
  });
  const head = [
    messages['report.element'],
    messages['report.state'],
    ...lenses.map(({ name }) => name),
    messages['report.stateAnswered'],
  ];
  return [
    makeHeading(1, messages['report.elements']),
    ...[writeElementsTitle(report, messages), ...writePartsTitles(report, messages)].map((title) =>
      makeText(`${title}.`, { bold: true }),
    ),
    ...makeList(describeLensNames(report, messages)),
    makeTable(page, head, rows, [3, 3, ...lenses.map(() => 1.4), 2.2]),
    makeText(describeBands(report, messages), { color: colors.faint }),
    makeText(
      [describeOverall(report, messages), ...describeRange(report.summary.range, messages)].join(' · '),
      { bold: true },
    ),
    ...renderElementComments(page),
  ];
};

/** Renders the balance between the middle and the bookends. */
export const renderBalance: Section = ({ report, context: { messages } }) => [
  makeHeading(1, messages['report.balance']),
  makeText(describeBalance(report.summary.balance, report, messages)),
];

/** Renders the practices with their numbers in the plan, each score on the color of its band. */
export const renderPractices: Section = (page) => {
  const { report, colors, context } = page;
  const { messages } = context;
  const lenses = defineLenses(report, messages);
  const number = makeNumberer(report, messages);
  const makeScoreCell = (score: number | null): Cell => {
    if (score === null) return '–';
    const { sign, fill, color, bold } = getScoreColors(getBand(score, report.thresholds), colors);
    return { text: `${sign}${formatWholeScore(score, messages)}`, fill, color, bold };
  };
  const rows = groupPractices(report).flatMap(({ name, practices }) =>
    practices.map((practice): Cell[] => {
      const scores = getMapScores(practice);
      return [number(practice), name, ...lenses.map(({ lens }) => makeScoreCell(scores[lens]))];
    }),
  );
  return [
    makeHeading(1, messages['report.practices']),
    makeText(`${writePracticesTitle(report, messages)}.`, { bold: true }),
    ...[describeBands(report, messages), ...describeMap(report, messages)].map((line) =>
      makeText(line, { color: colors.faint }),
    ),
    makeTable(
      page,
      [messages['report.practice'], messages['report.element'], ...lenses.map(({ name }) => name)],
      rows,
      [3.5, 3.5, ...lenses.map(() => 1.3)],
    ),
  ];
};

/** Renders the patterns, each with its reasons and a first move. */
export const renderPatterns: Section = ({ report, context }) => {
  const { messages } = context;
  const { shown, rest } = choosePatterns(report, messages);
  const nameCheck = makeCheckNamer(context);
  return [
    makeHeading(1, messages['report.patterns']),
    ...(shown.length === 0 ? [makeText(messages['report.noPatterns'])] : []),
    ...shown.flatMap((pattern): Block[] => {
      const { name, means, firstMove, sources = [] } = pattern;
      const reasons = listPatternReasons(pattern, report, messages, nameCheck);
      const planned = listPatternPractices(pattern, report, messages);
      return [
        makeHeading(2, name),
        makeText(means),
        ...(reasons.length === 0
          ? []
          : [makeLabeled(messages['report.setOffBy'], ''), ...makeList(reasons.map(({ text }) => text))]),
        ...(planned.length === 0
          ? []
          : [makeLabeled(messages['report.inPlan'], planned.map(({ text }) => text).join(', '))]),
        ...(firstMove === undefined ? [] : [makeLabeled(messages['report.firstMove'], firstMove)]),
        ...(sources.length === 0 ? [] : [makeLabeled(messages['report.standsBehind'], sources.join(' '))]),
      ];
    }),
    ...(rest === undefined ? [] : [makeText(rest)]),
  ];
};
