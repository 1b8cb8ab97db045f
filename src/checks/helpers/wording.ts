/** How many names a sentence can carry. */
const most = 3;

/** Ids or names in a sentence, marked as such: `a`, `b` and `c`; of many, the first three and how many more. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, names.length > most + 1 ? most : names.length).map((name) => `\`${name}\``);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** Longest piece of the company's own text that a message repeats, in UTF-16 units. */
const longest = 80;

/** A text of the company on one line and short enough for a message; a cut shows as an ellipsis. */
export function describeInShort(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const words = line.slice(0, longest).split(' ');
  // A text without spaces has no better place to be cut than anywhere.
  const whole = words.length > 1 ? words.slice(0, -1).join(' ') : [...line].slice(0, longest / 2).join('');
  return `${whole}…`;
}
