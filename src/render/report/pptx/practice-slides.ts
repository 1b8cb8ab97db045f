/** The slides of the practices: what is missing, and what is in place. */
import { formatMessage } from '#domain/messages.ts';
import type { PracticeResult } from '#domain/types/report.ts';
import { makeNumberer } from '#render/report/backlog.ts';
import { getScoreColors } from '#render/report/office/colors.ts';
import { describeBands } from '#render/report/office/office-wording.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';
import { choosePatterns } from '#render/report/wording/pattern-phrases.ts';
import { describeScope } from '#render/report/wording/phrases.ts';
import { getBand } from '#render/report/wording/verdicts.ts';
import { type Deck, addSlide, addText, contentEnd, contentTop, contentWidth, margin } from './deck.ts';
import { type SlideCell, addTable } from './tables.ts';

/** Practices on the slide of what is missing. */
const weakestShown = 7;

/** Practices below each other on the slide of what is in place. */
const mostInColumn = 8;

/** A practice with a score, and its element. */
interface Scored {
  /** Name with the number in the plan, if it has one. */
  readonly name: string;
  readonly element: string;
  readonly score: number;
  /** Whether it is below its target. */
  readonly isBelow: boolean;
}

/** Lists the practices with a score, the lowest first. */
function listScored({ report, context: { messages } }: Deck): readonly Scored[] {
  const below = new Set(report.gaps.map(({ practice }) => practice));
  const number = makeNumberer(report, messages);
  return report.elements
    .flatMap(({ name: element, practices }) =>
      practices.flatMap(({ id, name, score }) =>
        score === null ? [] : [{ name: number({ id, name }), element, score, isBelow: below.has(id) }],
      ),
    )
    .toSorted((a, b) => a.score - b.score);
}

/** Counts the practices that are missing and in place, and tells whether any has a score. */
function countBands({ report: { elements, thresholds } }: Deck) {
  const bands = elements.flatMap(({ practices }) => practices.map(({ score }) => getBand(score, thresholds)));
  return {
    missing: bands.filter((band) => band === 'missing').length,
    inPlace: bands.filter((band) => band === 'in-place').length,
    of: bands.length,
    isScored: bands.some((band) => band !== 'unknown'),
  };
}

/** Makes the cell of a score on the color of its band. */
function makeScoreCell(
  text: string,
  score: number | null,
  { report, colors }: Deck,
): Exclude<SlideCell, string> {
  const { fill, color, bold } = getScoreColors(getBand(score, report.thresholds), colors);
  return { text, fill, color, bold };
}

/** Returns the message of what is missing: contradictions first, which surprise most. */
function describeMissing(deck: Deck): string {
  const { report, context } = deck;
  const { messages } = context;
  const { contradictions } = report.summary;
  const { missing, of, isScored } = countBands(deck);
  return [
    !isScored
      ? `${messages['chart.nothingScored']}.`
      : missing === 0
        ? messages['office.slideNoneWeak']
        : formatMessage(messages, missing === 1 ? 'office.slideWeakOne' : 'office.slideWeak', {
            count: missing,
            of,
          }),
    ...(contradictions === 0
      ? []
      : contradictions === 1
        ? [messages['office.slideContradiction']]
        : [formatMessage(messages, 'office.slideContradictions', { count: contradictions })]),
  ].join(' ');
}

/** Adds the slide of what is missing: the weakest practices beside the patterns that they make. */
export function addMissingSlide(deck: Deck): void {
  const { report, colors, context } = deck;
  const { messages } = context;
  const { shown, rest } = choosePatterns(report, messages);
  const slide = addSlide(
    deck,
    describeMissing(deck),
    shown.map(({ name, means }) => `${name}: ${means}`),
  );
  const rows = listScored(deck)
    .filter(({ isBelow }) => isBelow)
    .slice(0, weakestShown)
    .map(({ name, element, score }): SlideCell[] => {
      const number = { ...makeScoreCell(formatWholeScore(score, messages), score, deck), bold: true };
      return [{ text: name, bold: true }, element, number];
    });
  addTable(
    slide,
    deck,
    [messages['office.weakest'], messages['report.element'], messages['report.today']],
    rows,
    {
      ...{ x: margin, y: contentTop, widths: [3.2, 1.5, 0.9], headHeight: 0.45, rowHeight: 0.55 },
      sizes: [14, 9],
    },
  );
  const [left, width] = [6.7, contentWidth + margin - 6.7];
  addText(slide, deck, messages['report.patterns'], {
    ...{ x: left, y: contentTop, w: width, h: 0.45, size: 16, bold: true, color: colors.accent },
    valign: 'middle',
  });
  if (shown.length === 0) {
    addText(slide, deck, [messages['report.noPatterns'], ...describeScope(report, messages)].join('\n'), {
      ...{ x: left, y: contentTop + 0.6, w: width, h: 3, size: 14, least: 10 },
    });
    return;
  }
  for (const [index, { name, means }] of shown.entries()) {
    const y = contentTop + 0.6 + index * 1.4;
    slide.addShape('rect', { x: left, y, w: 0.06, h: 1.2, fill: { color: colors.accent } });
    const inside = { x: left + 0.2, w: width - 0.2 };
    addText(slide, deck, name, { ...inside, y, h: 0.35, size: 16, least: 11, bold: true });
    addText(slide, deck, means, { ...inside, y: y + 0.36, h: 0.9, size: 14, least: 9 });
  }
  if (rest === undefined) return;
  addText(slide, deck, rest, {
    ...{ x: left, y: contentTop + 4.75, w: width, h: 0.4, size: 12, least: 8, color: colors.faint },
  });
}

/** Splits the practices of each element into columns of about the same length that fit the slide. */
function makeColumns({ report }: Deck): { readonly name: string; readonly practices: PracticeResult[] }[] {
  return report.elements.flatMap(({ name, practices }) => {
    const columns = Math.ceil(practices.length / mostInColumn);
    const inColumn = Math.ceil(practices.length / columns);
    return Array.from({ length: columns }, (_, index) => ({
      name,
      practices: practices.slice(index * inColumn, (index + 1) * inColumn),
    }));
  });
}

/** Adds the slide of what is in place: all practices, each on the color of its band. */
export function addPracticesSlide(deck: Deck): void {
  const { report, colors, context } = deck;
  const { messages } = context;
  const { inPlace, of } = countBands(deck);
  const holding = report.elements.flatMap(({ practices }) =>
    practices.filter(({ score }) => getBand(score, report.thresholds) === 'in-place'),
  );
  const title = formatMessage(messages, inPlace === 1 ? 'office.slideHoldsOne' : 'office.slideHolds', {
    count: inPlace,
    of,
  });
  const slide = addSlide(
    deck,
    title,
    holding.map(({ name }) => name),
  );
  const number = makeNumberer(report, messages);
  const about = [
    describeBands(report, messages),
    ...(report.gaps.length === 0 ? [] : [messages['report.numbers']]),
  ];
  addText(slide, deck, about.join(' · '), {
    ...{ x: margin, y: contentTop - 0.15, w: contentWidth, h: 0.3, size: 12, least: 9, color: colors.faint },
  });
  const columns = makeColumns(deck);
  const gap = 0.15;
  const longest = Math.max(1, ...columns.map(({ practices }) => practices.length));
  const top = contentTop + 0.25;
  const rowHeight = Math.min(0.8, (contentEnd - top - 0.4) / longest);
  const width = (contentWidth - gap * (columns.length - 1)) / Math.max(1, columns.length);
  for (const [index, { name, practices }] of columns.entries()) {
    const rows = practices.map((practice): SlideCell[] => {
      const said = practice.score === null ? '–' : formatWholeScore(practice.score, messages);
      const { sign } = getScoreColors(getBand(practice.score, report.thresholds), colors);
      const cell = makeScoreCell(`${sign}${number(practice)}`, practice.score, deck);
      return [cell, { ...cell, text: said, bold: true }];
    });
    addTable(slide, deck, [name, ''], rows, {
      ...{ x: margin + index * (width + gap), y: top, headHeight: 0.4, rowHeight },
      widths: [width - 0.75, 0.75],
      sizes: [14, 7.5],
    });
  }
}
