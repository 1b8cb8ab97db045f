import { safeLine } from '#render/escape.ts';
import type { Line } from './line.ts';
import type { Shell } from './shells.ts';
import type { Candidate, Values } from './values.ts';

/** A word that no shell reads as anything but itself. Others are never offered, whoever wrote the model. */
const isPlain = ({ word }: Candidate): boolean => /^[\w@%+=:,./-]+$/.test(word);

/** What a candidate is, in one line that a shell has room for. */
function describe({ says }: Candidate): string {
  const line = safeLine(says).replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}

/** `value:what it is` for zsh, which splits at the first colon. */
function zshPair(candidate: Candidate): string {
  const says = describe(candidate);
  const word = candidate.word.replaceAll(':', '\\:');
  return says === '' ? word : `${word}:${says}`;
}

/**
 * The answer to a shell in lines, as its script reads them: first which paths it is to add, then the candidates.
 *
 * @param word the word that is being typed
 * @param line for bash, the line that it stands in
 */
export function answerLines(shell: Shell, values: Values, word: string, line?: Line): string[] {
  const { paths, before } = values;
  const candidates = values.candidates.filter(isPlain);
  const begun = candidates.filter((candidate) => candidate.word.startsWith(word));
  switch (shell) {
    case 'bash':
      // With `nospace`, so that the space behind a whole word is ours to write. Files come where nothing else fits.
      return [
        begun.length > 0 && paths === 'files' ? 'none' : paths,
        ...begun.map(
          ({ word: each, isOpen }) => `${each.slice(line?.kept)}${isOpen || line?.isQuoted ? '' : ' '}`,
        ),
      ];
    case 'zsh':
      return [
        `${paths} ${before.length}`,
        ...candidates.map((each) => `${each.isOpen ? '=' : ' '}${zshPair(each)}`),
      ];
    case 'fish':
      return [
        before === '' || paths === 'none' ? paths : `${paths} ${before}`,
        ...candidates.map((each) => [each.word, describe(each)].filter((part) => part !== '').join('\t')),
      ];
    case 'powershell':
      return [paths, ...begun.map((each) => `${each.word}\t${describe(each) || each.word}`)];
  }
}
