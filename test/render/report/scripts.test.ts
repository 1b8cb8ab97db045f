import { describe, expect, it } from 'vitest';
import { findMissingScripts } from '#render/report/scripts.ts';

describe('findMissingScripts', () => {
  it.each<[string, string, readonly string[]]>([
    ['Harbor 北海计量', 'Harbo', ['Han']],
    ['مرحبا Привет हिन्दी ไทย', '\ufe8eПрив', ['Devanagari', 'Thai']],
    ['ひらがな 한국어 カタカナ', 'abc', ['Hangul', 'Hiragana', 'Katakana']],
    ['Harbor – 100 % 😀', 'Harbo', []],
    ['北海', '', []],
  ])('of %j with the letters %j: %j', (text, drawn, scripts) => {
    expect(findMissingScripts(text, drawn)).toEqual(scripts);
  });
});
