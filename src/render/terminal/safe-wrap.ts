import { safeLine, safeLines, withoutCommands } from '#render/escape.ts';
import { writeFlow, splitSigns, measureWidth, wrap } from './layout.ts';

const noBreak = '\u00a0';

/** The last word of a paragraph where it is too short to stand in a line alone. */
const shortEnd = /(?<= \S{1,12}) (?=\S{1,4}$)/u;

/** Parts of one emoji: joined by U+200D, or of another skin. */
const isJoined = /\u200d|\p{Emoji_Modifier}/u;

/** The columns that a text takes at most: many terminals draw the parts of a joined emoji side by side. */
export function getColumns(text: string): number {
  if (!isJoined.test(text)) return measureWidth(text);
  // The joiner itself takes no column.
  const apart = (sign: string): number =>
    [...sign.replaceAll('\u200d', '')].reduce((sum, part) => sum + measureWidth(part), 0);
  const joined = splitSigns(text).filter((sign) => isJoined.test(sign));
  return joined.reduce(
    (sum, sign) => sum + Math.max(0, apart(sign) - measureWidth(sign)),
    measureWidth(text),
  );
}

/** Text filled with spaces on the right, or on the left, up to a width in columns. */
export function fill(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const free = ' '.repeat(Math.max(0, width - getColumns(text)));
  return align === 'right' ? free + text : text + free;
}

/**
 * A row that takes too many columns after all, cut at its spaces where it has any, else between its signs; one
 * that is wider than a line, such as stacked Hangul, is cut itself.
 */
function cut(row: string, width: number): string[] {
  // No UTF-16 unit is wider than two columns.
  if (row.length * 2 <= width || getColumns(row) <= width) return [row];
  const rows: string[] = [];
  let kept = '';
  const signs = splitSigns(row).flatMap((sign) => (getColumns(sign) > width ? [...sign] : [sign]));
  for (const sign of signs) {
    if (kept !== '' && getColumns(kept + sign) > width) {
      const space = kept.lastIndexOf(' ');
      rows.push(space > 0 ? kept.slice(0, space) : kept);
      kept = space > 0 ? kept.slice(space + 1) : '';
    }
    kept += sign;
  }
  return [...rows, kept];
}

/** A line broken into rows, none of which a log takes for a command: escaping one can make it longer again. */
function broken(line: string, width: number): string[] {
  return wrap(line, width)
    .flatMap((row) => cut(row, width))
    .map((row) => row.replaceAll(noBreak, ' ').trimEnd())
    .flatMap((row) => {
      const tame = withoutCommands(row);
      return tame === row ? [row] : broken(tame, width);
    });
}

/**
 * Text of anybody in lines of at most `width` columns, safe to print and to log. Line breaks stay, long words
 * are cut, a no-break space holds its words together and is written as a space. No blank lines at the ends, and
 * never two in a row; at least one line.
 */
export function safeWrap(text: string, width: number): string[] {
  const lines = safeLines(text).flatMap((line) =>
    broken(withoutCommands(line).replace(shortEnd, noBreak), Math.max(1, width)),
  );
  const kept = lines.filter((line, index) => line !== '' || (lines[index - 1] ?? '') !== '');
  return kept.length > 1 && kept.at(-1) === '' ? kept.slice(0, -1) : kept.length === 0 ? [''] : kept;
}

/** Parts of anybody with a separator between them, each a line, in lines of at most `width` columns. */
export function safeFlow(parts: readonly string[], separator: string, width: number): string[] {
  return writeFlow(parts.map(safeLine), separator, width).flatMap((line) => safeWrap(line, width));
}
