import { CommanderError } from 'commander';
import { suggest } from '#document/suggest.ts';
import { UsageError } from '#domain/errors.ts';
import type { Outcome } from '#domain/verdict.ts';
import type { Host } from '#io/host.ts';
import { makeProgram } from './build-command.ts';
import type { Action } from './commands/definition.ts';
import { commands } from './commands/index.ts';
import type { CommonOptions } from './context.ts';
import { helperCommand } from './sharing/messages.ts';

/** First words that are about all commands: only they have all of them built. */
const aboutAll = new Set(['help', '-h', '--help', '-V', '--version']);

/** Arguments with `run` put in where no command was named. Throws a UsageError for an unknown command. */
function withCommand(argv: readonly string[]): readonly string[] {
  const [first] = argv;
  if (first === undefined) return ['run'];
  if (aboutAll.has(first)) return argv;
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

/** Runs the command that the arguments name. Throws a UsageError for wrong usage. */
export async function runProgram(host: Host): Promise<Outcome> {
  if (host.argv[0] === 'complete') {
    const { complete } = await import('./completion/complete.ts');
    return complete(host, host.argv.slice(1));
  }
  if (host.isHelper === true && host.argv[0] === helperCommand) {
    const { helpCheck } = await import('./sharing/help-check.ts');
    return helpCheck();
  }
  let outcome: Outcome = { end: 'done' };
  const handle =
    (load: () => Promise<Action>) =>
    async (...values: unknown[]): Promise<void> => {
      // The last value is the command itself, the one before it the options.
      const options = (values.at(-2) ?? {}) as CommonOptions;
      const [action, { makeContext }] = await Promise.all([load(), import('./context.ts')]);
      outcome = await action(await makeContext(host, options), ...(values.slice(0, -1) as never[]));
    };
  const argv = withCommand(host.argv);
  const [first = ''] = argv;
  const needed = aboutAll.has(first) ? commands : commands.filter(({ name }) => name === first);
  const program = makeProgram(host, needed, handle);
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has printed its message, with a suggestion where it has one.
    return error.exitCode === 0 ? { end: 'done' } : { end: 'unusable' };
  }
  return outcome;
}
