import { parseArgs } from 'node:util';
import { UsageError } from '#domain/errors.ts';
import type { Outcome } from '#domain/verdict.ts';
import type { Host } from '#io/host.ts';
import { makeProgram } from '#cli/build-command.ts';
import { rules } from '#app/findings/rules.ts';
import { formatAnswer } from './answer.ts';
import { findExpected } from './expected.ts';
import { readIds } from './ids.ts';
import { splitLine } from './line.ts';
import { shells } from './shells.ts';
import { type Values, listValues, makeCandidate } from './values.ts';

/** Parses the request of a completion script: `complete --shell SHELL [--breaks CHARACTERS] -- WORDS...`. */
function parseRequest(args: readonly string[]): { shell: string; breaks: string; words: readonly string[] } {
  try {
    const options = { shell: { type: 'string' }, breaks: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { shell: values.shell ?? '', breaks: values.breaks ?? '', words: positionals };
  } catch {
    throw new UsageError('Completion scripts call `complete`.', '`sales-audit completion SHELL` prints one.');
  }
}

async function findValues(host: Host, words: readonly string[]): Promise<Values> {
  const program = makeProgram(host, () => async () => undefined);
  const expected = findExpected(program, words);
  const { value, before, models } = expected;
  if (value !== undefined) {
    const typed = (words.at(-1) ?? '').slice(before.length);
    const values = await listValues(value, typed, before, {
      ofModel: () => readIds(models, host.cwd),
      ofChecks: async () => rules.map(({ id, title }) => ({ id, name: title })),
    });
    // Candidates are whole words.
    const candidates = values.candidates.map((each) => ({ ...each, word: `${before}${each.word}` }));
    return { ...values, candidates };
  }
  const isShort = words.at(-1) === '-';
  const candidates = [
    ...expected.commands.map((command) => makeCandidate(command.name(), command.description())),
    ...expected.options.flatMap(({ long, short, description }) =>
      [long, isShort ? short : undefined].flatMap((flag) =>
        typeof flag === 'string' ? [makeCandidate(flag, description)] : [],
      ),
    ),
  ];
  return { candidates, paths: 'none', before: '' };
}

/**
 * Answers a completion script with everything that can come next on a command line. The help does not list it,
 * because it is not typed by hand. It runs at every TAB, so it loads and reads as little as possible.
 *
 * @param args arguments after `complete`
 */
export async function complete(host: Host, args: readonly string[]): Promise<Outcome> {
  const request = parseRequest(args);
  const shell = shells.find((each) => each === request.shell);
  if (shell === undefined) {
    throw new UsageError(
      `There is no completion for the shell ${JSON.stringify(request.shell)}.`,
      `Shells: ${shells.join(', ')}.`,
    );
  }
  let { words } = request;
  // bash passes the line, because it splits words at `=`, `:` and `@`. The first word is the tool.
  const line = shell === 'bash' ? splitLine(words[0] ?? '', request.breaks) : undefined;
  if (line !== undefined) words = line.words.slice(1);
  // PowerShell drops empty arguments, so its script prefixes the last one with a dot.
  if (shell === 'powershell') words = [...words.slice(0, -1), (words.at(-1) ?? '').slice(1)];
  const lines = formatAnswer(shell, await findValues(host, words), words.at(-1) ?? '', line);
  host.stdout.write(`${lines.join('\n')}\n`);
  return { end: 'done' };
}
