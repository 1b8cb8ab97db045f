import type { QuestionAction, QuestionView } from '#domain/interview.ts';

/** One of several things to choose from. */
export interface Choice<T> {
  readonly name: string;
  readonly value: T;
}

/** A free text to ask for. */
interface TextRequest {
  readonly message: string;
  /** Shown faintly above the message. */
  readonly hint?: string;
  /** Says what is wrong with a text, or undefined where it can be taken. */
  readonly validate?: (text: string) => string | undefined;
}

/**
 * Asks a person. Every method rejects with an InterruptedError when the run has to end, and saves nothing
 * itself.
 */
export interface Asker {
  /** Columns to lay out in. */
  columns(): number;
  /** Prints text that stays on the screen. */
  show(text: string): void;
  /** Asks a question; `highlighted` is the level that is marked at first, null for none. */
  question(
    view: QuestionView,
    highlighted: number | null,
    message: string | undefined,
  ): Promise<QuestionAction>;
  /** Asks for a line of text, trimmed; empty where nothing was typed. */
  text(request: TextRequest): Promise<string>;
  choose<T>(message: string, choices: readonly Choice<T>[]): Promise<T>;
  /** Asks yes or no; no where nothing was typed. */
  confirm(message: string): Promise<boolean>;
}

/** Draws questions; given to the askers, which know nothing of layout. */
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
  /** Text broken between words, for a number of columns. */
  wrap(text: string, columns: number): string[];
  readonly cannotNotApply: string;
  readonly levelFirst: string;
}

/** What a key does at a question, beside choosing a level. */
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

/** What a typed letter does at a question; undefined where it does nothing. */
export function getAction(letter: string): KeyAct | undefined {
  return letters.get(letter.toLowerCase());
}
