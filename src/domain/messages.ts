import type { WordPlaces } from './types/words.ts';

/** Key of a message. */
export type WordKey = keyof WordPlaces;

/** The message for every key, in the language of the model. */
export type Words = Readonly<Record<WordKey, string>>;

type Filling<K extends WordKey> = [WordPlaces[K]] extends [never]
  ? []
  : [Readonly<Record<WordPlaces[K], string | number>>];

/** Returns the message for a key, with each `{place}` filled in. Values are not expanded again. */
export function formatMessage<K extends WordKey>(words: Words, key: K, ...filling: Filling<K>): string {
  const values: Readonly<Record<string, string | number>> = filling[0] ?? {};
  return words[key].replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}

/** Returns the placeholders of a text, such as `name` for `{name}`. */
export function findPlaceholders(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''));
}
