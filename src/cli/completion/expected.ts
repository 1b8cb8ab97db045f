import type { Argument, Command, Option } from 'commander';
import { type CommandDefinition, collect } from '../commands/definition.ts';
import type { ValueKind } from '../commands/value-kinds.ts';

/** What can come next on a command line. */
export interface Expected {
  readonly commands: readonly Command[];
  readonly options: readonly Option[];
  /** The value of an argument or option: one of a few, or of a kind. */
  readonly value: readonly string[] | ValueKind | undefined;
  /** What of the word stands before the value, such as `--format=`. */
  readonly before: string;
  /** The model that was named earlier on the line. */
  readonly model: string | undefined;
}

const nothing: Expected = { commands: [], options: [], value: undefined, before: '', model: undefined };

/** Kinds of the options that every command has; those of `--color` are its choices. */
const commonValues: Readonly<Record<string, ValueKind>> = { asOf: 'text' };

/** A command with its definition; `help` and the program itself have none. */
interface Found {
  readonly command: Command;
  readonly definition: CommandDefinition | undefined;
}

const visibleCommands = (command: Command): Command[] => command.createHelp().visibleCommands(command);
const visibleOptions = (command: Command): Option[] => command.createHelp().visibleOptions(command);

function child(
  { command, definition }: Found,
  name: string,
  all: readonly CommandDefinition[],
): Found | undefined {
  const next = visibleCommands(command).find((each) => each.name() === name);
  const definitions = definition?.commands ?? all;
  return next && { command: next, definition: definitions.find((each) => each.name === name) };
}

/** Values that a command line has given, up to the word that is being typed. */
interface Given {
  /** Names of the options that are there. */
  readonly used: ReadonlySet<string>;
  /** The option whose value is the next word. */
  readonly pending: Option | undefined;
  /** Number of arguments. */
  readonly count: number;
  /** Whether `--` has ended the options. */
  readonly ended: boolean;
  readonly model: string | undefined;
}

function optionCalled(options: readonly Option[], word: string): Option | undefined {
  const [flag] = word.split('=', 1);
  return options.find(({ long, short }) => flag === long || flag === short);
}

function readGiven(options: readonly Option[], words: readonly string[]): Given {
  const used = new Set<string>();
  let pending: Option | undefined;
  let count = 0;
  let ended = false;
  let model: string | undefined;
  for (const word of words) {
    if (pending !== undefined) {
      if (pending.attributeName() === 'model') model = word;
      pending = undefined;
    } else if (word === '--' && !ended) {
      ended = true;
    } else if (ended || word === '-' || !word.startsWith('-')) {
      count += 1;
    } else {
      const option = optionCalled(options, word);
      if (option === undefined) continue;
      used.add(option.attributeName());
      if (word.startsWith('--model=')) model = word.slice('--model='.length);
      if ((option.required || option.optional) && !word.includes('=')) pending = option;
    }
  }
  return { used, pending, count, ended, model };
}

/** Options that may still come: each once, and not beside its opposite, but for those that may be repeated. */
function stillPossible(options: readonly Option[], { used }: Given): Option[] {
  return options.filter((option) => option.parseArg === collect || !used.has(option.attributeName()));
}

function expectedIn({ command, definition }: Found, given: readonly string[], word: string): Expected {
  const options = visibleOptions(command);
  const state = readGiven(options, given);
  const { pending, count, ended, model } = state;
  const kinds = { ...commonValues, ...definition?.values };
  const valueOf = (of: Option | Argument | undefined, name: string | undefined, before = ''): Expected => ({
    ...nothing,
    model,
    before,
    value: of?.argChoices ?? kinds[name ?? ''],
  });
  if (pending !== undefined) return valueOf(pending, pending.attributeName());
  if (!ended && /^--[^=]+=/.test(word)) {
    const option = optionCalled(options, word);
    return valueOf(option, option?.attributeName(), word.slice(0, word.indexOf('=') + 1));
  }
  const possible = { ...nothing, model, options: stillPossible(options, state) };
  if (!ended && word.startsWith('-')) return possible;
  const known = command.registeredArguments;
  const last = known.at(-1);
  const argument = known[count] ?? (last?.variadic === true ? last : undefined);
  if (argument !== undefined) return valueOf(argument, argument.name());
  return word === '' && !ended ? possible : nothing;
}

/**
 * What can come where the last of the words is being typed.
 *
 * @param program all commands, built
 * @param definitions the same commands as data
 * @param words the words after the name of the tool; the last one may be empty
 */
export function expectedAt(
  program: Command,
  definitions: readonly CommandDefinition[],
  words: readonly string[],
): Expected {
  const word = words.at(-1) ?? '';
  const done = words.slice(0, -1);
  let found: Found = { command: program, definition: undefined };
  for (;;) {
    const { command } = found;
    const next = done[0];
    if (command.commands.length === 0) return expectedIn(found, done, word);
    if (next === undefined && !word.startsWith('-'))
      return { ...nothing, commands: visibleCommands(command) };
    // Without a command it is `run`, which takes its options then.
    const isRun = command === program && (next ?? word).startsWith('-');
    const run = isRun ? child(found, 'run', definitions) : undefined;
    if (run !== undefined) {
      const expected = expectedIn(run, done, word);
      const own = visibleOptions(program).filter(({ long }) => long !== '--help');
      return next === undefined ? { ...expected, options: [...expected.options, ...own] } : expected;
    }
    if (next === undefined) return { ...nothing, options: visibleOptions(command) };
    done.shift();
    // `help` is followed by the name of a command that stands beside it.
    if (next === 'help') return done.length === 0 ? { ...nothing, commands: command.commands } : nothing;
    const inner = child(found, next, definitions);
    if (inner === undefined) return nothing;
    found = inner;
  }
}
