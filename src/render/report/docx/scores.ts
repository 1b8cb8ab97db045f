/** The scores: elements, balance and practices. */
import { isAsked } from '#domain/answers/not-known.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { getHeat } from '#render/report/charts/palette.ts';
import { getStatusColor, getStatusSign } from '#render/report/office/colors.ts';
import { describeOverall } from '#render/report/wording/headline.ts';
import { describeStatus } from '#render/report/wording/labels.ts';
import { formatPercent, formatSaid, formatWholeScore } from '#render/report/wording/numbers.ts';
import {
  choosePatterns,
  describeBalance,
  listPatternReasons,
} from '#render/report/wording/pattern-phrases.ts';
import { makeCheckNamer } from '#render/report/wording/plain-text.ts';
import { groupPractices } from '#render/report/wording/phrases.ts';
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

type Lens = 'score' | 'declared' | 'shown';

/** Lists the lenses that have a score anywhere, with their names. */
function listLenses({ report, context: { messages } }: Page): readonly { lens: Lens; name: string }[] {
  const all = [
    { lens: 'score', name: messages['summary.said'] },
    { lens: 'declared', name: messages['summary.declared'] },
    { lens: 'shown', name: messages['summary.shown'] },
  ] as const;
  return all.filter(
    ({ lens }) => lens === 'score' || report.elements.some((element) => element[lens] !== null),
  );
}

/** Renders the elements with their scores, and the overall score. */
export const renderElements: Section = (page) => {
  const { report, context } = page;
  const { messages } = context;
  const lenses = listLenses(page);
  const rows = report.elements.map((element): Cell[] => [
    { text: `${element.name}\n${element.asks}`, bold: true },
    {
      text: `${getStatusSign(element.status)} ${describeStatus(element, messages)}`,
      ...{ bold: true, color: getStatusColor(element.status) },
    },
    ...lenses.map(({ lens }) =>
      lens === 'score'
        ? formatSaid({ said: element.score, isAsked: isAsked(element.practices) }, messages)
        : formatWholeScore(element[lens], messages),
    ),
    [
      ...(element.coverage === null ? [] : [`${formatPercent(element.coverage)} %`]),
      ...describeRange(element.range, messages),
    ].join('\n'),
  ]);
  const head = [
    messages['report.element'],
    messages['report.state'],
    ...lenses.map(({ name }) => name),
    messages['report.stateAnswered'],
  ];
  return [
    makeHeading(1, messages['report.elements']),
    makeText(messages['report.elementsAbout']),
    makeTable(page, head, rows, [3, 3, ...lenses.map(() => 1.4), 2.2]),
    makeText(
      [describeOverall(report, messages), ...describeRange(report.summary.range, messages)].join(' · '),
      { bold: true },
    ),
  ];
};

/** Renders the balance between the middle and the bookends. */
export const renderBalance: Section = ({ report, context: { messages } }) => [
  makeHeading(1, messages['report.balance']),
  makeText(describeBalance(report.summary.balance, report, messages)),
];

/** Renders the practices, with the said score on the color of its height. */
export const renderPractices: Section = (page) => {
  const { report, colors, context } = page;
  const { messages } = context;
  const lenses = listLenses(page);
  const rows = groupPractices(report).flatMap(({ name, practices }) =>
    practices.map((practice): Cell[] => [
      practice.name,
      name,
      ...lenses.map(({ lens }): Cell => {
        const score = practice[lens];
        if (score === null)
          return lens === 'score'
            ? formatSaid({ said: score, isAsked: isAsked([practice]) }, messages)
            : formatWholeScore(score, messages);
        const { ground, text } = colors.heat[getHeat(score)] ?? { ground: 'FFFFFF', text: colors.ink };
        return { text: formatWholeScore(score, messages), color: text, fill: ground };
      }),
    ]),
  );
  return [
    makeHeading(1, messages['report.practices']),
    makeText(messages['report.practicesAbout']),
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
    ...shown.flatMap((pattern): Block[] => [
      makeHeading(2, pattern.name),
      makeText(pattern.means),
      makeLabeled(messages['report.setOffBy'], ''),
      ...makeList(listPatternReasons(pattern, report, messages, nameCheck)),
      ...(pattern.firstMove === undefined
        ? []
        : [makeLabeled(messages['report.firstMove'], pattern.firstMove)]),
      ...(pattern.sources === undefined
        ? []
        : [makeLabeled(messages['report.standsBehind'], pattern.sources.join(' '))]),
    ]),
    ...(rest === undefined ? [] : [makeText(rest)]),
  ];
};
