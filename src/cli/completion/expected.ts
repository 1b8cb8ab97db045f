import type { Command, Option } from 'commander';
import {
  type ArgumentDefinition,
  type CommandDefinition,
  type OptionDefinition,
  type ValueKind,
  commonOptions,
} from '../commands/definition.ts';
import { commands } from '../commands/index.ts';

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

/** A command with its definition; `help` and the program itself have none. */
interface Found {
  readonly command: Command;
  readonly definition: CommandDefinition | undefined;
}

const visibleCommands = (command: Command): Command[] => command.createHelp().visibleCommands(command);
const visibleOptions = (command: Command): Option[] => command.createHelp().visibleOptions(command);

function child({ command, definition }: Found, name: string): Found | undefined {
  const next = visibleCommands(command).find((each) => each.name() === name);
  const definitions = definition?.commands ?? commands;
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

/** Finds the definition of an option; `--help` and the options of the program have none. */
function definitionOf(
  option: Option,
  definition: CommandDefinition | undefined,
): OptionDefinition | undefined {
  return [...commonOptions, ...(definition?.options ?? [])].find(({ flags }) => flags === option.flags);
}

function expectedIn({ command, definition }: Found, given: readonly string[], word: string): Expected {
  const options = visibleOptions(command);
  const { used, pending, count, ended, model } = readGiven(options, given);
  const valueOf = (of: OptionDefinition | ArgumentDefinition | undefined, before = ''): Expected => ({
    ...nothing,
    model,
    before,
    value: of?.choices ?? of?.kind,
  });
  if (pending !== undefined) return valueOf(definitionOf(pending, definition));
  if (!ended && /^--[^=]+=/.test(word)) {
    const option = optionCalled(options, word);
    const before = word.slice(0, word.indexOf('=') + 1);
    return valueOf(option && definitionOf(option, definition), before);
  }
  // Each option may come once, and not beside its opposite, unless it may be repeated.
  const isPossible = (option: Option): boolean =>
    definitionOf(option, definition)?.isRepeatable === true || !used.has(option.attributeName());
  const possible = { ...nothing, model, options: options.filter(isPossible) };
  if (!ended && word.startsWith('-')) return possible;
  const known = definition?.arguments ?? [];
  const last = known.at(-1);
  const argument = known[count] ?? (last?.name.includes('...') ? last : undefined);
  if (argument !== undefined) return valueOf(argument);
  return word === '' && !ended ? possible : nothing;
}

/**
 * Finds what can come where the last of the words is being typed.
 *
 * @param words the words after the name of the tool; the last one may be empty
 */
export function expectedAt(program: Command, words: readonly string[]): Expected {
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
    const run = isRun ? child(found, 'run') : undefined;
    if (run !== undefined) {
      const expected = expectedIn(run, done, word);
      const own = visibleOptions(program).filter(({ long }) => long !== '--help');
      return next === undefined ? { ...expected, options: [...expected.options, ...own] } : expected;
    }
    if (next === undefined) return { ...nothing, options: visibleOptions(command) };
    done.shift();
    // `help` is followed by the name of a command that stands beside it.
    if (next === 'help') return done.length === 0 ? { ...nothing, commands: command.commands } : nothing;
    const inner = child(found, next);
    if (inner === undefined) return nothing;
    found = inner;
  }
}
