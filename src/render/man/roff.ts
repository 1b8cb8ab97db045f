/** Text in roff, the language that manual pages are set in: nothing that it says becomes an order. */

/** Characters that roff reads as something else, or prints as something else than they are. */
const special: Readonly<Record<string, string>> = {
  '\\': '\\e',
  '"': '\\(dq',
  '`': '\\(ga',
  "'": '\\(aq',
  '^': '\\(ha',
  '~': '\\(ti',
};

/** Text in which no character has a meaning in roff, at the start of a line either. */
export function escapeRoffText(text: string): string {
  return text.replace(/[\\"`'^~]/g, (char) => special[char] ?? char).replace(/^\./, '\\&.');
}

/** The same for what is typed: a hyphen stays the one of the keyboard. */
const roffLiteral = (text: string): string => escapeRoffText(text).replaceAll('-', '\\-');

/** An argument of a macro: in quotes, so that it is never a macro itself, and of one word. */
export const roffArgument = (text: string): string => `"\\&${escapeRoffText(text)}"`;

/** Lines of at most 80 characters, as the style of manual pages asks; none starts with the dot of a macro. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 80) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.startsWith('.') ? `\\&${word}` : word);
  }
  return lines;
}

/** Running text, each sentence on lines of its own; what stands in backticks is shown in quotes. */
export function escapeRoffProse(text: string): string[] {
  return text
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.?!]) (?=\p{Lu})/u)
    .flatMap((each) => {
      const parts = each.split('`');
      return wrapped(
        parts
          .map((part, index) => (index % 2 === 0 ? escapeRoffText(part) : `\\(oq${roffLiteral(part)}\\(cq`))
          .join(''),
      );
    });
}

/** Lines as they are typed or printed, with nothing filled. */
export function renderRoffBlock(lines: readonly string[]): string[] {
  return ['.Bd -literal -offset indent', ...lines.map(roffLiteral), '.Ed'];
}
