import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { Host } from '#io/host.ts';
import { writeNow } from '#io/write/write-output.ts';
import { escapeText } from '#render/escape.ts';
import { about, examples, exitCodes } from './commands/about.ts';
import {
  type Action,
  type ArgumentDefinition,
  type CommandDefinition,
  type OptionDefinition,
  commonOptions,
} from './definition.ts';
import { commands } from './commands/index.ts';
import { version } from '#app/version.ts';

/** Turns the import of an action into the handler that commander calls. */
type Handle = (load: () => Promise<Action>) => (...values: unknown[]) => Promise<void>;

/** The streams for help and errors, which also set the width. */
export type Output = Pick<Host, 'stdout' | 'stderr'>;

const toExample = (line: string): string => `  $ ${line}`;

/** Formats the examples and exit codes below the options in the tool's own help. */
function formatRootNotes(): string {
  const codes = exitCodes.map(([code, means]) => `${code} ${means}`);
  return [
    '',
    'Examples:',
    ...examples.map(({ line, description }) =>
      toExample(description === undefined ? line : `${line.padEnd(43)}${description}`),
    ),
    '',
    `Exit codes: ${codes.slice(0, 3).join(', ')},`,
    `${codes.slice(3).join(', ')}.`,
  ].join('\n');
}

function makeRoot(output: Output): Command {
  return new Command('sales-audit')
    .description(`${about.summary}\n${about.withoutCommand}`)
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .configureOutput({
      writeOut: (text) => void writeNow(output.stdout, text),
      // Errors repeat the arguments.
      writeErr: (text) => void output.stderr.write(escapeText(text)),
      getOutHelpWidth: () => (output.stdout.isTTY ? output.stdout.columns : 80),
      getErrHelpWidth: () => (output.stderr.isTTY ? output.stderr.columns : 80),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .addHelpText('after', formatRootNotes());
}

/** Appends a value of a repeatable option to its list. */
function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function toArgument({ name, description, choices }: ArgumentDefinition): Argument {
  const argument = new Argument(name, description);
  return choices === undefined ? argument : argument.choices(choices);
}

/** Refuses the empty value of a variable that is not set: as a path it would be the working folder. */
function requireValue(value: string): string {
  if (value !== '') return value;
  throw new InvalidArgumentError('It is empty: name a file, or leave the option out.');
}

function toOption(definition: OptionDefinition): Option {
  const { flags, description, choices, kind, isRepeatable } = definition;
  const option = new Option(flags, description).default(definition.default);
  const read = kind === 'file' || kind === 'model' ? requireValue : (value: string) => value;
  if (choices !== undefined) option.choices(choices);
  else if (isRepeatable)
    option.argParser((value, before?: readonly string[]) => collect(read(value), before));
  else if (read === requireValue) option.argParser(read);
  return option;
}

/** Adds a command to the program or to its group, together with its subcommands. */
function addCommand(parent: Command, definition: CommandDefinition, handle: Handle): void {
  const { name, description, note, examples: lines = [], load } = definition;
  const command = parent.command(name).description(description).helpOption('-h, --help', 'print help');
  if (load !== undefined) {
    command.allowExcessArguments(false).action(handle(load));
    for (const each of commonOptions) command.addOption(toOption(each));
  }
  for (const each of definition.arguments ?? []) command.addArgument(toArgument(each));
  for (const each of definition.options ?? []) command.addOption(toOption(each));
  const notes = [
    ...(note === undefined ? [] : ['', note]),
    ...(lines.length === 0 ? [] : ['', 'Examples:', ...lines.map(toExample)]),
  ];
  if (notes.length > 0) command.addHelpText('after', notes.join('\n'));
  for (const each of definition.commands ?? []) addCommand(command, each, handle);
}

/** Makes the program. It prints help and errors to the streams, and never exits the process. */
export function makeProgram(output: Output, handle: Handle): Command {
  const program = makeRoot(output);
  for (const each of commands) addCommand(program, each, handle);
  return program.helpCommand('help [command]', 'print help for a command');
}
