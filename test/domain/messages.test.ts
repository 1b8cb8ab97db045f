import { describe, expect, it } from 'vitest';
import { type Messages, findPlaceholders, formatMessage } from '#domain/messages.ts';

const messages = {
  'role.leader': 'Leader {count}',
  'interview.saved': 'Saved in {file}.',
  'interview.welcomeBack': '{answered} of {count} in {file}, {count} in all, {toString}',
} as Messages;

describe('formatMessage', () => {
  it('fills in every placeholder, as often as it occurs', () => {
    expect(formatMessage(messages, 'interview.welcomeBack', { answered: 0, count: 12, file: 'a.yaml' })).toBe(
      '0 of 12 in a.yaml, 12 in all, {toString}',
    );
  });

  it.each(['$&', '$1', "$`$'", '$$', '{file}', '{count}', '\\', ''])(
    'inserts %j unchanged and never expands it',
    (file) => {
      expect(formatMessage(messages, 'interview.saved', { file })).toBe(`Saved in ${file}.`);
    },
  );

  it('leaves an unknown placeholder unchanged', () => {
    expect(formatMessage(messages, 'role.leader')).toBe('Leader {count}');
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
