import { distance } from 'fastest-levenshtein';

/** Two spellings that differ only in case and in what joins the words are the same word. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Letters added, left out or replaced; two that changed places are one step, as fingers make it. */
function stepsBetween(word: string, other: string): number {
  const steps = distance(word, other);
  const sorted = (text: string): string => [...text].toSorted().join('');
  return steps === 2 && word.length === other.length && sorted(word) === sorted(other) ? 1 : steps;
}

/**
 * The closest of `known` to `given`, or undefined where nothing is near enough: at most two of five
 * characters may differ. Of equally close ones the first is taken.
 */
export function suggest(given: string, known: readonly string[]): string | undefined {
  // Nothing that the tool knows is that long, and comparing has its price.
  if (given.length > 500) return undefined;
  const word = bare(given);
  let nearest: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const other = bare(candidate);
    if (other === word && word !== '') return candidate;
    const allowed = Math.floor(Math.max(word.length, other.length) * 0.4);
    if (Math.abs(word.length - other.length) > allowed) continue;
    const steps = stepsBetween(word, other);
    if (steps <= allowed && steps < least) {
      least = steps;
      nearest = candidate;
    }
  }
  return nearest;
}

/** So many names a reader takes in at once. */
export const few = 12;

/** What to do about a name that is not known: take the one that was probably meant, else one that there is. */
export function describeUnknownFix(given: string, known: readonly string[]): string {
  const near = suggest(given, known);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  if (known.length === 0) return 'Remove it.';
  return `Use one of: ${known.slice(0, few).join(', ')}${known.length > few ? ', …' : ''}.`;
}
