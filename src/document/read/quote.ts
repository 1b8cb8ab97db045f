const longest = 60;

/** Characters that a terminal or an editor acts on instead of showing, and halves of a pair. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Text with every control, formatting and direction character made visible as `\u{..}`. */
export function makeVisible(text: string): string {
  return clip(text, Infinity);
}

/** A piece of somebody's text: on one line, harmless, at most 60 characters. */
export function shorten(text: string): string {
  return clip(text, longest);
}

/** The same in backticks, as it stands in a sentence. */
export function quote(text: string): string {
  return `\`${shorten(text)}\``;
}

/** Names in backticks as a sentence lists them: `a`, `b` or `c`. */
export function quoteAll(texts: readonly string[], last: 'and' | 'or' = 'or'): string {
  const quoted = texts.map(quote);
  const end = quoted.pop() ?? '';
  return quoted.length === 0 ? end : `${quoted.join(', ')} ${last} ${end}`;
}

function clip(text: string, most: number): string {
  let shown = '';
  let length = 0;
  for (const character of text) {
    const piece = unseen.test(character) ? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}` : character;
    // An escape is one thing: it is shown whole or not at all.
    if (length + piece.length > most) return `${shown}…`;
    shown += piece;
    length += piece.length;
  }
  return shown;
}
