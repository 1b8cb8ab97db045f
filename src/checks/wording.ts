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
