import type { QuestionView } from '#domain/interview.ts';
import { type WordKey, type Words, formatMessage } from '#domain/messages.ts';
import { safeLine } from '#render/escape.ts';
import { clip, writeFlow, hang, wrap } from './layout.ts';
import type { Theme } from './theme.ts';

/** Where a question is drawn. */
export interface Canvas {
  /** Columns to lay out in. */
  readonly width: number;
  /** Rows of the terminal: a question that would not fit is drawn shorter. */
  readonly rows: number;
}

/** Time left in words. */
export function estimateTimeLeft(minutes: number, words: Words): string {
  return minutes < 1
    ? formatMessage(words, 'interview.lastMinute')
    : formatMessage(words, 'interview.minutesLeft', { minutes });
}

/** First lines of a question: where it stands, and what is asked. */
function questionHead(view: QuestionView, width: number, theme: Theme, words: Words): string[] {
  const { signs } = theme;
  const place = [
    formatMessage(words, 'interview.practiceOf', { element: view.element, practice: view.practice }),
    formatMessage(words, 'interview.place', { place: view.place, count: view.count }),
    estimateTimeLeft(view.minutesLeft, words),
  ].map(safeLine);
  return [
    ...writeFlow(place, ` ${signs.dot} `, width).map(theme.faint),
    ...wrap(safeLine(view.ask), width).map(theme.strong),
  ];
}

/** What the declared system says about the practice of a question. */
function declaredLines(view: QuestionView, width: number, theme: Theme, words: Words): string[] {
  if (view.declared === undefined) return [];
  if (view.declared.length === 0)
    return wrap(safeLine(words['interview.declaredNothing']), width).map(theme.faint);
  const marker = `${words['interview.declared']} `;
  return view.declared
    .map((line) => clip(safeLine(marker + line), width, theme.signs.ellipsis))
    .map(theme.faint);
}

/** What is already saved for a question, in a line or a few. */
function savedLines(view: QuestionView, width: number, theme: Theme, words: Words): string[] {
  if (view.saved === undefined) return [];
  const { signs } = theme;
  const lines = wrap(safeLine(formatMessage(words, 'interview.savedAnswer', { answer: view.saved })), width);
  lines.push(...view.evidence.flatMap((one) => hang(`  ${signs.dot} `, safeLine(one), width)));
  if (view.note !== undefined) {
    lines.push(
      clip(
        `  ${signs.dot} ${safeLine(`${words['interview.hasNote']}: ${view.note}`)}`,
        width,
        signs.ellipsis,
      ),
    );
  }
  return lines.map(theme.faint);
}

/** The keys of a question behind that of a level, in the order in which they are shown. */
function keysOf({ mayNotApply }: QuestionView): readonly WordKey[] {
  return [
    ...(['keys.help', 'keys.evidence', 'keys.note', 'keys.unknown'] as const),
    ...(mayNotApply ? (['keys.notApplicable'] as const) : []),
    ...(['keys.skip', 'keys.back', 'keys.quit'] as const),
  ];
}

function keyLegend(view: QuestionView, width: number, theme: Theme, words: Words): string[] {
  const keys: WordKey[] = ['keys.confirm', ...keysOf(view)];
  const choose = `${words['keys.levels']} ${theme.signs.updown} ${words['keys.choose']}`;
  const texts = [choose, ...keys.map((key) => words[key])].map(safeLine);
  return writeFlow(texts, ` ${theme.signs.dot} `, width).map(theme.faint);
}

function levelLines(
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
      const lines = hang(marker, safeLine(text), width);
      return isHighlighted ? lines.map((line) => theme.strong(theme.accent(line))) : lines;
    }
    return [clip(marker + safeLine(text), width, theme.signs.ellipsis)];
  });
}

/**
 * The question while it is being answered. Drawn in full where the terminal is high enough, else with the
 * levels that are not highlighted cut to one line each.
 */
export function renderQuestion(
  view: QuestionView,
  highlighted: number | null,
  message: string | undefined,
  { width, rows }: Canvas,
  theme: Theme,
  words: Words,
): string {
  const draw = (full: boolean): string[] => [
    ...questionHead(view, width, theme, words),
    ...declaredLines(view, width, theme, words),
    '',
    ...levelLines(view, highlighted, width, theme, full),
    '',
    ...savedLines(view, width, theme, words),
    ...(message === undefined ? [] : wrap(safeLine(message), width).map(theme.bad)),
    ...keyLegend(view, width, theme, words),
  ];
  const whole = draw(true);
  // One row is the prompt's own; a frame higher than the terminal could not be redrawn in place.
  if (whole.length < rows) return whole.join('\n');
  const short = draw(false).filter((line) => line !== '');
  return short.slice(0, Math.max(1, rows - 1)).join('\n');
}

/** What stays on the screen of a question when the person leaves it. */
export function renderAnswered(
  view: QuestionView,
  left: { readonly text: string; readonly isAnswer: boolean },
  width: number,
  theme: Theme,
): string {
  const { signs } = theme;
  const sign = left.isAnswer ? theme.good(signs.done) : theme.faint(signs.dot);
  const text = safeLine(`${view.practice} ${signs.dash} ${left.text}`);
  return clip(`${sign} ${text}`, width, signs.ellipsis);
}

/** The same question for a reader who gets lines and no redrawing: a screen reader, a pipe, a dumb terminal. */
export function renderPlainQuestion(view: QuestionView, width: number, theme: Theme, words: Words): string {
  const keys: WordKey[] = ['keys.plainLevel', ...keysOf(view)];
  return [
    '',
    ...questionHead(view, width, theme, words),
    ...declaredLines(view, width, theme, words),
    ...view.levels.flatMap((text, level) => hang(`${level}  `, safeLine(text), width)),
    ...savedLines(view, width, theme, words),
    ...wrap(safeLine(keys.map((key) => words[key]).join(', ')), width),
  ].join('\n');
}
