import type { QuestionView } from '#domain/interview/interview.ts';
import type { QuestionAction } from '#domain/interview/question-action.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import { smallestTerminal } from '#io/host.ts';
import type { QuestionPainter } from '#io/terminal/asker.ts';
import { escapeLines } from '#render/escape.ts';
import { renderPageScreens } from '#render/terminal/help.ts';
import { limitWidth, wrap } from '#render/terminal/layout.ts';
import { keyMessages } from '#render/terminal/question-parts.ts';
import { renderChoice, renderSettled, renderText } from '#render/terminal/prompts.ts';
import {
  type Canvas,
  renderAnswered,
  renderPlainQuestion,
  renderQuestion,
} from '#render/terminal/question.ts';
import type { Theme } from '#render/terminal/theme.ts';

/** Describes what stays on the screen after a question: the answer, or the key that left it. */
function describeRest(
  action: QuestionAction,
  view: QuestionView,
  messages: Messages,
): { text: string; isAnswer: boolean } {
  switch (action.act) {
    case 'level':
      return {
        text: `${formatMessage(messages, 'interview.level', action)}: ${view.levels[action.level]?.label ?? ''}`,
        isAnswer: true,
      };
    case 'unknown':
      return { text: messages['interview.unknown'], isAnswer: true };
    case 'skip':
      return { text: view.saved ?? messages['interview.skipped'], isAnswer: view.saved !== undefined };
    default:
      return { text: messages[keyMessages[action.act]], isAnswer: false };
  }
}

/** Makes the painter of questions, with a theme and the messages of a model. */
export function makePainter(theme: Theme, messages: Messages): QuestionPainter {
  const measure = (columns: number, rows: number): Canvas => ({
    width: limitWidth(columns),
    rows: rows || 24,
  });
  return {
    question: (view, highlighted, message, columns, rows) => ({
      rows: renderQuestion(view, highlighted, message, measure(columns, rows), theme, messages),
    }),
    page: (page, columns, rows) =>
      renderPageScreens(page, measure(columns, rows), theme, messages).map((each) => ({ rows: each })),
    text: (view, columns, rows) => renderText(view, measure(columns, rows), theme),
    choice: (view, columns, rows) => renderChoice(view, measure(columns, rows), theme, messages),
    answered: (view, action, columns) =>
      renderAnswered(view, describeRest(action, view, messages), limitWidth(columns), theme),
    settled: (message, answer, isSaved, columns) =>
      renderSettled({ message, answer, isSaved }, limitWidth(columns), theme),
    plain: (view, columns) => renderPlainQuestion(view, limitWidth(columns), theme, messages),
    wrap: (text, columns) => escapeLines(text).flatMap((line) => wrap(line, limitWidth(columns))),
    cannotNotApply: messages['interview.cannotNotApply'],
    levelFirst: (count) => formatMessage(messages, 'interview.levelFirst', { highest: count - 1 }),
    pasted: messages['interview.pasted'],
    tooSmall: formatMessage(messages, 'interview.tooSmall', smallestTerminal),
    saving: messages['interview.saving'],
  };
}
