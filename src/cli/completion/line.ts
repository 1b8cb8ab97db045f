/** A parsed command line of bash. */
export interface Line {
  /** The words without quotes. The last one is at the cursor and may be empty. */
  readonly words: readonly string[];
  /**
   * Length of the part of the last word that bash does not replace when it inserts a completion: up to the last of
   * its word breaks or to an open quote.
   */
  readonly preserved: number;
  /** Whether a quote is open at the cursor. */
  readonly isQuoted: boolean;
}

/**
 * Splits a command line up to the cursor into words as bash does, without expanding anything. Unlike bash, it does not
 * split at `=`, `:` and `@`.
 *
 * @param breaks characters at which bash starts a new word to complete: COMP_WORDBREAKS
 */
export function splitLine(line: string, breaks: string): Line {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  let preserved = 0;
  for (let index = 0; index < line.length; index += 1) {
    const char = line.charAt(index);
    const next = line.charAt(index + 1);
    if (quote === '' && /\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      preserved = 0;
      continue;
    }
    word ??= '';
    if (char === quote) {
      quote = '';
    } else if (quote === '' && (char === '"' || char === "'")) {
      quote = char;
      preserved = word.length;
    } else if (char === '\\' && quote !== "'" && next !== '' && (quote === '' || '"\\$`'.includes(next))) {
      word += next;
      index += 1;
    } else {
      word += char;
      if (quote === '' && breaks.includes(char)) preserved = word.length;
    }
  }
  return { words: [...words, word ?? ''], preserved, isQuoted: quote !== '' };
}
