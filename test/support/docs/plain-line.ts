/** A line of a session whose `sales-audit` can run without a shell. */
export interface PlainLine {
  /** Target of a `cd` before the command; undefined without `cd`. */
  readonly folder: string | undefined;
  /** What a shell does before it, such as `cp a.yaml b.yaml`; undefined if nothing. */
  readonly before: string | undefined;
  /** What joins them: `&&`, `;`, or `|` if the output of the first is its input. */
  readonly joint: string | undefined;
  /** Arguments of `sales-audit`. */
  readonly args: readonly string[];
  /** What a shell does with its standard output, such as `tail -n 1`; undefined without a pipe. */
  readonly filter: string | undefined;
  /** Whether its errors go to the pipe too: `2>&1`. */
  readonly isMerged: boolean;
}

/** Matches a word: single quotes, double quotes without special characters, or bare characters. */
const word = /(?:'[^']*'|"[^"$`\\!]*"|[\w@%+:,./=-]~?)+/y;

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

/** Matches what leaves something to the next command of a shell, so that both must run in one. */
const isKept = /sales-audit |\b(?:cd|export|set|do|then)\b|<</;

/**
 * Parses a line such as `cd company && cp a.yaml b.yaml && sales-audit check --as-of 2026-11-23 | tail -n 1`. Returns
 * undefined if its `sales-audit` needs a shell: redirections, variables, patterns, several runs, and a line that shows how the command ends when `head` closes its pipe.
 */
export function parsePlainLine(line: string): PlainLine | undefined {
  const [, folder, rest = ''] = /^(?:cd ([\w./-]+) && )?(.*)$/s.exec(line) ?? [];
  const [, before, joint, run = ''] = /^(?:(.*?) ?(&&|;|\|) )?(sales-audit .*)$/s.exec(rest) ?? [];
  if (before !== undefined && isKept.test(before)) return undefined;
  if (/\bhead\b.*PIPESTATUS|sales-audit.*sales-audit/s.test(run)) return undefined;
  const [, plain = '', merged, filter] = /^(.*?)(?:( 2>&1)? \| (.*))?$/s.exec(run) ?? [];
  const [command, ...args] = splitWords(plain) ?? [];
  if (command !== 'sales-audit') return undefined;
  return { folder, before, joint, args, filter, isMerged: merged !== undefined };
}
