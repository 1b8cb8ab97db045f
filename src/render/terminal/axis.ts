import type { Messages } from '#domain/messages.ts';
import { escapeLine } from '#render/escape.ts';
import { roundToOneDigit } from '#render/report/wording/numbers.ts';
import { type Thresholds, listMarks } from '#render/report/wording/verdicts.ts';
import { countCells } from './bar.ts';

/**
 * Renders the numbers of the axis below or above bars of `width` columns: 0, the marks and 100. A number that does not fit
 * beside the ones before it is left out.
 */
export function renderAxis(width: number, thresholds: Thresholds, messages: Messages): string {
  const marks = listMarks(thresholds);
  const cells = width - marks.length;
  const row = [...' '.repeat(width)];
  const write = (text: string, from: number): void => {
    const isFree = row.slice(Math.max(0, from - 1), from + text.length + 1).every((sign) => sign === ' ');
    if (isFree && from >= 0 && from + text.length <= width) row.splice(from, text.length, ...text);
  };
  write('0', 0);
  write('100', width - 3);
  for (const [index, score] of marks.entries()) {
    const text = escapeLine(roundToOneDigit(score, messages));
    write(text, countCells(score, cells) + index - Math.floor((text.length - 1) / 2));
  }
  return row.join('').trimEnd();
}
