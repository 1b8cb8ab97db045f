import { Command } from 'commander';
import type { Host } from '#io/host.ts';
import { about, examples, exitCodes } from './commands/about.ts';
import { type Action, type CommandDefinition, choice, commonDefaults } from './commands/definition.ts';
import { version } from './schemas.ts';

/** Makes what commander calls from an import of what the command does. */
type Handle = (load: () => Promise<Action>) => (...values: unknown[]) => Promise<void>;

/** Where help and errors go, and how wide they are. */
export type Output = Pick<Host, 'stdout' | 'stderr'>;

const toExample = (line: string): string => `  $ ${line}`;

/** Lines below the options of the tool's own help. */
function rootNotes(): string {
  const codes = exitCodes.map(([code, means]) => `${code} ${means}`);
  return [
    '',
    'Examples:',
    ...examples.map(({ line, says }) => toExample(says === undefined ? line : `${line.padEnd(43)}${says}`)),
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
      writeOut: (text) => void output.stdout.write(text),
      writeErr: (text) => void output.stderr.write(text),
      getOutHelpWidth: () => (output.stdout.isTTY ? output.stdout.columns : 80),
      getErrHelpWidth: () => (output.stderr.isTTY ? output.stderr.columns : 80),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .addHelpText('after', rootNotes());
}

/** Adds the options and the error behavior that every command has that does something. */
function addCommon(command: Command): Command {
  return command
    .addOption(choice(command, '--color <when>', 'use colour', ['auto', 'always', 'never']))
    .option('--as-of <date>', 'the day to speak for, YYYY-MM-DD (default: today)')
    .showHelpAfterError(false)
    .allowExcessArguments(false);
}

/** Gives options what they are where a line does not say. */
function setDefaults(command: Command, defaults: Readonly<Record<string, unknown>>): void {
  for (const option of command.options) {
    const name = option.attributeName();
    if (!Object.hasOwn(defaults, name) || option.negate) continue;
    option.default(defaults[name]);
    command.setOptionValueWithSource(name, defaults[name], 'default');
  }
}

/** Adds a command, with those that it groups, to the program or to the command that groups it. */
function addCommand(parent: Command, definition: CommandDefinition, handle: Handle): void {
  const { name, description, define, defaults, note, examples: lines = [], load, commands = [] } = definition;
  const command = parent.command(name).description(description).helpOption('-h, --help', 'print help');
  if (load !== undefined) addCommon(command).action(handle(load));
  define?.(command);
  setDefaults(command, { ...(load !== undefined && commonDefaults), ...defaults });
  const notes = [
    ...(note === undefined ? [] : ['', note]),
    ...(lines.length === 0 ? [] : ['', 'Examples:', ...lines.map(toExample)]),
  ];
  if (notes.length > 0) command.addHelpText('after', notes.join('\n'));
  for (const each of commands) addCommand(command, each, handle);
}

/** The program with these commands. Help and errors go to the streams; nothing ends the process. */
export function makeProgram(output: Output, commands: readonly CommandDefinition[], handle: Handle): Command {
  const program = makeRoot(output);
  for (const each of commands) addCommand(program, each, handle);
  return program.helpCommand('help [command]', 'print help for a command');
}
