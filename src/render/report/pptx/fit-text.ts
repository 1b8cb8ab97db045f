import { clip, measureWidth, wrap } from '#render/terminal/layout.ts';

/** Width of an average character, as a share of the font size. Wider than Arial is, for fonts that replace it. */
const characterWidth = 0.56;

/** Width of an average bold character, as a share of the font size. */
const boldWidth = 0.62;

/** Height of a line, as a share of the font size. */
const lineHeight = 1.25;

/** A box for text in inches, and the largest and smallest font size in points. */
export interface TextBox {
  readonly w: number;
  readonly h: number;
  readonly largest: number;
  readonly smallest: number;
  readonly bold?: boolean;
}

/** A text with the font size at which it fits. */
export interface FittedText {
  readonly text: string;
  readonly fontSize: number;
}

/** Returns how many characters a line, and how many lines a box has at a font size. */
function countPlaces({ w, h, bold = false }: TextBox, fontSize: number): { columns: number; lines: number } {
  return {
    columns: Math.max(1, Math.floor((w * 72) / (fontSize * (bold ? boldWidth : characterWidth)))),
    lines: Math.max(1, Math.floor((h * 72) / (fontSize * lineHeight))),
  };
}

const wrapAll = (text: string, columns: number): string[] =>
  text.split('\n').flatMap((line) => {
    const lines = wrap(line, columns);
    return lines.length === 0 ? [''] : lines;
  });

/** Cuts the last line after a whole word, and marks it. */
function endEarly(line: string, columns: number): string {
  if (measureWidth(line) + 2 <= columns) return `${line} …`;
  const clipped = clip(line, columns - 1, '');
  const words = clipped.slice(0, clipped.lastIndexOf(' ') + 1).trimEnd();
  return `${words === '' ? clipped : words} …`;
}

/**
 * Fits a text into a box: at the largest font size that shows it whole or, if none does, cut after a word at the smallest.
 * No program that opens slides shrinks text by itself.
 */
export function fitText(text: string, box: TextBox): FittedText {
  for (let fontSize = box.largest; fontSize >= box.smallest; fontSize -= 0.5) {
    const { columns, lines } = countPlaces(box, fontSize);
    const widest = Math.max(0, ...text.split(/\s/).map(measureWidth));
    if (widest <= columns && wrapAll(text, columns).length <= lines) return { text, fontSize };
  }
  const { columns, lines } = countPlaces(box, box.smallest);
  const wrapped = wrapAll(text, columns);
  if (wrapped.length <= lines) return { text, fontSize: box.smallest };
  const shown = wrapped.slice(0, lines);
  const last = endEarly(shown.pop() ?? '', columns);
  return { text: [...shown, last].join(' '), fontSize: box.smallest };
}
