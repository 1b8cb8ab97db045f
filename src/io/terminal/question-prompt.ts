import type { Frame } from '#domain/interview/interview.ts';
import { type PageAct, type QuestionAction, makeAction } from '#domain/interview/question-action.ts';
import { isTooSmall } from '#io/host.ts';
import { type QuestionPainter, type QuestionRequest, getAction } from './asker.ts';
import { type Input, isEnter } from './input.ts';
import type { Prompt, Size } from './prompt.ts';

/** What a question shows besides its text. */
interface QuestionState {
  /** Marked level; null for none. */
  readonly highlighted: number | null;
  readonly message: string | undefined;
  /** The page that is shown instead of the question, and the index of its screen; undefined for the question. */
  readonly page: { readonly act: PageAct; readonly screen: number } | undefined;
}

type Press = { readonly state: QuestionState } | { readonly result: QuestionAction };

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
): Press {
  const { highlighted } = state;
  const count = view.levels.length;
  const say = (message: string): Press => ({ state: { ...state, message } });
  const mark = (level: number): Press => ({ state: { ...state, highlighted: level, message: undefined } });
  if (input.kind === 'paste') return say(painter.pasted);
  const { name, text } = input;
  if (isEnter(input)) {
    return highlighted === null
      ? say(painter.levelFirst(count))
      : { result: { act: 'level', level: highlighted } };
  }
  if (name === 'up') return mark(moveHighlight(highlighted, -1, count));
  if (name === 'down') return mark(moveHighlight(highlighted, 1, count));
  if (/^\d$/.test(text) && Number(text) < count) return mark(Number(text));
  const act = getAction(text, view);
  if (act === undefined) return { state };
  if (act === 'not-applicable' && !view.keys.includes(act)) return say(painter.cannotNotApply);
  return { result: makeAction(act, highlighted) };
}

/** Makes the prompt of a question: its levels and keys. */
export function makeQuestionPrompt(
  request: QuestionRequest,
  painter: QuestionPainter,
): Prompt<QuestionState, QuestionAction> {
  const { view, pages, highlighted, message, save } = request;
  const drawQuestion = (state: QuestionState, { columns, rows }: Size, isSaving: boolean): Frame =>
    painter.question(view, state.highlighted, isSaving ? painter.saving : state.message, columns, rows);
  /** Whether a page can be printed above the question, so that both can be read. */
  const hasRoomFor = (act: PageAct, state: QuestionState, size: Size): boolean =>
    pages[act](size.columns).length + drawQuestion(state, size, false).rows.length < size.rows;
  const drawPage = (act: PageAct, { columns, rows }: Size): readonly Frame[] =>
    painter.page(pages[act](columns), columns, rows);
  /** Returns the state after a key at a page: Space shows its next screen, any other key the question. */
  const pressAtPage = (
    state: QuestionState,
    { act, screen }: NonNullable<QuestionState['page']>,
    input: Input,
    size: Size,
  ): QuestionState => {
    const goesOn = input.kind === 'key' && input.name === 'space' && screen + 1 < drawPage(act, size).length;
    return { ...state, page: goesOn ? { act, screen: screen + 1 } : undefined };
  };
  return {
    start: { highlighted, message, page: undefined },
    press: (state, input, size) => {
      // No key acts on what cannot be read.
      if (isTooSmall(size)) return { state };
      if (state.page !== undefined) return { state: pressAtPage(state, state.page, input, size) };
      const next = pressAtQuestion(state, input, request, painter);
      if (!('result' in next)) return next;
      const { act } = next.result;
      return (act === 'help' || act === 'voices') && !hasRoomFor(act, state, size)
        ? { state: { ...state, message: undefined, page: { act, screen: 0 } } }
        : next;
    },
    draw: (state, size, isSaving) => {
      const { columns, rows } = size;
      if (isTooSmall(size)) return { rows: painter.wrap(painter.tooSmall, columns).slice(0, rows - 1) };
      if (state.page !== undefined) {
        const screens = drawPage(state.page.act, size);
        // A larger window needs fewer screens.
        return screens[Math.min(state.page.screen, screens.length - 1)] ?? { rows: [] };
      }
      return drawQuestion(state, size, isSaving);
    },
    drawResult: (action, { columns }) => painter.answered(view, action, columns),
    save,
  };
}
