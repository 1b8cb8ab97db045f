/** Edits a text. */
export type Edit = (text: string) => string;

/** Makes an edit that replaces a text. The text must occur exactly once. */
export function change(search: string, replacement: string): Edit {
  return (text) => {
    const parts = text.split(search);
    if (parts.length !== 2) throw new Error(`Occurs ${parts.length - 1} times: ${search}`);
    return parts.join(replacement);
  };
}

/** Makes an edit that removes a text. The text must occur exactly once. */
export const remove = (search: string): Edit => change(search, '');

/** Makes an edit that removes everything from a text, which must occur exactly once, to before another. */
export function cut(from: string, upTo: string): Edit {
  return (text) => {
    const start = text.indexOf(from);
    const end = text.indexOf(upTo, start + from.length);
    if (start === -1 || end === -1 || text.indexOf(from, start + 1) !== -1)
      throw new Error(`No cut: ${from}`);
    return text.slice(0, start) + text.slice(end);
  };
}

/** Makes an edit that appends a text. */
export const append =
  (more: string): Edit =>
  (text) =>
    text + more;

/** Combines edits, which run in order. */
export function combine(...edits: readonly Edit[]): Edit {
  return (text) => edits.reduce((edited, edit) => edit(edited), text);
}

/** Makes an edit from a diff without line numbers. Its lines without `+` must occur in the text exactly once. */
export function applyDiff(diff: string): Edit {
  const lines = diff.split('\n').map((line) => [line[0] ?? ' ', line.slice(1)] as const);
  const without = (sign: string): string =>
    lines.flatMap(([mark, text]) => (mark === sign ? [] : [`${text}\n`])).join('');
  return change(without('+'), without('-'));
}
