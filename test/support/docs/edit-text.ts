/** A change of a text. */
export type Edit = (text: string) => string;

/** Replaces a text that occurs exactly once. */
export function change(search: string, replacement: string): Edit {
  return (text) => {
    const parts = text.split(search);
    if (parts.length !== 2) throw new Error(`Occurs ${parts.length - 1} times: ${search}`);
    return parts.join(replacement);
  };
}

/** Removes a text that occurs exactly once. */
export const remove = (search: string): Edit => change(search, '');

/** Removes everything from a text that occurs exactly once up to the next occurrence of another. */
export function cut(from: string, upTo: string): Edit {
  return (text) => {
    const start = text.indexOf(from);
    const end = text.indexOf(upTo, start + from.length);
    if (start === -1 || end === -1 || text.indexOf(from, start + 1) !== -1)
      throw new Error(`No cut: ${from}`);
    return text.slice(0, start) + text.slice(end);
  };
}

/** Puts more behind a text. */
export const append =
  (more: string): Edit =>
  (text) =>
    text + more;

/** One edit after the other. */
export function both(...edits: readonly Edit[]): Edit {
  return (text) => edits.reduce((edited, edit) => edit(edited), text);
}

/** Applies a difference without line numbers: its lines without `+` have to stand in the text exactly once. */
export function applyDiff(diff: string): Edit {
  const lines = diff.split('\n').map((line) => [line[0] ?? ' ', line.slice(1)] as const);
  const without = (sign: string): string =>
    lines.flatMap(([mark, text]) => (mark === sign ? [] : [`${text}\n`])).join('');
  return change(without('+'), without('-'));
}
