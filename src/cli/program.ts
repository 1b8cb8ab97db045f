import { suggest } from '#document/suggest.ts';
import { UsageError } from '#domain/errors.ts';
import type { Outcome } from '#domain/verdict.ts';
import type { Host } from '#io/host.ts';
import { type Action, type CommandDefinition, commonDefaults } from './commands/definition.ts';
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

/** What an action gets of a line without options; undefined where the line has to be parsed. */
function plainValues(
  { operands, defaults }: CommandDefinition,
  words: readonly string[],
): readonly [...arguments_: unknown[], options: Readonly<Record<string, unknown>>] | undefined {
  if (operands === undefined || words.some((word) => word.startsWith('-') && word !== '-')) return undefined;
  const options = { ...commonDefaults, ...defaults };
  if (operands === 'none') return words.length === 0 ? [options] : undefined;
  return operands === 'some' && words.length === 0 ? undefined : [words, options];
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
  const argv = withCommand(host.argv);
  const [first = '', ...words] = argv;
  const needed = aboutAll.has(first) ? commands : commands.filter(({ name }) => name === first);
  let outcome: Outcome = { end: 'done' };
  const run = async (
    load: () => Promise<Action>,
    options: CommonOptions,
    values: readonly unknown[],
  ): Promise<void> => {
    const [action, { makeContext }] = await Promise.all([load(), import('./context.ts')]);
    outcome = await action(await makeContext(host, options), ...(values as never[]));
  };
  const [command] = needed;
  const values = needed.length === 1 && command !== undefined ? plainValues(command, words) : undefined;
  if (values !== undefined && command?.load !== undefined) {
    await run(command.load, values.at(-1) as CommonOptions, values);
    return outcome;
  }
  // Loaded only where there is something to parse.
  const { parseLine } = await import('./parse-line.ts');
  return (await parseLine(host, needed, argv, run)) ? outcome : { end: 'unusable' };
}
