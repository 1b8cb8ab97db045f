/** A line of a session that can run without a shell. */
interface PlainLine {
  /** Target of a `cd` before the command; undefined without `cd`. */
  readonly folder: string | undefined;
  /** Arguments of `sales-audit`. */
  readonly args: readonly string[];
  /** What a shell does with its standard output, such as `tail -n 1`; undefined without a pipe. */
  readonly filter: string | undefined;
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
 * Parses a line such as `cd company && sales-audit check --as-of 2026-11-23 | tail -n 1`. Returns undefined if it needs a
 * shell from its start: redirections, variables, patterns, any command but `sales-audit` before the pipe, and a line that
 * shows how the command ends when `head` closes its pipe.
 */
export function parsePlainLine(line: string): PlainLine | undefined {
  const [, folder, rest = ''] = /^(?:cd ([\w./-]+) && )?(.*)$/s.exec(line) ?? [];
  const [whole = '', plain = '', filter] = /^(.*?)(?: \| (.*))?$/s.exec(rest) ?? [];
  const [command, ...args] = splitWords(plain) ?? [];
  if (command !== 'sales-audit' || /\bhead\b.*PIPESTATUS|sales-audit.*sales-audit/s.test(whole))
    return undefined;
  return { folder, args, filter };
}
