/** A command line of bash, taken apart. */
export interface Line {
  /** Its words without their quotes; the last one is being typed and may be empty. */
  readonly words: readonly string[];
  /**
   * How much of the last word bash leaves alone when it puts a completion in: all before the last of its own
   * word breaks, and before a quote that is open.
   */
  readonly kept: number;
  /** Whether a quote is open at the cursor. */
  readonly isQuoted: boolean;
}

/**
 * Splits a command line up to the cursor into words, as bash does, without running anything that stands in it.
 * bash itself would also split at `=`, `:` and `@`.
 *
 * @param breaks the characters at which bash starts a new word to complete, its COMP_WORDBREAKS
 */
export function splitLine(line: string, breaks: string): Line {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  let kept = 0;
  for (let index = 0; index < line.length; index += 1) {
    const char = line.charAt(index);
    const next = line.charAt(index + 1);
    if (quote === '' && /\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      kept = 0;
      continue;
    }
    word ??= '';
    if (char === quote) {
      quote = '';
    } else if (quote === '' && (char === '"' || char === "'")) {
      quote = char;
      kept = word.length;
    } else if (char === '\\' && quote !== "'" && next !== '' && (quote === '' || '"\\$`'.includes(next))) {
      word += next;
      index += 1;
    } else {
      word += char;
      if (quote === '' && breaks.includes(char)) kept = word.length;
    }
  }
  return { words: [...words, word ?? ''], kept, isQuoted: quote !== '' };
}
