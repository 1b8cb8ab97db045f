import type { QuestionPainter, TextRequest } from './asker.ts';
import { type Draft, editText, insertText } from './edit-text.ts';
import { type Input, isEnter } from './input.ts';
import type { Prompt } from './prompt.ts';

interface TextState extends Draft {
  readonly fault: string | undefined;
}

type Press = { readonly state: TextState } | { readonly result: string };

function submit({ text, cursor }: Draft, { validate }: TextRequest): Press {
  const result = text.trim();
  const fault = validate?.(result);
  return fault === undefined ? { result } : { state: { text, cursor, fault } };
}

/** Joins the lines of an input where one line is asked for. */
function joinLines(input: Input): Input {
  if (input.kind === 'key') return input;
  const lines = input.text.split(/[\r\n]/).map((line) => line.trim());
  return { ...input, text: lines.filter((line) => line !== '').join(' ') };
}

/** Returns the text after a key or a paste, or the finished text. Alt-Enter and a paste add lines. */
function pressAtText(state: TextState, input: Input, request: TextRequest): Press {
  if (input.kind === 'key' && isEnter(input)) {
    return input.meta && request.isLong
      ? { state: { ...insertText(state, '\n'), fault: undefined } }
      : submit(state, request);
  }
  const draft = editText(state, request.isLong ? input : joinLines(input));
  if (input.kind === 'paste' && input.isEntered) return submit(draft, request);
  return { state: { ...draft, fault: draft.text === state.text ? state.fault : undefined } };
}

/** Makes a prompt for text. */
export function makeTextPrompt(request: TextRequest, painter: QuestionPainter): Prompt<TextState, string> {
  const { message, hint, initial = '', save } = request;
  return {
    start: { text: initial, cursor: initial.length, fault: undefined },
    press: (state, input) => pressAtText(state, input, request),
    draw: ({ text, cursor, fault }, { columns, rows }, isSaving) => {
      const view = { hint, message, text, cursor, fault: isSaving ? painter.saving : fault };
      return painter.text(view, columns, rows);
    },
    // What was skipped has no tick.
    drawResult: (text, { columns }) =>
      painter.settled(message, text, save !== undefined && text !== '', columns),
    save,
  };
}
