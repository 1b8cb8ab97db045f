import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, editText } from '#io/terminal/edit-text.ts';
import type { Input } from '#io/terminal/input.ts';

const type = (text: string): Input => ({ kind: 'key', name: '', text, ctrl: false, meta: false });
const paste = (text: string): Input => ({ kind: 'paste', text, isEntered: false });

/** Makes a key from its name: `left`, `ctrl-w`. */
function press(key: string): Input {
  const name = key.replace(/^(?:ctrl|meta)-/, '');
  return { kind: 'key', name, text: '', ctrl: key.startsWith('ctrl-'), meta: key.startsWith('meta-') };
}

const edit = (inputs: readonly Input[], start = ''): Draft =>
  inputs.reduce(editText, { text: start, cursor: start.length });

describe('editing a text', () => {
  it.each<[what: string, start: string, inputs: readonly Input[], text: string]>([
    ['a paste at the start', 'world', [press('home'), paste('hello ')], 'hello world'],
    ['a paste in the middle', 'ad', [press('left'), paste('bc'), type('!')], 'abc!d'],
    ['lines of any system', '', [paste('a\r\nb\rc\nd')], 'a\nb\nc\nd'],
    ['control characters', '', [paste('a\u001b[31mb\u0007c\td')], 'a[31mbc\td'],
    ['what an input method commits', '', [type('東京'), type('都')], '東京都'],
    ['a whole emoji', 'a👩‍💼', [press('backspace')], 'a'],
    ['a letter with its accents', 'xe\u0301', [press('left'), press('delete')], 'x'],
    ['a word', 'one two', [press('ctrl-w')], 'one '],
    ['the word before the cursor', 'one two', [press('ctrl-left'), press('meta-backspace')], 'two'],
    ['the word after the cursor', 'one two', [press('home'), press('meta-d')], ' two'],
    ['everything before the cursor', 'one two', [press('meta-b'), press('ctrl-u')], 'two'],
    ['everything after the cursor', 'one two', [press('ctrl-a'), press('meta-f'), press('ctrl-k')], 'one'],
    ['nothing at either end', 'a', [press('right'), press('home'), press('backspace'), press('left')], 'a'],
    ['nothing for unknown keys', 'a', [press('f5'), press('ctrl-q'), press('tab'), press('up')], 'a'],
  ])('handles %s', (_what, start, inputs, text) => {
    expect(edit(inputs, start).text).toBe(text);
  });

  // Tried from each of its letters, a text of this length would take hours.
  it.each([
    ['a long word', 'a'.repeat(1_000_000)],
    ['many spaces', ' '.repeat(1_000_000)],
  ])('removes what comes after %s at once', (_what, long) => {
    expect(edit([press('ctrl-w')], `a${long} end`).text).toBe(`a${long} `);
    expect(edit([press('ctrl-w'), press('ctrl-w')], `a${long} end`).text).toBe('');
  });

  it('inserts a text the same way in one paste, in several, and key by key', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 5 });
    fc.assert(
      fc.property(texts, fc.string(), (parts, after) => {
        const safe = parts.map((part) => part.replace(/\p{Cc}/gu, ''));
        const start = edit([press('home')], after.replace(/\p{Cc}/gu, ''));
        const whole = editText(start, paste(safe.join('')));
        expect(safe.map(paste).reduce(editText, start)).toEqual(whole);
        expect(
          safe
            .flatMap((part) => [...part])
            .map(type)
            .reduce(editText, start),
        ).toEqual(whole);
      }),
    );
  });
});
