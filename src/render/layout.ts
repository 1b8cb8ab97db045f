import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Lines longer than this are hard to read, however wide the terminal is. */
const longestLine = 100;

/** Width, in columns, to lay text out in: that of the terminal, but readable, and never below 20. */
export function measureOf(columns: number): number {
  return Math.max(20, Math.min(columns, longestLine));
}

/** Text broken into lines of at most `width` columns; words longer than a line are cut. */
export function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true, trim: true }).split('\n');
}

/** Wrapped text behind a marker: the marker stands on the first line, the rest is indented beneath it. */
export function hang(marker: string, text: string, width: number): string[] {
  const indent = stringWidth(marker);
  return wrap(text, width - indent).map((line, index) => (index === 0 ? marker : ' '.repeat(indent)) + line);
}

/** Parts with a separator between them, broken into lines between parts where they fit. */
export function flow(parts: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    const longer = line === '' ? part : `${line}${separator}${part}`;
    if (line !== '' && stringWidth(longer) > width) {
      lines.push(line);
      line = part;
    } else line = longer;
  }
  return [...lines, line].flatMap((each) => wrap(each, width));
}

/** Text filled with spaces on the right up to a width in columns. */
export function padRight(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** Text filled with spaces on the left up to a width in columns. */
export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - stringWidth(text))) + text;
}

/** Text cut to a width in columns, with an ellipsis where something is missing. */
export function clip(text: string, width: number, ellipsis: string): string {
  if (stringWidth(text) <= width) return text;
  const room = width - stringWidth(ellipsis);
  let kept = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const next = stringWidth(segment);
    if (used + next > room) break;
    kept += segment;
    used += next;
  }
  return kept.trimEnd() + ellipsis;
}

export { stringWidth as widthOf };
