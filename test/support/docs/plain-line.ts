/** A line of a session that needs no shell. */
interface PlainLine {
  /** Where `cd` leads before the command runs; undefined without `cd`. */
  readonly folder: string | undefined;
  /** Arguments of `sales-audit`. */
  readonly args: readonly string[];
}

/** A word: pieces in single quotes, pieces in double quotes in which nothing is special, or bare characters. */
const word = /(?:'[^']*'|"[^"$`\\!]*"|[\w@%+:,./=-])+/y;

/** Splits text into words as a shell does; undefined where a shell would do anything else with it. */
function wordsOf(text: string): string[] | undefined {
  const words: string[] = [];
  let place = 0;
  while (place < text.length) {
    if (text[place] === ' ') {
      place += 1;
      continue;
    }
    word.lastIndex = place;
    const found = word.exec(text)?.[0];
    if (found === undefined) return undefined;
    place += found.length;
    // A quote has to end a piece or begin one: what follows a word is a space.
    if (place < text.length && text[place] !== ' ') return undefined;
    words.push(
      found.replace(/'([^']*)'|"([^"]*)"/g, (_, single?: string, double?: string) => single ?? double ?? ''),
    );
  }
  return words;
}

/**
 * Reads a line such as `cd company && sales-audit check --as-of 2026-11-23`. Returns undefined for everything that
 * takes a shell: pipes, redirections, variables, patterns, and any command but `sales-audit`.
 */
export function plainLineOf(line: string): PlainLine | undefined {
  const [, folder, rest = ''] = /^(?:cd ([\w./-]+) && )?(.*)$/s.exec(line) ?? [];
  const [command, ...args] = wordsOf(rest) ?? [];
  return command === 'sales-audit' ? { folder, args } : undefined;
}
