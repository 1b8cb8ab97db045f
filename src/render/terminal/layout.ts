import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Lines longer than this are hard to read, however wide the terminal is. */
const longestLine = 100;

/** Width, in columns, to lay text out in: that of the terminal, but readable, and never below 20. */
export function measureOf(columns: number): number {
  return Math.max(20, Math.min(columns, longestLine));
}

/** Columns that a text takes in a terminal. */
export function measureWidth(text: string): number {
  return stringWidth(text);
}

/** Text broken into lines of at most `width` columns; words longer than a line are cut. */
export function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true, trim: true }).split('\n');
}

/** Wrapped text behind a marker: the marker stands on the first line, the rest is indented beneath it. */
export function hang(marker: string, text: string, width: number): string[] {
  const indent = measureWidth(marker);
  return wrap(text, width - indent).map((line, index) => (index === 0 ? marker : ' '.repeat(indent)) + line);
}

/** Parts with a separator between them, broken into lines between parts where they fit. */
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

/** Text filled with spaces on the left up to a width in columns. */
export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - measureWidth(text))) + text;
}

let segmenter: Intl.Segmenter | undefined;

/** Units of a text that are looked at together: for each sign, the whole of what it was found in is copied. */
const pieceLength = 512;

/** Finds one sign of a text after the other, in time that is linear in the text. */
function* eachSign(text: string): Generator<string> {
  // Made when first asked for: that takes ten milliseconds, and few texts need it.
  segmenter ??= new Intl.Segmenter();
  for (let start = 0; start < text.length;) {
    const end = start + pieceLength;
    // Not between the two halves of a character.
    const piece = text.slice(start, /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end);
    const signs = Array.from(segmenter.segment(piece), ({ segment }) => segment);
    const goesOn = start + piece.length < text.length;
    // The last one may go on behind the piece.
    const last = goesOn && signs.length > 1 ? (signs.pop() ?? '') : '';
    yield* signs;
    start += piece.length - last.length;
  }
}

/** The signs of a text as a reader sees them: an emoji of several parts is one. */
export function splitSigns(text: string): string[] {
  return [...eachSign(text)];
}

/** Text cut to a width in columns, with an ellipsis where something is missing. */
export function clip(text: string, width: number, ellipsis: string): string {
  if (measureWidth(text) <= width) return text;
  const room = width - measureWidth(ellipsis);
  let kept = '';
  let used = 0;
  for (const sign of eachSign(text)) {
    used += measureWidth(sign);
    if (used > room) break;
    kept += sign;
  }
  return kept.trimEnd() + ellipsis;
}
