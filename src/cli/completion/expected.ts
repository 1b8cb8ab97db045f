import type { Command, Option } from 'commander';
import {
  type ArgumentDefinition,
  type CommandDefinition,
  type OptionDefinition,
  type ValueKind,
  commonOptions,
} from '#cli/definition.ts';
import { commands } from '#cli/commands/index.ts';

/** Everything that can come next on a command line. */
export interface Expected {
  readonly commands: readonly Command[];
  readonly options: readonly Option[];
  /** The choices for a value, or its kind. */
  readonly value: readonly string[] | ValueKind | undefined;
  /** Part of the word before the value, such as `--format=`. */
  readonly before: string;
  /** The values of `--model` earlier on the line. */
  readonly models: readonly string[];
}

const nothing: Expected = { commands: [], options: [], value: undefined, before: '', models: [] };

/** A command and its definition. `help` and the program itself have none. */
interface Found {
  readonly command: Command;
  readonly definition: CommandDefinition | undefined;
}

const listCommands = (command: Command): Command[] => command.createHelp().visibleCommands(command);
const listOptions = (command: Command): Option[] => command.createHelp().visibleOptions(command);

function findChild({ command, definition }: Found, name: string): Found | undefined {
  const next = listCommands(command).find((each) => each.name() === name);
  const definitions = definition?.commands ?? commands;
  return next && { command: next, definition: definitions.find((each) => each.name === name) };
}

/** The parsed words of a command, up to the word at the cursor. */
interface Given {
  /** Names of the options that were given. */
  readonly used: ReadonlySet<string>;
  /** The option whose value is the next word. */
  readonly pending: Option | undefined;
  /** Number of arguments. */
  readonly count: number;
  /** Whether `--` has ended the options. */
  readonly ended: boolean;
  /** The values of `--model`. */
  readonly models: readonly string[];
}

function findOption(options: readonly Option[], word: string): Option | undefined {
  const [flag] = word.split('=', 1);
  return options.find(({ long, short }) => flag === long || flag === short);
}

function readGiven(options: readonly Option[], words: readonly string[]): Given {
  const used = new Set<string>();
  let pending: Option | undefined;
  let count = 0;
  let ended = false;
  const models: string[] = [];
  for (const word of words) {
    if (pending !== undefined) {
      if (pending.attributeName() === 'model') models.push(word);
      pending = undefined;
    } else if (word === '--' && !ended) {
      ended = true;
    } else if (ended || word === '-' || !word.startsWith('-')) {
      count += 1;
    } else {
      const option = findOption(options, word);
      if (option === undefined) continue;
      used.add(option.attributeName());
      if (word.startsWith('--model=')) models.push(word.slice('--model='.length));
      if ((option.required || option.optional) && !word.includes('=')) pending = option;
    }
  }
  return { used, pending, count, ended, models };
}

/** Finds the definition of an option; `--help` and the options of the program have none. */
function findDefinition(
  option: Option,
  definition: CommandDefinition | undefined,
): OptionDefinition | undefined {
  return [...commonOptions, ...(definition?.options ?? [])].find(({ flags }) => flags === option.flags);
}

function findExpectedIn({ command, definition }: Found, given: readonly string[], word: string): Expected {
  const options = listOptions(command);
  const { used, pending, count, ended, models } = readGiven(options, given);
  const expectValue = (of: OptionDefinition | ArgumentDefinition | undefined, before = ''): Expected => ({
    ...nothing,
    models,
    before,
    value: of?.choices ?? of?.kind,
  });
  if (pending !== undefined) return expectValue(findDefinition(pending, definition));
  if (!ended && /^--[^=]+=/.test(word)) {
    const option = findOption(options, word);
    const before = word.slice(0, word.indexOf('=') + 1);
    return expectValue(option && findDefinition(option, definition), before);
  }
  // Unless it is repeatable, an option is offered once. Its negation has the same attribute name.
  const isPossible = (option: Option): boolean =>
    findDefinition(option, definition)?.isRepeatable === true || !used.has(option.attributeName());
  const possible = { ...nothing, models, options: options.filter(isPossible) };
  if (!ended && word.startsWith('-')) return possible;
  const known = definition?.arguments ?? [];
  const last = known.at(-1);
  const argument = known[count] ?? (last?.name.includes('...') ? last : undefined);
  if (argument !== undefined) return expectValue(argument);
  return word === '' && !ended ? possible : nothing;
}

/**
 * Finds everything that can come in place of the last word.
 *
 * @param words words after the name of the tool, up to the cursor; the last one may be empty
 */
export function findExpected(program: Command, words: readonly string[]): Expected {
  const word = words.at(-1) ?? '';
  const done = words.slice(0, -1);
  let found: Found = { command: program, definition: undefined };
  for (;;) {
    const { command } = found;
    const next = done[0];
    if (command.commands.length === 0) return findExpectedIn(found, done, word);
    if (next === undefined && !word.startsWith('-')) return { ...nothing, commands: listCommands(command) };
    // Without a command, options belong to `run`.
    const isRun = command === program && (next ?? word).startsWith('-');
    const run = isRun ? findChild(found, 'run') : undefined;
    if (run !== undefined) {
      const expected = findExpectedIn(run, done, word);
      const own = listOptions(program).filter(({ long }) => long !== '--help');
      return next === undefined ? { ...expected, options: [...expected.options, ...own] } : expected;
    }
    if (next === undefined) return { ...nothing, options: listOptions(command) };
    done.shift();
    // `help` takes the name of a sibling command.
    if (next === 'help') return done.length === 0 ? { ...nothing, commands: command.commands } : nothing;
    const inner = findChild(found, next);
    if (inner === undefined) return nothing;
    found = inner;
  }
}
