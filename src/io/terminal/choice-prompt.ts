import type { ChoiceRequest, QuestionPainter } from './asker.ts';
import { type Input, type KeyPress, isEnter } from './input.ts';
import type { Prompt } from './prompt.ts';

interface ChoiceState {
  /** Index of the marked choice. */
  readonly marked: number;
  readonly fault: string | undefined;
}

/** How choices are numbered. */
interface Numbering {
  readonly count: number;
  readonly first: number;
}

/** Returns the index that a key marks; undefined if the key has no meaning. */
function move({ name, text }: KeyPress, marked: number, { count, first }: Numbering): number | undefined {
  if (name === 'up') return Math.max(0, marked - 1);
  if (name === 'down') return Math.min(count - 1, marked + 1);
  if (name === 'home') return 0;
  if (name === 'end') return count - 1;
  const index = /^\d$/.test(text) ? Number(text) - first : -1;
  return index >= 0 && index < count ? index : undefined;
}

/** Returns the marked choice after a key, or the index of the chosen one. A paste is never a key. */
function pressAtChoice(
  state: ChoiceState,
  input: Input,
  numbering: Numbering,
  { pasted }: Pick<QuestionPainter, 'pasted'>,
): { readonly state: ChoiceState } | { readonly result: number } {
  if (input.kind === 'paste') return { state: { ...state, fault: pasted } };
  if (isEnter(input)) return { result: state.marked };
  const marked = move(input, state.marked, numbering);
  return { state: marked === undefined ? state : { marked, fault: undefined } };
}

/** Makes a prompt with choices. Its result is the index of one. */
export function makeChoicePrompt<T>(
  { message, choices, firstNumber, save }: ChoiceRequest<T>,
  painter: QuestionPainter,
): Prompt<ChoiceState, number> {
  const numbering = { count: choices.length, first: firstNumber ?? 1 };
  const names = choices.map(({ name }, index) =>
    firstNumber === undefined ? name : `${index + firstNumber}  ${name}`,
  );
  return {
    start: { marked: 0, fault: undefined },
    press: (state, input) => pressAtChoice(state, input, numbering, painter),
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
