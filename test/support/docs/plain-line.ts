/** A line of a session that can run without a shell. */
interface PlainLine {
  /** Target of a `cd` before the command; undefined without `cd`. */
  readonly folder: string | undefined;
  /** Arguments of `sales-audit`. */
  readonly args: readonly string[];
}

/** Matches a word: single quotes, double quotes without special characters, or bare characters. */
const word = /(?:'[^']*'|"[^"$`\\!]*"|[\w@%+:,./=-])+/y;

/** Splits text into words as a shell does. Returns undefined if a shell would do anything else with it. */
function splitWords(text: string): string[] | undefined {
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
    // A word must be followed by a space.
    if (place < text.length && text[place] !== ' ') return undefined;
    words.push(
      found.replace(/'([^']*)'|"([^"]*)"/g, (_, single?: string, double?: string) => single ?? double ?? ''),
    );
  }
  return words;
}

/**
 * Parses a line such as `cd company && sales-audit check --as-of 2026-11-23`. Returns undefined if it needs a shell:
 * pipes, redirections, variables, patterns, and any command but `sales-audit`.
 */
export function parsePlainLine(line: string): PlainLine | undefined {
  const [, folder, rest = ''] = /^(?:cd ([\w./-]+) && )?(.*)$/s.exec(line) ?? [];
  const [command, ...args] = splitWords(rest) ?? [];
  return command === 'sales-audit' ? { folder, args } : undefined;
}
