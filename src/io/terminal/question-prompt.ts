import type { QuestionAction } from '#domain/interview.ts';
import { type QuestionPainter, type QuestionRequest, getAction } from './asker.ts';
import { type Input, isEnter } from './input.ts';
import type { Prompt } from './prompt.ts';

/** What a question shows besides its text. */
interface QuestionState {
  /** Marked level; null for none. */
  readonly highlighted: number | null;
  readonly message: string | undefined;
}

/** Returns the next level up or down; from none, the first or the last. */
function moveHighlight(highlighted: number | null, step: 1 | -1, count: number): number {
  if (highlighted === null) return step === 1 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, highlighted + step));
}

/** Returns the state of a question after a key, or the action. A paste is never a key. */
function pressAtQuestion(
  state: QuestionState,
  input: Input,
  { view }: Pick<QuestionRequest, 'view'>,
  painter: Pick<QuestionPainter, 'levelFirst' | 'cannotNotApply' | 'pasted'>,
): { readonly state: QuestionState } | { readonly result: QuestionAction } {
  const { highlighted } = state;
  const count = view.levels.length;
  const say = (message: string): { state: QuestionState } => ({ state: { highlighted, message } });
  const mark = (level: number): { state: QuestionState } => ({
    state: { highlighted: level, message: undefined },
  });
  if (input.kind === 'paste') return say(painter.pasted);
  const { name, text } = input;
  if (isEnter(input)) {
    return highlighted === null ? say(painter.levelFirst) : { result: { act: 'level', level: highlighted } };
  }
  if (name === 'up') return mark(moveHighlight(highlighted, -1, count));
  if (name === 'down') return mark(moveHighlight(highlighted, 1, count));
  if (/^\d$/.test(text) && Number(text) < count) return mark(Number(text));
  const act = getAction(text);
  if (act === undefined) return { state };
  if (act === 'not-applicable' && !view.mayNotApply) return say(painter.cannotNotApply);
  return { result: act === 'note' || act === 'evidence' ? { act, level: highlighted } : { act } };
}

/** Makes the prompt of a question: its levels and keys. */
export function makeQuestionPrompt(
  request: QuestionRequest,
  painter: QuestionPainter,
): Prompt<QuestionState, QuestionAction> {
  const { view, highlighted, message, save } = request;
  return {
    start: { highlighted, message },
    press: (state, input) => pressAtQuestion(state, input, request, painter),
    draw: (state, { columns, rows }, isSaving) =>
      painter.question(view, state.highlighted, isSaving ? painter.saving : state.message, columns, rows),
    drawResult: (action, { columns }) => painter.answered(view, action, columns),
    save,
  };
}
