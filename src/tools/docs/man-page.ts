import type { Argument, Command, Option } from 'commander';
import type { ManArgument, ManCommand, ManEntry, ManPage } from '#render/man/man.ts';
import { type Output, makeProgram } from '#cli/build-command.ts';
import { about, environment, examples, exitCodes, files } from '#cli/commands/about.ts';
import type { CommandDefinition } from '#cli/definition.ts';
import { commands } from '#cli/commands/index.ts';
import { version } from '#app/version.ts';

/** Options that every command has. The page lists them once. */
const common = new Set(['--color', '--no-color', '--as-of', '--help']);

/** Formats the choices and the default of a value. */
function formatValue({ argChoices, defaultValue }: Option | Argument): string {
  const one = argChoices?.map((choice) => `\`${choice}\``).join(', ');
  const usual = typeof defaultValue === 'string' ? `\`${defaultValue}\` by default` : undefined;
  const parts = [one && `one of ${one}`, usual].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `: ${parts.join('; ')}`;
}

function describeOption(option: Option): ManEntry {
  const takes = /[<[](.+)[>\]]/.exec(option.flags)?.[1];
  const names = [option.short, option.long].filter((name) => typeof name === 'string');
  return {
    terms: names.map((name, index) => ({
      name,
      ...(takes !== undefined && index === names.length - 1 && { takes }),
    })),
    description: `${option.description}${formatValue(option)}`,
  };
}

/** Describes either the options that every command has, or the others. */
function describeOptions(options: readonly Option[], areCommon: boolean): ManEntry[] {
  return options.filter(({ long }) => common.has(long ?? '') === areCommon).map(describeOption);
}

function describeArgument(argument: Argument): ManArgument {
  return {
    name: argument.name(),
    description: `${argument.description}${formatValue(argument)}`,
    isRequired: argument.required,
    isRepeated: argument.variadic,
  };
}

/** Describes a command, or each subcommand of a group. */
function describeCommand(command: Command, definition: CommandDefinition, before = ''): ManCommand[] {
  const name = `${before}${definition.name}`;
  if (definition.commands !== undefined) {
    return definition.commands.flatMap((inner) => {
      const built = command.commands.find((each) => each.name() === inner.name);
      return built === undefined ? [] : describeCommand(built, inner, `${name} `);
    });
  }
  const options = command.createHelp().visibleOptions(command);
  return [
    {
      name,
      description: definition.description,
      arguments: command.registeredArguments.map(describeArgument),
      options: describeOptions(options, false),
      note: definition.note,
      examples: definition.examples ?? [],
    },
  ];
}

const toEntry = ([name, description]: readonly [string, string]): ManEntry => ({
  terms: [{ name }],
  description,
});

/**
 * Collects the content of the manual page from the definitions that the help is made from.
 *
 * @param output streams for the program, which writes nothing here
 * @param date release date of the version, YYYY-MM-DD; undefined if it is not released yet
 */
export function describeManPage(output: Output, date: string | undefined): ManPage {
  const program = makeProgram(output, () => async () => undefined);
  const parts = commands.flatMap((definition) => {
    const built = program.commands.find((each) => each.name() === definition.name);
    return built === undefined ? [] : describeCommand(built, definition);
  });
  const [any] = program.commands;
  const shared = any === undefined ? [] : any.createHelp().visibleOptions(any);
  const own = program.createHelp().visibleOptions(program);
  return {
    name: program.name(),
    version,
    date,
    brief: 'find out how complete a sales system is',
    about: [about.summary, about.withoutCommand],
    options: describeOptions(own, false),
    commonOptions: describeOptions(shared, true),
    commands: parts,
    environment: environment.map(toEntry),
    files: files.map(toEntry),
    exitCodes: exitCodes.map(toEntry),
    examples,
  };
}
