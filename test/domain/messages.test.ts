import { describe, expect, it } from 'vitest';
import { type Words, findPlaceholders, formatMessage } from '#domain/messages.ts';

const words = {
  'role.leader': 'Leader {count}',
  'interview.saved': 'Saved in {file}.',
  'interview.welcomeBack': '{answered} of {count} in {file}, {count} in all, {toString}',
} as Words;

describe('formatMessage', () => {
  it('fills in every placeholder, as often as it occurs', () => {
    expect(formatMessage(words, 'interview.welcomeBack', { answered: 0, count: 12, file: 'a.yaml' })).toBe(
      '0 of 12 in a.yaml, 12 in all, {toString}',
    );
  });

  it.each(['$&', '$1', "$`$'", '$$', '{file}', '{count}', '\\', ''])(
    'inserts %j unchanged and never expands it',
    (file) => {
      expect(formatMessage(words, 'interview.saved', { file })).toBe(`Saved in ${file}.`);
    },
  );

  it('leaves an unknown placeholder unchanged', () => {
    expect(formatMessage(words, 'role.leader')).toBe('Leader {count}');
  });
});

describe('placesOf', () => {
  it.each([
    ['no placeholders', []],
    ['{a} and {b} and {a}', ['a', 'b']],
    ['{} { a } {a-b} {a', []],
  ])('%j', (text, expected) => {
    expect([...findPlaceholders(text)]).toEqual(expected);
  });
});
