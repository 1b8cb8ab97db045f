/** Maximum number of names in a sentence. */
const most = 3;

/**
 * Formats ids or names for a sentence: `a`, `b` and `c`. Of many, names the first three and counts the rest.
 */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, names.length > most + 1 ? most : names.length).map((name) => `\`${name}\``);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** Maximum length of a company's own text in a message, in UTF-16 units. */
const maxLength = 80;

/** Shortens a text of the company to one line for a message. An ellipsis marks a cut. */
export function describeInShort(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= maxLength) return line;
  const words = line.slice(0, maxLength).split(' ');
  // A text without spaces is cut anywhere.
  const whole = words.length > 1 ? words.slice(0, -1).join(' ') : [...line].slice(0, maxLength / 2).join('');
  return `${whole}…`;
}
