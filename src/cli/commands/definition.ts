import type { Command, Option } from 'commander';
import type { Outcome } from '#domain/verdict.ts';
import type { Context } from '../context.ts';
import type { ValueKind } from './value-kinds.ts';

/** What a command does: it takes a context, the command's arguments and last its options. */
export type Action = (context: Context, ...values: never[]) => Promise<Outcome>;

/** A command as data: its help, its completion and its part of the man page are made from it. */
export interface CommandDefinition {
  readonly name: string;
  readonly description: string;
  /**
   * How many arguments a line without any option may have: such a line is not parsed, since it says all by itself.
   * `any` and `some` are a list, of which `some` needs one at least. Lines of a command without it are always parsed.
   */
  readonly operands?: 'none' | 'some' | 'any';
  /** What options are where a line does not say, by their names in camel case. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** Adds the arguments and the options, without their defaults and those that every command has. */
  readonly define?: (command: Command) => unknown;
  /** Said below the options: lines as they are printed. */
  readonly note?: string;
  /** Command lines that show its use, one or more. */
  readonly examples?: readonly string[];
  /** What can stand for a value: by the name of the argument, or by that of the option in camel case. */
  readonly values?: Readonly<Record<string, ValueKind>>;
  /** Imports what the command does; only where it runs. Not there where it only groups others. */
  readonly load?: () => Promise<Action>;
  /** The commands that it groups. */
  readonly commands?: readonly CommandDefinition[];
}

/** What the options that every command has are where a line does not say. */
export const commonDefaults: Readonly<Record<string, unknown>> = { color: 'auto' };

/** Collects the values of an option that may be given several times. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Adds the option of every command that works with a model. */
export function withModel(command: Command): Command {
  return command.option(
    '--model <dir>',
    'a model of your own: a folder, complete or an overlay; or `de`, the German words',
  );
}

/** An option, for a command, whose value is one of a few. */
export function choice(
  command: Command,
  flags: string,
  description: string,
  choices: readonly string[],
): Option {
  return command.createOption(flags, description).choices(choices);
}
