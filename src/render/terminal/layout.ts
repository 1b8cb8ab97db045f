import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Maximum line length in columns: longer lines are hard to read, even in a wide terminal. */
const longestLine = 100;

/** Returns the width to lay text out in, in columns: that of the terminal, between 20 and 100. */
export function limitWidth(columns: number): number {
  return Math.max(20, Math.min(columns, longestLine));
}

/**
 * Returns the width of a text in columns. Escape text from files first: the time taken for unterminated
 * hyperlinks is quadratic.
 */
export function measureWidth(text: string): number {
  return stringWidth(text);
}

/** Breaks text into lines of at most `width` columns. Splits words that are longer than a line. */
export function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true, trim: true }).split('\n');
}

/** Wraps text after a marker. Further lines are indented to the width of the marker. */
export function hang(marker: string, text: string, width: number): string[] {
  const indent = measureWidth(marker);
  return wrap(text, width - indent).map((line, index) => (index === 0 ? marker : ' '.repeat(indent)) + line);
}

/** Joins parts with a separator and breaks lines between parts where possible. */
export function writeFlow(parts: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    const longer = line === '' ? part : `${line}${separator}${part}`;
    if (line !== '' && measureWidth(longer) > width) {
      lines.push(line);
      line = part;
    } else line = longer;
  }
  return [...lines, line].flatMap((each) => (measureWidth(each) <= width ? [each] : wrap(each, width)));
}

/** Pads text on the left to a width in columns. */
export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - measureWidth(text))) + text;
}

let segmenter: Intl.Segmenter | undefined;

/** UTF-16 units segmented at a time: each segment retains a copy of the whole input. */
const pieceLength = 512;

/** Text in which every character is a grapheme cluster. */
const latin = /^[ -~\u00a0-\u00ff]*$/;

/** Yields the grapheme clusters of a text in linear time. */
function* findSigns(text: string): Generator<string> {
  // Most texts need no segmenter, which takes many times as long.
  if (latin.test(text)) {
    yield* text;
    return;
  }
  // Created on first use: it takes 10 ms and few texts need it.
  segmenter ??= new Intl.Segmenter();
  for (let start = 0; start < text.length;) {
    const end = start + pieceLength;
    // Do not split a surrogate pair.
    const piece = text.slice(start, /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end);
    const signs = Array.from(segmenter.segment(piece), ({ segment }) => segment);
    const goesOn = start + piece.length < text.length;
    // The last cluster may continue in the next piece.
    const last = goesOn && signs.length > 1 ? (signs.pop() ?? '') : '';
    yield* signs;
    start += piece.length - last.length;
  }
}

/** Splits a text into grapheme clusters: an emoji of several code points is one. */
export function splitSigns(text: string): string[] {
  return [...findSigns(text)];
}

/** Cuts text to a width in columns. Adds an ellipsis if something is missing. */
export function clip(text: string, width: number, ellipsis: string): string {
  if (measureWidth(text) <= width) return text;
  const space = width - measureWidth(ellipsis);
  let result = '';
  let used = 0;
  for (const sign of findSigns(text)) {
    used += measureWidth(sign);
    if (used > space) break;
    result += sign;
  }
  return result.trimEnd() + ellipsis;
}

/** Cuts rows of text to a number of rows. Ends with an ellipsis if something is missing. */
export function cutRows(rows: readonly string[], most: number, width: number, ellipsis: string): string[] {
  if (rows.length <= most) return [...rows];
  const kept = rows.slice(0, most);
  const last = kept.pop();
  return last === undefined
    ? []
    : [...kept, `${clip(last, width - measureWidth(ellipsis) - 1, '')} ${ellipsis}`];
}
