const longest = 60;

/** Characters that terminals and editors interpret instead of showing, and lone surrogates. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Escapes control, formatting and direction characters as `\u{..}`. */
export function makeVisible(text: string): string {
  return clip(text, Infinity);
}

/** Makes untrusted text safe for a message: one line, hidden characters escaped, at most 60 characters. */
export function shorten(text: string): string {
  return clip(text, longest);
}

/** Makes untrusted text safe like `shorten`, and puts it in backticks. */
export function quote(text: string): string {
  return `\`${shorten(text)}\``;
}

/** Lists names in backticks: `a`, `b` or `c`. */
export function quoteAll(texts: readonly string[], last: 'and' | 'or' = 'or'): string {
  const quoted = texts.map(quote);
  const end = quoted.pop() ?? '';
  return quoted.length === 0 ? end : `${quoted.join(', ')} ${last} ${end}`;
}

function clip(text: string, most: number): string {
  let result = '';
  let length = 0;
  for (const character of text) {
    const piece = unseen.test(character) ? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}` : character;
    // Never cut through an escape.
    if (length + piece.length > most) return `${result}…`;
    result += piece;
    length += piece.length;
  }
  return result;
}
