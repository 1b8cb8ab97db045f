import type { ChoiceRequest, QuestionPainter } from './asker.ts';
import { type Input, type KeyPress, isEnter } from './input.ts';
import type { Prompt } from './prompt.ts';

interface ChoiceState {
  /** Index of the marked choice. */
  readonly marked: number;
  readonly fault: string | undefined;
}

/** Returns the index that a key marks; undefined if the key has no meaning. */
function move({ name, text }: KeyPress, marked: number, count: number): number | undefined {
  if (name === 'up') return Math.max(0, marked - 1);
  if (name === 'down') return Math.min(count - 1, marked + 1);
  if (name === 'home') return 0;
  if (name === 'end') return count - 1;
  const number = /^[1-9]$/.test(text) ? Number(text) : 0;
  return number > 0 && number <= count ? number - 1 : undefined;
}

/** Returns the marked choice after a key, or the index of the chosen one. A paste is never a key. */
function pressAtChoice(
  state: ChoiceState,
  input: Input,
  count: number,
  { pasted }: Pick<QuestionPainter, 'pasted'>,
): { readonly state: ChoiceState } | { readonly result: number } {
  if (input.kind === 'paste') return { state: { ...state, fault: pasted } };
  if (isEnter(input)) return { result: state.marked };
  const marked = move(input, state.marked, count);
  return { state: marked === undefined ? state : { marked, fault: undefined } };
}

/** Makes a prompt with choices. Its result is the index of one. */
export function makeChoicePrompt<T>(
  { message, choices, save }: ChoiceRequest<T>,
  painter: QuestionPainter,
): Prompt<ChoiceState, number> {
  const names = choices.map(({ name }) => name);
  return {
    start: { marked: 0, fault: undefined },
    press: (state, input) => pressAtChoice(state, input, choices.length, painter),
    draw: ({ marked, fault }, { columns, rows }, isSaving) =>
      painter.choice({ message, names, marked, fault: isSaving ? painter.saving : fault }, columns, rows),
    // Once chosen: the name without its explanation.
    drawResult: (index, { columns }) =>
      painter.settled(message, names[index]?.split(':')[0] ?? '', save !== undefined, columns),
    save: (index) => {
      const choice = choices[index];
      return choice === undefined ? undefined : save?.(choice.value);
    },
  };
}
