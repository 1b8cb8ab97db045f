import type { Finding } from '#domain/types/report.ts';
import { safeLine } from '#render/escape.ts';
import { clip, hang, padLeft, measureWidth } from './layout.ts';
import type { Theme } from './theme.ts';

/** Lines shown before and after the one that a finding points to. */
const context = 1;

/** A line is looked at as far as so many UTF-16 units for each column: signs of more are none that people write. */
const unitsOfColumn = 32;

/** The part of a long line around a column, so that the marked place can be seen at any width. */
function windowOn(line: string, column: number, room: number): { text: string; before: string } {
  const start = column - 1 < room - 10 ? 0 : column - Math.floor(room / 2);
  return { text: line.slice(start, start + room * unitsOfColumn), before: line.slice(start, column - 1) };
}

/** The lines of a file as an editor counts them. */
export function getLines(text: string): string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
}

/** The lines around a place, with the place marked beneath it. */
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
  const room = width - gutter - 5;
  const frame: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const source = lines[number - 1] ?? '';
    const isPlace = number === line;
    const { text: shown, before } = windowOn(source, isPlace ? column : 1, room);
    const marker = isPlace ? theme.signs.pointer : ' ';
    frame.push(
      `${marker} ${theme.faint(`${padLeft(String(number), gutter)} |`)} ${clip(safeLine(shown), room, theme.signs.ellipsis)}`,
    );
    if (!isPlace) continue;
    const offset = measureWidth(safeLine(before));
    frame.push(
      `${' '.repeat(gutter + 3)}${theme.faint('|')} ${' '.repeat(Math.min(offset, room - 1))}${theme.bad('^')}`,
    );
  }
  return frame;
}

/** Findings for a terminal: place, what is wrong, the lines around it, and what to do. */
export function renderFindings(
  findings: readonly Finding[],
  texts: ReadonlyMap<string, string>,
  width: number,
  theme: Theme,
): string {
  const lines = new Map([...texts].map(([file, text]) => [file, getLines(text)]));
  const blocks = findings.map((finding) => {
    const { file = '', line, column, severity, message, check, fix } = finding;
    const place = [safeLine(file), line, column]
      .filter((part) => part !== undefined && part !== '')
      .join(':');
    const source = lines.get(file);
    return [
      ...hang('', `${theme.strong(place)} ${theme.bad(severity)} ${theme.faint(safeLine(check))}`, width),
      ...hang('  ', safeLine(message), width),
      ...(source === undefined || line === undefined || column === undefined
        ? []
        : renderCodeFrame(source, line, column, width - 2, theme).map((row) => `  ${row}`)),
      ...(fix === undefined ? [] : hang('  ', `${theme.strong('Fix:')} ${safeLine(fix)}`, width)),
    ].join('\n');
  });
  return blocks.join('\n\n');
}
