import type { QuestionAction, QuestionView } from '#domain/interview.ts';

/** An option to choose. */
export interface Choice<T> {
  readonly name: string;
  readonly value: T;
}

/** A request for a line of text. */
interface TextRequest {
  readonly message: string;
  /** Shown above the message. */
  readonly hint?: string;
  /** Returns what is wrong with a text; undefined if it is acceptable. */
  readonly validate?: (text: string) => string | undefined;
}

/** Asks a person. Every method rejects with an InterruptedError if the run has to end; none saves anything. */
export interface Asker {
  /** Returns the width to lay out text for, in columns. */
  columns(): number;
  /** Prints text that stays on the screen. */
  show(text: string): void;
  /** Asks a question; `highlighted` is the preselected level, null for none. */
  question(
    view: QuestionView,
    highlighted: number | null,
    message: string | undefined,
  ): Promise<QuestionAction>;
  /** Asks for a line of text, and returns it trimmed; empty if nothing was typed. */
  text(request: TextRequest): Promise<string>;
  choose<T>(message: string, choices: readonly Choice<T>[]): Promise<T>;
  /** Asks yes or no; no if nothing was typed. */
  confirm(message: string): Promise<boolean>;
}

/** Draws questions. Passed to the askers, which know nothing about layout. */
export interface QuestionPainter {
  frame(
    view: QuestionView,
    highlighted: number | null,
    message: string | undefined,
    columns: number,
    rows: number,
  ): string;
  answered(view: QuestionView, action: QuestionAction, columns: number): string;
  plain(view: QuestionView, columns: number): string;
  /** Wraps text between words, to a number of columns. */
  wrap(text: string, columns: number): string[];
  readonly cannotNotApply: string;
  readonly levelFirst: string;
}

/** The action of a key at a question, other than choosing a level. */
type KeyAct = Exclude<QuestionAction['act'], 'level'>;

const letters = new Map<string, KeyAct>([
  ['?', 'help'],
  ['h', 'help'],
  ['b', 'back'],
  ['d', 'unknown'],
  ['e', 'evidence'],
  ['n', 'note'],
  ['q', 'quit'],
  ['s', 'skip'],
  ['x', 'not-applicable'],
]);

/** Returns the action of a typed letter; undefined if it has none. */
export function getAction(letter: string): KeyAct | undefined {
  return letters.get(letter.toLowerCase());
}
