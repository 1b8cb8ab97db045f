import { quote } from '#document/read/quote.ts';
import type { Sourced } from '#document/read/sourced.ts';

/** What a person hardly means as a comment: `#` with a letter or digit right after it, after one space. */
const likelyText = /^ (#[\p{L}\p{N}]\S*)/u;

/** Lists the texts of a value with their paths. */
function* listTexts(
  value: unknown,
  path: readonly (string | number)[] = [],
): Generator<{ path: readonly (string | number)[]; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* listTexts(each, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) yield* listTexts(each, [...path, key]);
  }
}

/**
 * Finds texts that YAML cuts where the person did not mean to: `what: Deal #12` is read as `Deal`. Returns a note for
 * each.
 */
export function findCutTexts(document: Sourced<unknown>): string[] {
  if (!/ #[\p{L}\p{N}]/u.test(document.text)) return [];
  const lines = document.text.split(/\r?\n/);
  return [...listTexts(document.value)].flatMap(({ path, text }) => {
    const { line, column } = document.locate(path);
    const source = (lines[line - 1] ?? '').slice(column - 1);
    if (text === '' || !source.startsWith(text)) return [];
    const comment = likelyText.exec(source.slice(text.length))?.[1];
    if (comment === undefined) return [];
    return [
      `in line ${line}, YAML treats ${quote(comment)} as a comment, so only ${quote(text)} was read. If it is part of the text, put the text in quotes.`,
    ];
  });
}
