import { loadShippedModel } from './shipped-model.ts';
import { unwrap } from '../terminal/interview.ts';

/** The model in English. */
export const english = await loadShippedModel();

/** The German model. */
export const german = await loadShippedModel('de');

/**
 * Finds English in a text: the parts of messages between their placeholders, and the names of patterns, unless the
 * German text is the same. Ids and names of kinds are always English.
 */
export function findEnglish(text: string): string[] {
  const screen = unwrap(text);
  const texts = [...Object.values(german.messages), ...german.terms.map(({ doesNotCount }) => doesNotCount)];
  const shared = new Set(texts.flatMap((words) => words.match(/[\p{L}'’-]+/gu) ?? []));
  const names = english.patterns.map(({ id, name }): [string, string] => [id, name]);
  return [...Object.entries(english.messages), ...names].flatMap(([key, words]) =>
    words
      .split(/\{\w+\}/)
      .map((piece) => unwrap(piece).trim())
      .filter((piece) => /\p{L}{4}/u.test(piece))
      .filter((piece) => !(piece.match(/[\p{L}'’-]+/gu) ?? []).every((word) => shared.has(word)))
      .filter((piece) =>
        new RegExp(
          `(?<![\\p{L}.\\-/])${piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\-./])`,
          'u',
        ).test(screen),
      )
      .map((piece) => `${key}: ${piece}`),
  );
}
