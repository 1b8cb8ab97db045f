import type { Outcome } from '#domain/verdict.ts';
import type { Context } from '#app/context.ts';
import { separators } from '#render/report/choices.ts';

/** The action of a command. Takes the context, the arguments of the command and, as the last value, its options. */
export type Action = (context: Context, ...values: never[]) => Promise<Outcome>;

/**
 * The completion of a value without choices.
 *
 * - `text`: none, because the value is free text, a number or a date
 * - `file`, `folder`: paths
 * - `model`: folders, and the names of the shipped model and its translations
 * - `element`: ids of elements; `element=`: the same, followed by a score
 * - `explainable`: ids that `explain` accepts
 * - `report-output`: an output file of `report`, with an optional format before it
 * - `check-output`: a format of `check` and an output file
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

/** A value on a command line: one of several choices, or of a kind that completion supports. */
interface ValueDefinition {
  readonly description: string;
  readonly choices?: readonly string[];
  readonly kind?: ValueKind;
}

/** An argument of a command. */
export interface ArgumentDefinition extends ValueDefinition {
  /** `<name>`, `[name]` if optional, `<name...>` if repeatable. */
  readonly name: string;
}

/** An option of a command. */
export interface OptionDefinition extends ValueDefinition {
  /** Such as `-o, --output <file>`, or `--no-config`. */
  readonly flags: string;
  readonly default?: string | readonly string[];
  /** Makes the option repeatable and its value a list. */
  readonly isRepeatable?: true;
}

/** A command as data, from which its parser, help, completion and man page section are made. */
export interface CommandDefinition {
  readonly name: string;
  readonly description: string;
  readonly arguments?: readonly ArgumentDefinition[];
  /** Options besides `commonOptions`. */
  readonly options?: readonly OptionDefinition[];
  /** Text below the options in the help. */
  readonly note?: string;
  /** Example command lines. */
  readonly examples?: readonly string[];
  /** Imports the action. Absent for a group of commands. */
  readonly load?: () => Promise<Action>;
  /** The commands of a group. */
  readonly commands?: readonly CommandDefinition[];
}

/** Options of every command that has an action. */
export const commonOptions: readonly OptionDefinition[] = [
  {
    flags: '--color <when>',
    description: 'when to use color',
    choices: ['auto', 'always', 'never'],
    default: 'auto',
  },
  { flags: '--no-color', description: 'same as --color never' },
  {
    flags: '--as-of <date>',
    description: 'give results as of this date, YYYY-MM-DD (default: today)',
    kind: 'text',
  },
];

/** Option of every command that writes CSV. */
export const separatorOption: OptionDefinition = {
  flags: '--csv-separator <separator>',
  description: 'separator for csv (default: comma); with semicolon, numbers have a decimal comma',
  choices: separators,
};

/** Option of every command that works with a model. */
export const modelOption: OptionDefinition = {
  flags: '--model <dir>',
  description:
    'model: a folder, `de` for German, or `shipped`; repeatable, each builds on the ones before it',
  kind: 'model',
  isRepeatable: true,
};
