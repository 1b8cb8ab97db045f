import type { QuestionView } from '#domain/interview/interview.ts';
import type { Messages } from '#domain/messages.ts';
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
import { type VoicesDetail, renderVoices, renderVoicesPage } from './voices.ts';

/** Size of the area that a question is drawn in. */
export interface Canvas {
  /** Width in columns. */
  readonly width: number;
  /** Rows of the terminal. A question that does not fit is shortened. */
  readonly rows: number;
}

/**
 * Renders a question for a screen where the rest does not fit. In this order there has to be space for: the message and
 * the keys, the marked level, a row of the question, a row of every other level, the rest of the question, the medians.
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
  const voices = renderVoices(view.voices, 'medians', width, theme, messages).slice(
    0,
    free + 1 - head.length,
  );
  return [...head, ...voices, ...view.levels.flatMap((_, level) => shown.get(level) ?? []), ...foot];
}

/** What a question shows besides its levels and keys. */
interface Detail {
  /** Whether levels that are not marked have more than a row. */
  readonly isFull: boolean;
  /** Whether what is declared and saved is shown. */
  readonly hasDetails: boolean;
  readonly voices: VoicesDetail;
}

/** How much is shown, most first. The first that fits is taken. */
const details: readonly Detail[] = (['units', 'roles', 'medians'] as const).flatMap((voices) => [
  { isFull: true, hasDetails: true, voices },
  { isFull: true, hasDetails: false, voices },
  { isFull: false, hasDetails: true, voices },
  { isFull: false, hasDetails: false, voices },
]);

/**
 * Renders the question being answered. If it is higher than the terminal, it leaves out in this order: empty rows, what
 * is declared and saved, the sentences of levels that are not marked beyond a row, what units and then roles answered,
 * the place, the question beyond a row. The marked level, the label of every other level, the message and the keys stay on a terminal of 60 x 16 or more.
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
  const draw = ({ isFull, hasDetails, voices }: Detail): string[] => [
    ...renderHead(view, width, theme, messages),
    ...renderVoices(view.voices, voices, width, theme, messages),
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
  // One row belongs to the prompt. A frame higher than the terminal cannot be redrawn in place.
  const fits = (draft: readonly string[]): boolean => draft.length < rows;
  const full = draw({ isFull: true, hasDetails: true, voices: 'units' });
  if (fits(full)) return full;
  for (const detail of details) {
    const compact = draw(detail).filter((line) => line !== '');
    if (fits(compact)) return compact;
  }
  return renderEssentials(view, highlighted, message, canvas, theme, messages);
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
  const choose = view.keys.includes('reason') ? 'keys.plainAgreed' : 'keys.plainLevel';
  const keys = [messages[choose], ...listKeys(view, messages)];
  return [
    '',
    ...renderHead(view, width, theme, messages),
    ...(view.voices === undefined ? [] : renderVoicesPage(view.voices, width, theme, messages)),
    ...renderDeclared(view, width, theme, messages),
    ...view.levels.flatMap((each, level) => hang(`${level}  `, escapeLine(describeLevel(each)), width)),
    ...renderSaved(view, width, theme, messages),
    ...wrap(escapeLine(keys.join(', ')), width),
  ].join('\n');
}
