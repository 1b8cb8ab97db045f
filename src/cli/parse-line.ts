import { CommanderError } from 'commander';
import type { Host } from '#io/host.ts';
import { makeProgram } from './build-command.ts';
import type { Action, CommandDefinition } from './commands/definition.ts';
import type { CommonOptions } from './context.ts';

/**
 * Parses a command line and runs what it asks for; help and faults are printed.
 *
 * @param commands those that the line may name
 * @param run runs an action with its values: the arguments, and last the options
 * @returns whether the line could be used
 */
export async function parseLine(
  host: Host,
  commands: readonly CommandDefinition[],
  argv: readonly string[],
  run: (load: () => Promise<Action>, options: CommonOptions, values: readonly unknown[]) => Promise<void>,
): Promise<boolean> {
  const program = makeProgram(
    host,
    commands,
    (load) =>
      // The last value is the command itself, the one before it the options.
      (...values) =>
        run(load, (values.at(-2) ?? {}) as CommonOptions, values.slice(0, -1)),
  );
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return true;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has printed its message, with a suggestion where it has one.
    return error.exitCode === 0;
  }
}
