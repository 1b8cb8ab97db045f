import { escapeLine, escapeLines, escapeCommands } from '#render/escape.ts';
import { writeFlow, splitSigns, measureWidth, wrap } from './layout.ts';

const noBreak = '\u00a0';

/** A last word too short for a line of its own. */
const shortEnd = /(?<= \S{1,12}) (?=\S{1,4}$)/u;

/** An emoji of several parts: joined by U+200D or with a skin tone. */
const isJoined = /\u200d|\p{Emoji_Modifier}/u;

/**
 * Returns the maximum width of a text in columns: many terminals draw the parts of a joined emoji side by
 * side.
 */
export function getColumns(text: string): number {
  if (!isJoined.test(text)) return measureWidth(text);
  // The joiner itself takes no column.
  const measureApart = (sign: string): number =>
    [...sign.replaceAll('\u200d', '')].reduce((sum, part) => sum + measureWidth(part), 0);
  const joined = splitSigns(text).filter((sign) => isJoined.test(sign));
  return joined.reduce(
    (sum, sign) => sum + Math.max(0, measureApart(sign) - measureWidth(sign)),
    measureWidth(text),
  );
}

/** Pads text to a width in columns. */
export function fill(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const free = ' '.repeat(Math.max(0, width - getColumns(text)));
  return align === 'right' ? free + text : text + free;
}

/**
 * Cuts a row that is still too wide, at spaces if it has any, otherwise between grapheme clusters. Splits a
 * cluster that is wider than a line, such as stacked Hangul.
 */
function cut(row: string, width: number): string[] {
  // A UTF-16 unit is at most two columns wide.
  if (row.length * 2 <= width || getColumns(row) <= width) return [row];
  const rows: string[] = [];
  let current = '';
  let used = 0;
  const signs = splitSigns(row).flatMap((sign) => (getColumns(sign) > width ? [...sign] : [sign]));
  for (const sign of signs) {
    const columns = getColumns(sign);
    if (current !== '' && used + columns > width) {
      const space = current.lastIndexOf(' ');
      rows.push(space > 0 ? current.slice(0, space) : current);
      current = space > 0 ? current.slice(space + 1) : '';
      used = getColumns(current);
    }
    current += sign;
    used += columns;
  }
  return [...rows, current];
}

/**
 * Breaks a line into rows, none of which is a command to a CI log. Escaping a command can make a row too
 * long, so that row is broken again.
 */
function breakLine(line: string, width: number): string[] {
  return wrap(line, width)
    .flatMap((row) => cut(row, width))
    .map((row) => row.replaceAll(noBreak, ' ').trimEnd())
    .flatMap((row) => {
      const tame = escapeCommands(row);
      return tame === row ? [row] : breakLine(tame, width);
    });
}

/**
 * Wraps text from anyone to lines of at most `width` columns that are safe to print and log. Keeps line
 * breaks, splits long words, does not break at no-break spaces and writes them as spaces. Drops blank lines
 * at the ends and repeated ones. Returns at least one line.
 */
export function escapeAndWrap(text: string, width: number): string[] {
  const lines = escapeLines(text).flatMap((line) =>
    breakLine(escapeCommands(line).replace(shortEnd, noBreak), Math.max(1, width)),
  );
  const rows = lines.filter((line, index) => line !== '' || (lines[index - 1] ?? '') !== '');
  return rows.length > 1 && rows.at(-1) === '' ? rows.slice(0, -1) : rows.length === 0 ? [''] : rows;
}

/** Joins parts from anyone with a separator, in lines of at most `width` columns. */
export function escapeAndFlow(parts: readonly string[], separator: string, width: number): string[] {
  return writeFlow(parts.map(escapeLine), separator, width).flatMap((line) => escapeAndWrap(line, width));
}
