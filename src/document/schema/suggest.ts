import { distance } from 'fastest-levenshtein';

/** Removes case and separators: spellings that differ only in these are the same word. */
function normalize(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Counts letters added, removed or replaced. Two swapped letters, a common typo, count as one. */
function countEdits(word: string, other: string): number {
  const steps = distance(word, other);
  const sortLetters = (text: string): string => [...text].toSorted().join('');
  return steps === 2 && word.length === other.length && sortLetters(word) === sortLetters(other) ? 1 : steps;
}

/**
 * Returns the name in `known` that is closest to `given`, the first of equally close ones. Returns
 * undefined if none is close enough: at most two of five characters may differ.
 */
export function suggest(given: string, known: readonly string[]): string | undefined {
  // No known name is that long, and comparing long names is slow.
  if (given.length > 500) return undefined;
  const word = normalize(given);
  let nearest: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const other = normalize(candidate);
    if (other === word && word !== '') return candidate;
    const allowed = Math.floor(Math.max(word.length, other.length) * 0.4);
    if (Math.abs(word.length - other.length) > allowed) continue;
    const steps = countEdits(word, other);
    if (steps <= allowed && steps < least) {
      least = steps;
      nearest = candidate;
    }
  }
  return nearest;
}

/** Maximum number of names that a message lists. */
export const few = 12;

/** Describes how to fix an unknown name: suggests the closest known name, or else lists known names. */
export function describeUnknownFix(given: string, known: readonly string[]): string {
  const near = suggest(given, known);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  if (known.length === 0) return 'Remove it.';
  return `Use one of: ${known.slice(0, few).join(', ')}${known.length > few ? ', …' : ''}.`;
}
