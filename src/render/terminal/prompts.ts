import type { ChoiceView, Frame, TextView } from '#domain/interview/interview.ts';
import { type Messages } from '#domain/messages.ts';
import { escapeLine, escapeLines } from '#render/escape.ts';
import { clip, hang, measureWidth, splitSigns, wrap } from './layout.ts';
import type { Canvas } from './question.ts';
import type { Theme } from './theme.ts';

/** Columns that typed text needs at least after its message; with fewer it starts on a row of its own. */
const leastRoom = 10;

/**
 * Returns whether a row fits. Code units count too: `@inquirer/core` derives the row of the cursor from them
 * (SBoudrias/Inquirer.js, screen-manager.ts), and an emoji has more units than columns.
 */
function fits(row: string, width: number): boolean {
  return Math.max(measureWidth(row), row.length) <= width;
}

/** Breaks a text that is being typed into rows, and finds the cursor in them. */
function layOutTyped(
  { text, cursor }: Pick<TextView, 'text' | 'cursor'>,
  indent: number,
  width: number,
): { rows: string[]; row: number; after: string } {
  const rows: string[] = [];
  let line = '';
  let offset = 0;
  let space = width - indent;
  let place: { row: number; start: number } | undefined;
  const endRow = (): void => {
    rows.push(line);
    line = '';
    space = width;
  };
  for (const sign of splitSigns(text)) {
    const shown = sign === '\n' ? '' : escapeLine(sign);
    if (shown !== '' && !fits(line + shown, space)) endRow();
    if (place === undefined && offset >= cursor) place = { row: rows.length, start: line.length };
    if (sign === '\n') endRow();
    line += shown;
    offset += sign.length;
  }
  if (!fits(`${line} `, space)) endRow();
  place ??= { row: rows.length, start: line.length };
  rows.push(line);
  return { rows, row: place.row, after: rows[place.row]?.slice(place.start) ?? '' };
}

/** Cuts a frame to a number of rows: the row of the cursor, the rows above it, and the message at the end stay. */
function shorten({ rows, cursor }: Required<Frame>, foot: readonly string[], limit: number): Frame {
  const message = foot.slice(0, limit - 1);
  const start = Math.max(0, cursor.row + 1 - (limit - message.length));
  const body = rows.slice(start, start + limit - message.length);
  return { rows: [...body, ...message], cursor: { ...cursor, row: cursor.row - start } };
}

/** Renders a prompt for text while it is typed. */
export function renderText(view: TextView, { width: columns, rows }: Canvas, theme: Theme): Frame {
  // The cursor needs a column after the text.
  const width = columns - 1;
  const hint = view.hint === undefined ? [] : escapeLines(view.hint).flatMap((line) => wrap(line, width));
  const message = hang('? ', escapeLine(view.message), width);
  const last = message.at(-1) ?? '';
  const indent = measureWidth(last) + 1;
  const hasRoom = width - indent >= leastRoom;
  const typed = layOutTyped(view, hasRoom ? indent : 0, width);
  const styled = message.map(theme.strong);
  const [first = '', ...others] = typed.rows;
  const body = hasRoom
    ? [...styled.slice(0, -1), `${styled.at(-1) ?? ''} ${first}`, ...others]
    : [...styled, first, ...others];
  const fault = view.fault === undefined ? [] : wrap(escapeLine(view.fault), width).map(theme.bad);
  const row = hint.length + styled.length - (hasRoom ? 1 : 0) + typed.row;
  const frame = { rows: [...hint.map(theme.faint), ...body], cursor: { row, after: typed.after } };
  return shorten(frame, fault, Math.max(1, rows - 1));
}

/** Adds the neighbors of the marked item, in turn below and above, as long as there is space for them. */
function fillAround(
  items: readonly (readonly string[])[],
  marked: number,
  chosen: readonly string[],
  space: number,
): string[] {
  const list = [...chosen];
  let free = space;
  let [above, below] = [marked - 1, marked + 1];
  for (;;) {
    const next = items[below];
    const previous = items[above];
    const hasNext = next !== undefined && next.length <= free;
    if (hasNext) {
      list.push(...next);
      free -= next.length;
      below += 1;
    }
    const hasPrevious = previous !== undefined && previous.length <= free;
    if (hasPrevious) {
      list.unshift(...previous);
      free -= previous.length;
      above -= 1;
    }
    if (!hasNext && !hasPrevious) return list;
  }
}

/**
 * Renders a prompt with choices. Where not all fit, all but the marked one are cut to a row; where that is too much,
 * those around the marked one are shown.
 */
export function renderChoice(
  { message, names, marked, fault }: ChoiceView,
  { width, rows }: Canvas,
  theme: Theme,
  messages: Messages,
): Frame {
  const { signs } = theme;
  const limit = Math.max(1, rows - 1);
  const head = hang('? ', escapeLine(message), width).map(theme.strong);
  const keys = `${signs.updown} ${messages['keys.navigate']} ${signs.dot} Enter ${messages['keys.select']}`;
  const foot = [
    ...(fault === undefined ? [] : wrap(escapeLine(fault), width).map(theme.bad)),
    theme.faint(clip(escapeLine(keys), width, signs.ellipsis)),
  ];
  const whole = names.map((name, index) =>
    index === marked
      ? hang(`${signs.pointer} `, escapeLine(name), width).map((line) => theme.strong(theme.accent(line)))
      : hang('  ', escapeLine(name), width),
  );
  const hasRoom = head.length + whole.flat().length + foot.length <= limit;
  const items = hasRoom
    ? whole
    : whole.map((item, index) =>
        index === marked ? item : [clip(`  ${escapeLine(names[index] ?? '')}`, width, signs.ellipsis)],
      );
  // The marked choice and the keys stay; the head gives way to them.
  const chosen = (items[marked] ?? []).slice(0, limit);
  const kept = foot.slice(Math.max(0, foot.length - (limit - chosen.length)));
  const heading = head.slice(0, Math.max(0, limit - chosen.length - kept.length));
  const list = fillAround(items, marked, chosen, limit - chosen.length - kept.length - heading.length);
  const isWhole = heading.length + items.flat().length + foot.length < limit;
  return { rows: [...heading, ...list, ...(isWhole ? [''] : []), ...kept] };
}

/** Renders what remains of a prompt after its answer. Only a saved answer has a tick. */
export function renderSettled(
  {
    message,
    answer,
    isSaved,
  }: { readonly message: string; readonly answer: string; readonly isSaved: boolean },
  width: number,
  theme: Theme,
): string {
  const { signs } = theme;
  const sign = isSaved ? signs.done : signs.dot;
  const paint = isSaved ? theme.good : theme.faint;
  const [first = '', ...others] = hang(`${sign} `, escapeLine(`${message} ${answer}`.trim()), width);
  return [paint(sign) + first.slice(sign.length), ...others].join('\n');
}
