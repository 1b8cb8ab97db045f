import type { QuestionView } from '#domain/interview.ts';
import { type MessageKey, type Messages, formatMessage } from '#domain/messages.ts';
import { escapeLine } from '#render/escape.ts';
import { clip, writeFlow, hang, wrap } from './layout.ts';
import type { Theme } from './theme.ts';

/** Size of the area that a question is drawn in. */
export interface Canvas {
  /** Width in columns. */
  readonly width: number;
  /** Rows of the terminal. A question that does not fit is shortened. */
  readonly rows: number;
}

/** Describes the time left, in minutes. */
export function estimateTimeLeft(minutes: number, messages: Messages): string {
  return minutes < 1
    ? formatMessage(messages, 'interview.lastMinute')
    : formatMessage(messages, 'interview.minutesLeft', { minutes });
}

/** Renders the position of the question and its wording. */
function renderHead(view: QuestionView, width: number, theme: Theme, messages: Messages): string[] {
  const { signs } = theme;
  const place = [
    formatMessage(messages, 'interview.practiceOf', { element: view.element, practice: view.practice }),
    formatMessage(messages, 'interview.place', { place: view.place, count: view.count }),
    estimateTimeLeft(view.minutesLeft, messages),
  ].map(escapeLine);
  return [
    ...writeFlow(place, ` ${signs.dot} `, width).map(theme.faint),
    ...wrap(escapeLine(view.ask), width).map(theme.strong),
  ];
}

/** Renders what the declared system says about the practice of a question. */
function renderDeclared(view: QuestionView, width: number, theme: Theme, messages: Messages): string[] {
  if (view.declared === undefined) return [];
  if (view.declared.length === 0)
    return wrap(escapeLine(messages['interview.declaredNothing']), width).map(theme.faint);
  const marker = `${messages['interview.declared']} `;
  return view.declared
    .map((line) => clip(escapeLine(marker + line), width, theme.signs.ellipsis))
    .map(theme.faint);
}

/** Renders the saved answer, evidence and note. */
function renderSaved(view: QuestionView, width: number, theme: Theme, messages: Messages): string[] {
  if (view.saved === undefined) return [];
  const { signs } = theme;
  const lines = wrap(
    escapeLine(formatMessage(messages, 'interview.savedAnswer', { answer: view.saved })),
    width,
  );
  lines.push(...view.evidence.flatMap((one) => hang(`  ${signs.dot} `, escapeLine(one), width)));
  if (view.note !== undefined) {
    lines.push(
      clip(
        `  ${signs.dot} ${escapeLine(`${messages['interview.hasNote']}: ${view.note}`)}`,
        width,
        signs.ellipsis,
      ),
    );
  }
  return lines.map(theme.faint);
}

/** Lists the keys of a question, except those of the levels, in display order. */
function listKeys({ mayNotApply }: QuestionView): readonly MessageKey[] {
  return [
    ...(['keys.help', 'keys.evidence', 'keys.note', 'keys.unknown'] as const),
    ...(mayNotApply ? (['keys.notApplicable'] as const) : []),
    ...(['keys.skip', 'keys.back', 'keys.quit'] as const),
  ];
}

function renderKeyLegend(view: QuestionView, width: number, theme: Theme, messages: Messages): string[] {
  const keys: MessageKey[] = ['keys.confirm', ...listKeys(view)];
  const choose = `${messages['keys.levels']} ${theme.signs.updown} ${messages['keys.choose']}`;
  const texts = [choose, ...keys.map((key) => messages[key])].map(escapeLine);
  return writeFlow(texts, ` ${theme.signs.dot} `, width).map(theme.faint);
}

function renderLevels(
  view: QuestionView,
  highlighted: number | null,
  width: number,
  theme: Theme,
  full: boolean,
): string[] {
  return view.levels.flatMap((text, level) => {
    const isHighlighted = level === highlighted;
    const marker = `${isHighlighted ? theme.signs.pointer : ' '} ${level}  `;
    if (full || isHighlighted) {
      const lines = hang(marker, escapeLine(text), width);
      return isHighlighted ? lines.map((line) => theme.strong(theme.accent(line))) : lines;
    }
    return [clip(marker + escapeLine(text), width, theme.signs.ellipsis)];
  });
}

/**
 * Renders the question being answered. If it is higher than the terminal, levels that are not highlighted are
 * cut to one line each.
 */
export function renderQuestion(
  view: QuestionView,
  highlighted: number | null,
  message: string | undefined,
  { width, rows }: Canvas,
  theme: Theme,
  messages: Messages,
): string {
  const draw = (full: boolean): string[] => [
    ...renderHead(view, width, theme, messages),
    ...renderDeclared(view, width, theme, messages),
    '',
    ...renderLevels(view, highlighted, width, theme, full),
    '',
    ...renderSaved(view, width, theme, messages),
    ...(message === undefined ? [] : wrap(escapeLine(message), width).map(theme.bad)),
    ...renderKeyLegend(view, width, theme, messages),
  ];
  const whole = draw(true);
  // One row belongs to the prompt. A frame higher than the terminal cannot be redrawn in place.
  if (whole.length < rows) return whole.join('\n');
  const short = draw(false).filter((line) => line !== '');
  return short.slice(0, Math.max(1, rows - 1)).join('\n');
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
    ...view.levels.flatMap((text, level) => hang(`${level}  `, escapeLine(text), width)),
    ...renderSaved(view, width, theme, messages),
    ...wrap(escapeLine(keys.map((key) => messages[key]).join(', ')), width),
  ].join('\n');
}
