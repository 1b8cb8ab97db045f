import type { WordPlaces } from './types/words.ts';

/** Key of a word or sentence that the tool says to a person. */
export type WordKey = keyof WordPlaces;

/** The words behind every key, in the language of the model. */
export type Words = Readonly<Record<WordKey, string>>;

type Filling<K extends WordKey> = [WordPlaces[K]] extends [never]
  ? []
  : [Readonly<Record<WordPlaces[K], string | number>>];

/** The words behind a key, with `{place}` filled in. Text that is filled in is never expanded again. */
export function formatMessage<K extends WordKey>(words: Words, key: K, ...filling: Filling<K>): string {
  const values: Readonly<Record<string, string | number>> = filling[0] ?? {};
  return words[key].replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}

/** The places, such as `name` in `{name}`, that a text leaves to be filled in. */
export function placesOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''));
}
