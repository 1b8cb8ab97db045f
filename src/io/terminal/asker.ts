import type { ChoiceView, Frame, QuestionView, TextView } from '#domain/interview/interview.ts';
import type { KeyAct, PageAct, QuestionAction } from '#domain/interview/question-action.ts';

/** An option to choose. */
interface Choice<T> {
  readonly name: string;
  readonly value: T;
}

/** A request for text. */
export interface TextRequest {
  readonly message: string;
  /** Shown above the message. */
  readonly hint?: string;
  /** The text to begin with. */
  readonly initial?: string;
  /** Whether the text may have several lines. Those pasted into a line are joined. */
  readonly isLong?: true;
  /** Returns what is wrong with a text; undefined if it is acceptable. */
  readonly validate?: (text: string) => string | undefined;
  /** Saves the text, before it is shown as done. */
  readonly save?: (text: string) => Promise<void>;
}

/** A request to choose. */
export interface ChoiceRequest<T> {
  readonly message: string;
  readonly choices: readonly Choice<T>[];
  /** The number of the first choice, where numbers mean something, as those of levels do. Otherwise it is 1. */
  readonly firstNumber?: number;
  /** Saves the choice, before it is shown as done. */
  readonly save?: (value: T) => Promise<void>;
}

/** A question of the model to ask. */
export interface QuestionRequest {
  readonly view: QuestionView;
  /** Renders what some keys show besides the question, as rows of a number of columns. */
  readonly pages: Readonly<Record<PageAct, (columns: number) => readonly string[]>>;
  /** Preselected level; null for none. */
  readonly highlighted: number | null;
  /** Shown above the keys. */
  readonly message: string | undefined;
  /** Saves what the action answers, before it is shown as done. Undefined if there is nothing to save. */
  readonly save: (action: QuestionAction) => Promise<void> | undefined;
}

/** Asks a person. Every method rejects with an InterruptedError if the run has to end, after `save` has finished. */
export interface Asker {
  /** Returns the width to lay out text for, in columns. */
  columns(): number;
  /** Prints text that stays on the screen. Escapes it: it may come from anyone. */
  tell(text: string): void;
  /** Prints what was rendered for the screen, with colors. */
  show(rendered: string): void;
  question(request: QuestionRequest): Promise<QuestionAction>;
  /** Asks for text, and returns it trimmed; empty if nothing was typed. */
  text(request: TextRequest): Promise<string>;
  choose<T>(request: ChoiceRequest<T>): Promise<T>;
  /** Asks yes or no; no if nothing was typed. */
  confirm(message: string): Promise<boolean>;
}

/** Draws questions and prompts. Passed to the askers, which know nothing about layout. */
export interface QuestionPainter {
  question(
    view: QuestionView,
    highlighted: number | null,
    message: string | undefined,
    columns: number,
    rows: number,
  ): Frame;
  /** Draws a page of a question where the question does not fit below it, as one screen or more. */
  page(page: readonly string[], columns: number, rows: number): readonly Frame[];
  text(view: TextView, columns: number, rows: number): Frame;
  choice(view: ChoiceView, columns: number, rows: number): Frame;
  answered(view: QuestionView, action: QuestionAction, columns: number): string;
  /** Draws a prompt after its answer. Only what is saved looks done. */
  settled(message: string, answer: string, isSaved: boolean, columns: number): string;
  plain(view: QuestionView, columns: number): string;
  /** Escapes text, and wraps it between words, to a number of columns. */
  wrap(text: string, columns: number): string[];
  readonly cannotNotApply: string;
  /** What to say at a question with a number of levels if none is marked. */
  levelFirst(count: number): string;
  /** What to say when text is pasted where none is asked for. */
  readonly pasted: string;
  /** What to say when the window is too small for questions. */
  readonly tooSmall: string;
  /** What to say when saving takes a while. */
  readonly saving: string;
}

const letters = new Map<string, KeyAct>([
  ['?', 'help'],
  ['h', 'help'],
  ['b', 'back'],
  ['d', 'unknown'],
  ['e', 'evidence'],
  ['l', 'lowest'],
  ['n', 'note'],
  ['q', 'quit'],
  ['r', 'reason'],
  ['s', 'skip'],
  ['v', 'voices'],
  ['w', 'dissent'],
  ['x', 'not-applicable'],
]);

/**
 * Returns the action of a letter typed at a question; undefined if it has none there. "Does not apply" is an action of
 * every question, because those that it is no answer to say so.
 */
export function getAction(letter: string, { keys }: Pick<QuestionView, 'keys'>): KeyAct | undefined {
  const act = letters.get(letter.toLowerCase());
  return act === 'not-applicable' || (act !== undefined && keys.includes(act)) ? act : undefined;
}
