/** Escapes text for roff, the language of manual pages, so that it is never a command. */

/** Characters that roff interprets, or prints as other characters. */
const special: Readonly<Record<string, string>> = {
  '\\': '\\e',
  '"': '\\(dq',
  '`': '\\(ga',
  "'": '\\(aq',
  '^': '\\(ha',
  '~': '\\(ti',
};

/** Escapes text so that no character has a meaning in roff, even at the start of a line. */
export function escapeRoffText(text: string): string {
  return text.replace(/[\\"`'^~]/g, (char) => special[char] ?? char).replace(/^\./, '\\&.');
}

/** Escapes literal text: a hyphen stays an ASCII hyphen. */
const escapeLiteral = (text: string): string => escapeRoffText(text).replaceAll('-', '\\-');

/** Quotes a macro argument, so that it is one word and never a macro. */
export const quoteRoffArgument = (text: string): string => `"\\&${escapeRoffText(text)}"`;

/** Wraps text at 80 characters, as manual page style requires. No line starts with a dot. */
function wrapText(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 80) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.startsWith('.') ? `\\&${word}` : word);
  }
  return lines;
}

/** Escapes running text, each sentence on its own lines. Text in backticks is quoted. */
export function escapeRoffProse(text: string): string[] {
  return text
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.?!]) (?=\p{Lu})/u)
    .flatMap((each) => {
      const parts = each.split('`');
      return wrapText(
        parts
          .map((part, index) => (index % 2 === 0 ? escapeRoffText(part) : `\\(oq${escapeLiteral(part)}\\(cq`))
          .join(''),
      );
    });
}

/** Renders literal lines. */
export function renderRoffBlock(lines: readonly string[]): string[] {
  return ['.Bd -literal -offset indent', ...lines.map(escapeLiteral), '.Ed'];
}
