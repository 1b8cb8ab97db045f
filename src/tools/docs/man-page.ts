import type { Argument, Command, Option } from 'commander';
import type { ManArgument, ManCommand, ManEntry, ManPage } from '#render/man/man.ts';
import { type Output, makeProgram } from '#cli/build-command.ts';
import { describeValue, environment, examples, exitCodes, files } from '#cli/commands/about.ts';
import type { CommandDefinition } from '#cli/commands/definition.ts';
import { commands } from '#cli/commands/index.ts';
import { version } from '#app/version.ts';

/** Options that every command has; the page says them once. */
const common = new Set(['--color', '--as-of', '--help']);

/** What a value can be, and what it is where nothing is said. */
function valueSentence({ argChoices, defaultValue }: Option | Argument): string {
  const one = argChoices?.map((choice) => `\`${choice}\``).join(', ');
  const usual = typeof defaultValue === 'string' ? `\`${defaultValue}\` by default` : undefined;
  const parts = [one && `one of ${one}`, usual].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `: ${parts.join('; ')}`;
}

function optionEntry(option: Option): ManEntry {
  const takes = /[<[](.+)[>\]]/.exec(option.flags)?.[1];
  const names = [option.short, option.long].filter((name) => typeof name === 'string');
  return {
    terms: names.map((name, index) => ({
      name,
      ...(takes !== undefined && index === names.length - 1 && { takes }),
    })),
    says: `${option.description}${valueSentence(option)}`,
  };
}

/** Those of the options that every command has, or the others. */
function entriesOf(options: readonly Option[], areCommon: boolean): ManEntry[] {
  return options.filter(({ long }) => common.has(long ?? '') === areCommon).map(optionEntry);
}

function argumentOf(argument: Argument): ManArgument {
  return {
    name: argument.name(),
    says: `${argument.description}${valueSentence(argument)}`,
    isRequired: argument.required,
    isRepeated: argument.variadic,
  };
}

/** A command and those that it groups, which are commands of their own here. */
function commandParts(command: Command, definition: CommandDefinition, before = ''): ManCommand[] {
  const name = `${before}${definition.name}`;
  if (definition.commands !== undefined) {
    return definition.commands.flatMap((inner) => {
      const built = command.commands.find((each) => each.name() === inner.name);
      return built === undefined ? [] : commandParts(built, inner, `${name} `);
    });
  }
  const options = command.createHelp().visibleOptions(command);
  return [
    {
      name,
      says: definition.description,
      arguments: command.registeredArguments.map(argumentOf),
      options: entriesOf(options, false),
      note: definition.note,
      examples: definition.examples ?? [],
    },
  ];
}

const entry = ([name, says]: readonly [string, string]): ManEntry => ({ terms: [{ name }], says });

/**
 * Everything that the manual page says, from the definitions that the help is made of.
 *
 * @param output where the program would write; it writes nothing
 * @param date day of the version, YYYY-MM-DD; undefined where it was not released yet
 */
export function renderManPage(output: Output, date: string | undefined): ManPage {
  const program = makeProgram(output, () => async () => undefined);
  const parts = commands.flatMap((definition) => {
    const built = program.commands.find((each) => each.name() === definition.name);
    return built === undefined ? [] : commandParts(built, definition);
  });
  const [any] = program.commands;
  const shared = any === undefined ? [] : any.createHelp().visibleOptions(any);
  const own = program.createHelp().visibleOptions(program);
  return {
    name: program.name(),
    version,
    date,
    brief: 'find out how complete a sales system is',
    about: [describeValue.summary, describeValue.withoutCommand],
    options: entriesOf(own, false),
    commonOptions: entriesOf(shared, true),
    commands: parts,
    environment: environment.map(entry),
    files: files.map(entry),
    exitCodes: exitCodes.map(entry),
    examples,
  };
}
