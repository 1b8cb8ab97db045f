import { describe, expect, it } from 'vitest';
import type { QuestionPainter, QuestionRequest } from '#io/terminal/asker.ts';
import { makeQuestionPrompt } from '#io/terminal/question-prompt.ts';

const painter = {
  question: () => ({ rows: Array<string>(10).fill('question') }),
  page: () => [{ rows: ['help'] }, { rows: ['more'] }],
  wrap: (text: string) => [text],
  levelFirst: (count: number) => `0 to ${count - 1}`,
  pasted: 'pasted',
  tooSmall: 'too small',
} as unknown as QuestionPainter;

const request = {
  view: { levels: ['a', 'b', 'c', 'd', 'e'], keys: ['help', 'unknown', 'note'] },
  pages: { help: () => Array<string>(10).fill('help'), voices: () => Array<string>(10).fill('voices') },
  highlighted: null,
  message: undefined,
} as unknown as QuestionRequest;

const prompt = makeQuestionPrompt(request, painter);
const key = (text: string, name = text) => ({ kind: 'key', name, text, ctrl: false, meta: false }) as const;
const size = { columns: 80, rows: 20 };

describe('a question', () => {
  it('is printed below its help where both fit, and gives way to it elsewhere', () => {
    expect(prompt.press(prompt.start, key('?'), { columns: 80, rows: 21 })).toEqual({
      result: { act: 'help' },
    });
    const shown = prompt.press(prompt.start, key('?'), size);
    expect(shown).toEqual({
      state: { highlighted: null, message: undefined, page: { act: 'help', screen: 0 } },
    });
  });

  it('comes back from its help with any key, which does nothing else', () => {
    const back = prompt.press({ ...prompt.start, page: { act: 'help', screen: 0 } }, key('d'), size);
    expect(back).toEqual({ state: prompt.start });
  });

  it('shows the rest of a long help with Space', () => {
    const more = { ...prompt.start, page: { act: 'help', screen: 1 } } as const;
    expect(
      prompt.press({ ...prompt.start, page: { act: 'help', screen: 0 } }, key(' ', 'space'), size),
    ).toEqual({
      state: more,
    });
    expect(prompt.draw(more, size, false)).toEqual({ rows: ['more'] });
    expect(prompt.press(more, key(' ', 'space'), size)).toEqual({ state: prompt.start });
  });

  it('takes no key in a window that is too small for it, and says so', () => {
    const small = { columns: 30, rows: 6 };
    expect(prompt.press(prompt.start, key('d'), small)).toEqual({ state: prompt.start });
    expect(prompt.draw(prompt.start, small, false)).toEqual({ rows: ['too small'] });
  });

  it('says which keys choose a level', () => {
    expect(prompt.press(prompt.start, key('', 'return'), size)).toEqual({
      state: { ...prompt.start, message: '0 to 4' },
    });
  });
});
