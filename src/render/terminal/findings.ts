import type { Finding } from '#domain/types/report.ts';
import { escapeLine } from '#render/escape.ts';
import { clip, hang, padLeft, measureWidth } from './layout.ts';
import type { Theme } from './theme.ts';

/** Lines of context before and after the marked line. */
const context = 1;

/** UTF-16 units read per column of a line, so that a long line with many combining marks stays cheap. */
const unitsOfColumn = 32;

/** Cuts a long line to the part around a column, so that the marked place is visible at any width. */
function cutWindow(line: string, column: number, space: number): { text: string; before: string } {
  const start = column - 1 < space - 10 ? 0 : column - Math.floor(space / 2);
  return { text: line.slice(start, start + space * unitsOfColumn), before: line.slice(start, column - 1) };
}

/** Splits a file into lines as editors count them. */
export function getLines(text: string): string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
}

/** Renders the lines around a place, with a caret below the marked column. */
export function renderCodeFrame(
  lines: readonly string[],
  line: number,
  column: number,
  width: number,
  theme: Theme,
): string[] {
  const first = Math.max(1, line - context);
  const last = Math.min(lines.length, line + context);
  const gutter = String(last).length;
  const space = width - gutter - 5;
  const frame: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const source = lines[number - 1] ?? '';
    const isPlace = number === line;
    const { text: shown, before } = cutWindow(source, isPlace ? column : 1, space);
    const marker = isPlace ? theme.signs.pointer : ' ';
    frame.push(
      `${marker} ${theme.faint(`${padLeft(String(number), gutter)} |`)} ${clip(escapeLine(shown), space, theme.signs.ellipsis)}`,
    );
    if (!isPlace) continue;
    const offset = measureWidth(escapeLine(before));
    frame.push(
      `${' '.repeat(gutter + 3)}${theme.faint('|')} ${' '.repeat(Math.min(offset, space - 1))}${theme.bad('^')}`,
    );
  }
  return frame;
}

/** Renders findings: place, message, code frame and fix. */
export function renderFindings(
  findings: readonly Finding[],
  texts: ReadonlyMap<string, string>,
  width: number,
  theme: Theme,
): string {
  const named = new Set(findings.map(({ file }) => file));
  const lines = new Map(
    [...texts].filter(([file]) => named.has(file)).map(([file, text]) => [file, getLines(text)]),
  );
  const blocks = findings.map((finding) => {
    const { file = '', line, column, severity, message, check, fix } = finding;
    const place = [escapeLine(file), line, column]
      .filter((part) => part !== undefined && part !== '')
      .join(':');
    const source = lines.get(file);
    return [
      ...hang('', `${theme.strong(place)} ${theme.bad(severity)} ${theme.faint(escapeLine(check))}`, width),
      ...hang('  ', escapeLine(message), width),
      ...(source === undefined || line === undefined || column === undefined
        ? []
        : renderCodeFrame(source, line, column, width - 2, theme).map((row) => `  ${row}`)),
      ...(fix === undefined ? [] : hang('  ', `${theme.strong('Fix:')} ${escapeLine(fix)}`, width)),
    ].join('\n');
  });
  return blocks.join('\n\n');
}
