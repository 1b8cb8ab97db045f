import { type QuestionAction, type QuestionView } from '#domain/interview.ts';
import { type Words, say } from '#domain/words.ts';
import type { QuestionPainter } from '#io/asker.ts';
import { measureOf } from '#render/layout.ts';
import { renderAnswered, renderPlainQuestion, renderQuestion } from '#render/question.ts';
import type { Theme } from '#render/theme.ts';

function actionInWords(action: QuestionAction, view: QuestionView, words: Words): string {
  switch (action.act) {
    case 'level':
      return `${say(words, 'interview.level', { level: action.level })}: ${view.levels[action.level] ?? ''}`;
    case 'unknown':
      return words['interview.unknown'];
    case 'skip':
      return view.saved ?? words['interview.skipped'];
    case 'evidence':
    case 'note':
      return action.level === null
        ? (view.saved ?? '')
        : say(words, 'interview.level', { level: action.level });
    case 'not-applicable':
    case 'back':
    case 'quit':
    case 'help':
      return view.saved ?? '';
  }
}

/** Draws questions with a theme in the words of a model. */
export function makePainter(theme: Theme, words: Words): QuestionPainter {
  return {
    frame: (view, highlighted, message, columns, rows) =>
      renderQuestion(
        view,
        highlighted,
        message,
        { width: measureOf(columns), rows: rows || 24 },
        theme,
        words,
      ),
    answered: (view, action, columns) =>
      renderAnswered(view, actionInWords(action, view, words), measureOf(columns), theme),
    plain: (view, columns) => renderPlainQuestion(view, measureOf(columns), theme, words),
    cannotNotApply: words['interview.cannotNotApply'],
    levelFirst: words['interview.levelFirst'],
  };
}
