/** What all slides share: size, colors, title, footer and notes. */
import type { Presentation, Slide } from './library.ts';
import { formatMessage } from '#domain/messages.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';
import { type OfficeColors, fontName } from '#render/report/office/colors.ts';
import { writeFileTitle } from '#render/report/office/office-wording.ts';
import { readPicture } from '#render/report/office/read-picture.ts';
import { describeSource } from '#render/report/cover.ts';
import { describeLimits } from '#render/report/wording/phrases.ts';
import { fitText } from './fit-text.ts';

/** Width and height of a slide of 16:9, and the space beside its content, in inches. */
export const [slideWidth, slideHeight, margin] = [13.333, 7.5, 0.6];

/** Where the content of a slide begins and ends, from the top, and how wide it is, in inches. */
export const [contentTop, contentEnd, contentWidth] = [1.75, 6.8, slideWidth - 2 * margin];

/** A presentation that is being made. */
export interface Deck {
  readonly file: Presentation;
  readonly report: ReportDocument;
  readonly context: ReportContext;
  readonly colors: OfficeColors;
}

/** A box of text with its place in inches. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly size: number;
  readonly least?: number;
  readonly color?: string;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'middle' | 'bottom';
}

/** Adds a text in the largest font size that fits, from `size` down to `least`. */
export function addText(slide: Slide, deck: Deck, text: string, place: PlacedText): void {
  const { x, y, w, h, size, least = 9, color = deck.colors.ink, bold = false } = place;
  const fitted = fitText(text, { w, h, bold, largest: size, smallest: least });
  slide.addText(fitted.text, {
    ...{ x, y, w, h, color, bold, margin: 0, fontFace: fontName, fontSize: fitted.fontSize },
    align: place.align ?? 'left',
    valign: place.valign ?? 'top',
  });
}

/** Returns what the speaker can say about a slide: its details, then the sources of the whole report and its limits. */
function writeNotes(details: readonly string[], { report, context }: Deck): string {
  const { messages } = context;
  return [
    ...details,
    ...report.sources.map((source) => describeSource(source, messages, context.isTechnical)),
    ...describeLimits(report, messages),
  ].join('\n\n');
}

/** Adds the logo of the brand in the upper right, if office programs can show it. Returns its width in inches. */
function addLogo(slide: Slide, { context: { brand } }: Deck): number {
  const picture = readPicture(brand.logo);
  if (picture === undefined) return 0;
  const [most, tallest] = [1.8, 0.6];
  const scale = Math.min(most / picture.width, tallest / picture.height);
  const [w, h] = [picture.width * scale, picture.height * scale];
  slide.addImage({
    data: picture.address.replace(/^data:/, ''),
    ...{ x: slideWidth - margin - w, y: 0.45, w, h },
    altText: brand.name ?? '',
  });
  return w + 0.3;
}

/**
 * Adds a slide: its title, which is its message, and the footer with company, day and brand.
 *
 * @param notes what the speaker can say beside it
 */
export function addSlide(deck: Deck, title: string, notes: readonly string[]): Slide {
  const { file, report, context, colors } = deck;
  const { messages, brand } = context;
  const slide = file.addSlide();
  slide.background = { color: 'FFFFFF' };
  slide.addShape('rect', { x: 0, y: 0, w: slideWidth, h: 0.14, fill: { color: colors.accent } });
  const logo = addLogo(slide, deck);
  const place = { x: margin, y: 0.45, w: contentWidth - logo, h: 1.05 };
  const fitted = fitText(title, { ...place, largest: 26, smallest: 16, bold: true });
  slide.addText(fitted.text, {
    ...{ ...place, margin: 0, color: colors.ink, bold: true, fontFace: fontName },
    ...{ fontSize: fitted.fontSize, valign: 'middle', align: 'left', objectName: 'Title' },
  });
  const about = [
    writeFileTitle(report, messages),
    ...(brand.name === undefined ? [] : [formatMessage(messages, 'report.preparedBy', { name: brand.name })]),
    ...(brand.confidential === undefined ? [] : [brand.confidential]),
  ].join(' · ');
  const footer = { y: 7.02, h: 0.28, size: 10, least: 7, color: colors.faint, valign: 'middle' } as const;
  addText(slide, deck, about, { ...footer, x: margin, w: contentWidth - 1 });
  slide.slideNumber = {
    ...{ x: slideWidth - margin - 0.6, y: 7.02, w: 0.6, h: 0.28 },
    ...{ color: colors.faint, fontFace: fontName, fontSize: 10, align: 'right' },
  };
  slide.addNotes(writeNotes(notes, deck));
  return slide;
}
