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

/** Renders a question for a screen where the levels do not all fit: the marked level, the message and the keys. */
function renderEssentials(
  view: QuestionView,
  highlighted: number | null,
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
  const ask = wrap(escapeLine(view.ask), width);
  const level = highlighted === null ? [] : renderLevel(view, highlighted, true, width, theme, space);
  // The question gives way to the marked level; other levels take what is left.
  const head = cutRows(ask, Math.max(0, space - level.length), width, theme.signs.ellipsis).map(theme.strong);
  let free = space - level.length - head.length;
  const others = new Map<number, string[]>();
  if (highlighted !== null) others.set(highlighted, level);
  const first = highlighted ?? 0;
  const byDistance = view.levels
    .map((_, index) => index)
    .toSorted((a, b) => Math.abs(a - first) - Math.abs(b - first));
  for (const index of byDistance) {
    if (free <= 0) break;
    if (others.has(index)) continue;
    others.set(index, renderLevel(view, index, false, width, theme, 1));
    free -= 1;
  }
  const levels = view.levels.flatMap((_, index) => others.get(index) ?? []);
  return [...head, ...levels, ...foot];
}

/**
 * Renders the question being answered. If it is higher than the terminal, it leaves out in this order: the text of
 * levels that are not marked beyond a row, what is declared and saved, the place, what the keys mean, other levels,
 * the question. The marked level, the message and the keys stay.
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
  const drafts = [
    draw({ isFull: true, hasDetails: true }),
    draw({ isFull: false, hasDetails: true }).filter((line) => line !== ''),
    draw({ isFull: false, hasDetails: false }).filter((line) => line !== ''),
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
