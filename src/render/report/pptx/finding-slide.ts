/** The first slide: the finding with the four elements. */
import type { Slide } from './library.ts';
import { isAsked } from '#domain/answers/not-known.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { listCommentaryTexts } from '#render/report/office/commentary-texts.ts';
import { getVerdictColors, verdictSigns } from '#render/report/office/colors.ts';
import { listActions, listMissingProofs, writeActionsTitle } from '#render/report/wording/actions.ts';
import { describeOverall, listSurprise, renderCounts } from '#render/report/wording/headline.ts';
import { describeStatus } from '#render/report/wording/labels.ts';
import { formatSaid, formatWholeScore } from '#render/report/wording/numbers.ts';
import { getVerdict } from '#render/report/wording/verdicts.ts';
import { type Deck, addSlide, addText, contentTop, contentWidth, margin } from './deck.ts';

/** Adds what to do first beside what surprises and how far the answers carry. */
function addSummary(slide: Slide, deck: Deck): void {
  const { report, colors, context } = deck;
  const { messages } = context;
  const actions = listActions(report, messages).map(
    ({ element, act }, index) => `${index + 1}. ${element}: ${act}`,
  );
  const { surprise } = report.summary;
  const counts = [...listMissingProofs(report, messages), ...renderCounts(report, messages)];
  const columns = [
    ...(actions.length === 0 ? [] : [{ title: writeActionsTitle(report, messages), lines: actions }]),
    surprise === undefined
      ? { title: messages['report.result'], lines: counts }
      : { title: messages['summary.surprise'], lines: [surprise.sentence, ...counts] },
  ];
  const gap = 0.5;
  const w = (contentWidth - gap * (columns.length - 1)) / columns.length;
  for (const [index, { title, lines }] of columns.entries()) {
    const place = { x: margin + index * (w + gap), w };
    const y = contentTop + 2.95;
    addText(slide, deck, title, { ...place, y, h: 0.35, size: 16, bold: true, color: colors.accent });
    addText(slide, deck, lines.join('\n'), { ...place, y: y + 0.4, h: 1.75, size: 14, least: 9 });
  }
}

/** Adds the first slide: the finding as its title, the score, and a card for each element. */
export function addFindingSlide(deck: Deck): void {
  const { report, colors, context } = deck;
  const { messages } = context;
  const { summary, elements } = report;
  const lines = [
    ...listSurprise(report, messages),
    ...renderCounts(report, messages),
    ...listCommentaryTexts(context.commentary?.overall, context),
    ...elements.flatMap(({ id, name }) =>
      listCommentaryTexts(context.commentary?.elements.get(id), context).map((text) => `${name}. ${text}`),
    ),
  ];
  const slide = addSlide(deck, summary.sentence, lines);
  const score = summary.score === null ? '–' : formatWholeScore(summary.score, messages);
  addText(slide, deck, score, {
    ...{ x: margin, y: contentTop, w: 2.6, h: 1.3, size: 80, color: colors.accent, bold: true },
  });
  const range = describeRange(summary.range, messages).join(' ');
  addText(
    slide,
    deck,
    summary.score === null ? describeOverall(report, messages) : messages['office.ofScore'],
    {
      ...{ x: margin, y: contentTop + 1.4, w: 2.6, h: 0.75, size: 16, color: colors.ink },
    },
  );
  addText(slide, deck, range, {
    ...{ x: margin, y: contentTop + 2.2, w: 2.6, h: 0.5, size: 14, color: colors.faint },
  });
  const [left, gap, height] = [3.6, 0.2, 2.7];
  const width = (contentWidth + margin - left - gap * (elements.length - 1)) / elements.length;
  for (const [index, element] of elements.entries()) {
    const x = left + index * (width + gap);
    const verdict = getVerdict(element);
    const { fill, color, isFilled } = getVerdictColors(verdict, colors);
    const [ink, faint] = isFilled ? [color, color] : [colors.ink, colors.faint];
    slide.addShape('rect', { x, y: contentTop, w: width, h: height, fill: { color: fill } });
    slide.addShape('rect', { x, y: contentTop, w: width, h: 0.1, fill: { color: isFilled ? fill : color } });
    const inside = { x: x + 0.15, w: width - 0.3 };
    addText(slide, deck, element.name, {
      ...inside,
      y: contentTop + 0.25,
      h: 0.4,
      size: 18,
      bold: true,
      color: ink,
    });
    addText(slide, deck, element.asks, {
      ...{ ...inside, y: contentTop + 0.65, h: 0.3, size: 12, color: faint },
    });
    addText(slide, deck, formatSaid({ said: element.score, isAsked: isAsked(element.practices) }, messages), {
      ...{
        ...inside,
        y: contentTop + 1.0,
        h: 0.65,
        size: 36,
        least: 14,
        bold: true,
        color: ink,
        valign: 'middle',
      },
    });
    addText(slide, deck, `${verdictSigns[verdict]} ${describeStatus(element, messages)}`, {
      ...{ ...inside, y: contentTop + 1.8, h: 0.75, size: 14, color, bold: true },
    });
  }
  addSummary(slide, deck);
}
