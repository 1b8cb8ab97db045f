import { escapeLine } from '#render/escape.ts';
import type { Line } from './line.ts';
import type { Shell } from './shells.ts';
import type { Candidate, Values } from './values.ts';

/** Checks that a word is literal in every shell. A hostile model could contain others, which are never offered. */
const isPlain = ({ word }: Candidate): boolean => /^[\w@%+=:,./-]+$/.test(word);

/** Shortens the description of a candidate to one line of at most 80 characters. */
function shorten({ description }: Candidate): string {
  const line = escapeLine(description).replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}

/** Formats `value:description` for zsh, which splits at the first colon. */
function formatZshPair(candidate: Candidate): string {
  const description = shorten(candidate);
  const word = candidate.word.replaceAll(':', '\\:');
  return description === '' ? word : `${word}:${description}`;
}

/**
 * Formats the answer as the script of a shell expects it: a line for the paths to add, then a line per candidate.
 *
 * @param word the word at the cursor
 * @param line the whole line; bash only
 */
export function formatAnswer(shell: Shell, values: Values, word: string, line?: Line): string[] {
  const { paths, before } = values;
  const candidates = values.candidates.filter(isPlain);
  const begun = candidates.filter((candidate) => candidate.word.startsWith(word));
  switch (shell) {
    case 'bash':
      // The script sets `nospace`, so complete words need a space here. Files are added only if no candidate matches.
      return [
        begun.length > 0 && paths === 'files' ? 'none' : paths,
        ...begun.map(
          ({ word: each, isOpen }) => `${each.slice(line?.preserved)}${isOpen || line?.isQuoted ? '' : ' '}`,
        ),
      ];
    case 'zsh':
      return [
        `${paths} ${before.length}`,
        ...candidates.map((each) => `${each.isOpen ? '=' : ' '}${formatZshPair(each)}`),
      ];
    case 'fish':
      return [
        before === '' || paths === 'none' ? paths : `${paths} ${before}`,
        // fish would also offer words whose description contains what was typed.
        ...begun.map((each) => [each.word, shorten(each)].filter((part) => part !== '').join('\t')),
      ];
    case 'powershell':
      return [paths, ...begun.map((each) => `${each.word}\t${shorten(each) || each.word}`)];
  }
}
