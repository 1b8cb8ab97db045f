import type { QuestionView } from '#domain/interview.ts';
import type { MessageKey, Messages } from '#domain/messages.ts';
import { escapeLine } from '#render/escape.ts';
import { clip, cutRows, hang, wrap } from './layout.ts';
import {
  describeLevel,
  listKeys,
  renderDeclared,
  renderHead,
  renderKeyLegend,
  renderLevel,
  renderSaved,
  renderShortLegend,
} from './question-parts.ts';
import type { Theme } from './theme.ts';

/** Size of the area that a question is drawn in. */
export interface Canvas {
  /** Width in columns. */
  readonly width: number;
  /** Rows of the terminal. A question that does not fit is shortened. */
  readonly rows: number;
}

/**
 * Renders a question for a screen where the rest does not fit. In this order there has to be space for: the message and
 * the keys, the marked level, a row of the question, a row of every other level, the rest of the question.
 */
function renderEssentials(
  view: QuestionView,
  marked: number | null,
  message: string | undefined,
  { width, rows }: Canvas,
  theme: Theme,
  messages: Messages,
): string[] {
  const limit = Math.max(1, rows - 1);
  const said = message === undefined ? [] : wrap(escapeLine(message), width).map(theme.bad);
  const legend = renderKeyLegend(view, width, theme, messages);
  const keys = legend.length <= limit / 3 ? legend : [renderShortLegend(view, width, theme, messages)];
  const foot = [...said.slice(0, 2), ...keys].slice(-limit);
  const space = limit - foot.length;
  const shown = new Map<number, string[]>();
  if (marked !== null) shown.set(marked, renderLevel(view, marked, true, width, theme, space));
  let free = space - (shown.get(marked ?? -1)?.length ?? 0) - 1;
  const nearestFirst = view.levels
    .map((_, level) => level)
    .filter((level) => level !== marked)
    .toSorted((a, b) => Math.abs(a - (marked ?? 0)) - Math.abs(b - (marked ?? 0)));
  for (const level of nearestFirst.slice(0, Math.max(0, free))) {
    shown.set(level, renderLevel(view, level, false, width, theme, 1));
    free -= 1;
  }
  const ask = wrap(escapeLine(view.ask), width);
  const head = cutRows(ask, Math.max(0, free + 1), width, theme.signs.ellipsis).map(theme.strong);
  return [...head, ...view.levels.flatMap((_, level) => shown.get(level) ?? []), ...foot];
}

/**
 * Renders the question being answered. If it is higher than the terminal, it leaves out in this order: empty rows, what
 * is declared and saved, the sentences of levels that are not marked beyond a row, the place, the question beyond a
 * row. The marked level, the label of every other level, the message and the keys stay on a terminal of 60 x 16 or more.
 */
export function renderQuestion(
  view: QuestionView,
  highlighted: number | null,
  message: string | undefined,
  canvas: Canvas,
  theme: Theme,
  messages: Messages,
): string[] {
  const { width, rows } = canvas;
  const draw = ({ isFull, hasDetails }: { isFull: boolean; hasDetails: boolean }): string[] => [
    ...renderHead(view, width, theme, messages),
    ...(hasDetails ? renderDeclared(view, width, theme, messages) : []),
    '',
    ...view.levels.flatMap((_, level) =>
      renderLevel(
        view,
        level,
        level === highlighted,
        width,
        theme,
        isFull || level === highlighted ? Infinity : 1,
      ),
    ),
    '',
    ...(hasDetails ? renderSaved(view, width, theme, messages) : []),
    ...(message === undefined ? [] : wrap(escapeLine(message), width).map(theme.bad)),
    ...renderKeyLegend(view, width, theme, messages),
  ];
  const full = draw({ isFull: true, hasDetails: true });
  const removeEmpty = (draft: readonly string[]): string[] => draft.filter((line) => line !== '');
  const drafts = [
    full,
    removeEmpty(full),
    removeEmpty(draw({ isFull: true, hasDetails: false })),
    removeEmpty(draw({ isFull: false, hasDetails: true })),
    removeEmpty(draw({ isFull: false, hasDetails: false })),
  ];
  // One row belongs to the prompt. A frame higher than the terminal cannot be redrawn in place.
  return (
    drafts.find((draft) => draft.length < rows) ??
    renderEssentials(view, highlighted, message, canvas, theme, messages)
  );
}

/** Renders the line that remains after a question was answered or left. */
export function renderAnswered(
  view: QuestionView,
  left: { readonly text: string; readonly isAnswer: boolean },
  width: number,
  theme: Theme,
): string {
  const { signs } = theme;
  const sign = left.isAnswer ? theme.good(signs.done) : theme.faint(signs.dot);
  const text = escapeLine(`${view.practice} ${signs.dash} ${left.text}`);
  return clip(`${sign} ${text}`, width, signs.ellipsis);
}

/** Renders the question as plain lines, for a screen reader, a pipe or a dumb terminal. */
export function renderPlainQuestion(
  view: QuestionView,
  width: number,
  theme: Theme,
  messages: Messages,
): string {
  const keys: MessageKey[] = ['keys.plainLevel', ...listKeys(view)];
  return [
    '',
    ...renderHead(view, width, theme, messages),
    ...renderDeclared(view, width, theme, messages),
    ...view.levels.flatMap((each, level) => hang(`${level}  `, escapeLine(describeLevel(each)), width)),
    ...renderSaved(view, width, theme, messages),
    ...wrap(escapeLine(keys.map((key) => messages[key]).join(', ')), width),
  ].join('\n');
}
