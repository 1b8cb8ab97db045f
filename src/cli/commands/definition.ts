import type { Outcome } from '#domain/verdict.ts';
import type { Context } from '#app/context.ts';

/** What a command does: it takes a context, the command's arguments and last its options. */
export type Action = (context: Context, ...values: never[]) => Promise<Outcome>;

/**
 * What a shell completes for a value that has no choices.
 *
 * - `text`: nothing, because it is free text, a number or a date
 * - `file`, `folder`: paths
 * - `model`: folders, and the names of translations that come with the tool
 * - `element`: ids of elements; `element=`: the same with a score behind it
 * - `explainable`: ids of everything that `explain` explains
 * - `report-output`: a file that a report is written to, with or without a format before it
 * - `check-output`: a format of `check` and a file
 */
export type ValueKind =
  | 'text'
  | 'file'
  | 'folder'
  | 'model'
  | 'element'
  | 'element='
  | 'explainable'
  | 'report-output'
  | 'check-output';

/** A value of a command line: one of a few, or of a kind that completion knows. */
interface ValueDefinition {
  readonly description: string;
  readonly choices?: readonly string[];
  readonly kind?: ValueKind;
}

/** An argument of a command. */
export interface ArgumentDefinition extends ValueDefinition {
  /** `<name>`, `[name]` where it is optional, `<name...>` where it can be repeated. */
  readonly name: string;
}

/** An option of a command. */
export interface OptionDefinition extends ValueDefinition {
  /** Such as `-o, --output <file>`, or `--no-config`. */
  readonly flags: string;
  readonly default?: string | readonly string[];
  /** Whether it can be given several times; its value is then a list. */
  readonly isRepeatable?: true;
}

/** A command as data: its parser, its help, its completion and its part of the man page are made from it. */
export interface CommandDefinition {
  readonly name: string;
  readonly description: string;
  readonly arguments?: readonly ArgumentDefinition[];
  /** Its own options; `commonOptions` come on top. */
  readonly options?: readonly OptionDefinition[];
  /** Lines that help prints below the options. */
  readonly note?: string;
  /** Command lines that show its use. */
  readonly examples?: readonly string[];
  /** Imports the action. Absent for a group of commands. */
  readonly load?: () => Promise<Action>;
  /** The commands of a group. */
  readonly commands?: readonly CommandDefinition[];
}

/** Options of every command that does something. */
export const commonOptions: readonly OptionDefinition[] = [
  {
    flags: '--color <when>',
    description: 'use colour',
    choices: ['auto', 'always', 'never'],
    default: 'auto',
  },
  {
    flags: '--as-of <date>',
    description: 'the day to speak for, YYYY-MM-DD (default: today)',
    kind: 'text',
  },
];

/** Option of every command that works with a model. */
export const modelOption: OptionDefinition = {
  flags: '--model <dir>',
  description: 'a model of your own: a folder, complete or an overlay; or `de`, the German words',
  kind: 'model',
};
