import { describe, expect, it } from 'vitest';
import type { QuestionPainter } from '#io/terminal/asker.ts';
import { makeTextPrompt } from '#io/terminal/text-prompt.ts';

const prompt = makeTextPrompt({ message: 'Name' }, {} as QuestionPainter);
const paste = (text: string) => ({ kind: 'paste', text, isEntered: false }) as const;

/** Pastes a text into an empty prompt of one line, and returns what it holds then. */
function pasteIntoLine(text: string): string | undefined {
  const next = prompt.press(prompt.start, paste(text), { columns: 80, rows: 24 });
  return 'state' in next ? next.state.text : undefined;
}

describe('a text of one line', () => {
  it('joins the lines that are pasted into it', () => {
    expect(pasteIntoLine('\r\n  Acme \r\n\r\n \t Inc.\rof  Troy\n')).toBe('Acme Inc. of  Troy');
  });

  // Tried from each of its spaces, a text of this length would take hours.
  it('takes a paste of many spaces at once', () => {
    const spaces = ' '.repeat(1_000_000);
    expect(pasteIntoLine(`Acme${spaces}Inc.`)).toBe(`Acme${spaces}Inc.`);
  });
});
