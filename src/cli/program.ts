import { CommanderError } from 'commander';
import { suggest } from '#document/schema/suggest.ts';
import { UsageError } from '#domain/errors.ts';
import type { Outcome } from '#domain/verdict.ts';
import type { Host } from '#io/host.ts';
import { makeProgram } from './build-command.ts';
import { commands } from './commands/index.ts';
import { type CommonOptions, makeContext } from '#app/context.ts';

/** Words that are not commands, but belong to the program itself. */
const rootWords = new Set(['help', '-h', '--help', '-V', '--version']);

/** Adds `run` if the line names no command. Throws a UsageError for an unknown command. */
function addDefaultCommand(argv: readonly string[]): readonly string[] {
  const [first] = argv;
  if (first === undefined) return ['run'];
  if (rootWords.has(first)) return argv;
  if (first.startsWith('-')) return ['run', ...argv];
  const names = [...commands.map(({ name }) => name), 'help'];
  if (names.includes(first)) return argv;
  const near = suggest(first, names);
  throw new UsageError(
    `There is no command ${JSON.stringify(first)}.`,
    near === undefined
      ? `Commands: ${names.join(', ')}. \`sales-audit --help\` explains them.`
      : `Did you mean ${near}?`,
  );
}

/** Throws a UsageError where the value of an option is missing, and the `--` after it was read as the value. */
function requireValues(options: object): void {
  for (const [key, value] of Object.entries(options)) {
    if (![value].flat().includes('--')) continue;
    const flag = `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new UsageError(`${flag} has no value.`, 'Write it before `--`, which ends the options.');
  }
}

/** Runs the command named by the arguments. Throws a UsageError for a usage error. */
export async function runProgram(host: Host): Promise<Outcome> {
  if (host.argv[0] === 'complete') {
    const { complete } = await import('./completion/complete.ts');
    return complete(host, host.argv.slice(1));
  }
  let outcome: Outcome = { end: 'done' };
  const program = makeProgram(host, (load) => async (...values) => {
    // Commander passes the arguments, then the options, then the command.
    const { color, ...given } = values.at(-2) as CommonOptions & { readonly color?: false };
    // `--no-color` is the same option as `--color`.
    const options: CommonOptions = { ...given, color: color === false ? 'never' : (color ?? 'auto') };
    requireValues(options);
    const action = await load();
    outcome = await action(
      await makeContext(host, options),
      ...([...values.slice(0, -2), options] as never[]),
    );
  });
  try {
    await program.parseAsync(addDefaultCommand(host.argv), { from: 'user' });
    return outcome;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has already printed the help or the error.
    return error.exitCode === 0 ? outcome : { end: 'unusable' };
  }
}
