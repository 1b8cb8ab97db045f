import type { Model, Question } from './model.ts';
import type { Answer, AnswersDocument, Evidence } from './types/answers.ts';
import { type Words, formatMessage } from './messages.ts';

/** A question as a person sees it while answering. */
export interface QuestionView {
  readonly element: string;
  readonly practice: string;
  /** Place of the question, from 1. */
  readonly place: number;
  /** Number of questions. */
  readonly count: number;
  /** Whole minutes left, this question included. An estimate. */
  readonly minutesLeft: number;
  readonly ask: string;
  /** The five levels, lowest first. */
  readonly levels: readonly string[];
  readonly mayNotApply: boolean;
  /** What is saved for this question, in words; undefined where nothing is. */
  readonly saved: string | undefined;
  readonly note: string | undefined;
  /** One line for each piece of evidence. */
  readonly evidence: readonly string[];
  /** What the declared system says about the practice, a line each; undefined without one. */
  readonly declared: readonly string[] | undefined;
}

/** What a person does at a question. */
export type QuestionAction =
  | { readonly act: 'level'; readonly level: number }
  /** Adds to the level that is highlighted; null where none is. */
  | { readonly act: 'evidence' | 'note'; readonly level: number | null }
  | { readonly act: 'unknown' | 'not-applicable' | 'skip' | 'back' | 'quit' | 'help' };

/** Minutes that a question takes when it is read aloud and talked about: our own planning estimate. */
const minutesPerQuestion = 1.5;

/** Whole minutes that a number of questions takes. An estimate. */
export function estimateMinutes(questions: number): number {
  return Math.round(questions * minutesPerQuestion);
}

/** Whether a question needs no further visit: it has a level, is unknown, or does not apply. */
export function isSettled(answers: AnswersDocument, question: Question): boolean {
  return Object.hasOwn(answers.answers, question.id);
}

/** Index of the first question without an answer; the number of questions where all are answered. */
export function findFirstOpen(questions: readonly Question[], answers: AnswersDocument): number {
  const index = questions.findIndex((question) => !isSettled(answers, question));
  return index < 0 ? questions.length : index;
}

/** Questions without an answer. */
export function openQuestions(questions: readonly Question[], answers: AnswersDocument): readonly Question[] {
  return questions.filter((question) => !isSettled(answers, question));
}

/** The answer to a question, if there is one. */
export function answerTo(answers: AnswersDocument, question: Question): Answer | undefined {
  return Object.hasOwn(answers.answers, question.id) ? answers.answers[question.id] : undefined;
}

/** The answers with one of them set. Nothing else changes. */
export function withAnswer(answers: AnswersDocument, question: Question, answer: Answer): AnswersDocument {
  return { ...answers, answers: { ...answers.answers, [question.id]: answer } };
}

/** What an answer keeps when it becomes another one: evidence and note, but not why it did not apply. */
function kept(before: Answer | undefined): Pick<Answer, 'evidence' | 'note'> {
  if (before === undefined || before.notApplicable !== undefined) return {};
  return {
    ...(before.evidence && { evidence: before.evidence }),
    ...(before.note !== undefined && { note: before.note }),
  };
}

/** A level for a question. Evidence and note stay, because they speak of the same fact. */
export function atLevel(before: Answer | undefined, level: number, today: string): Answer {
  return { level, ...kept(before), answeredOn: today };
}

/** "I don't know". Evidence and note stay. */
export function toUnknown(before: Answer | undefined, today: string): Answer {
  return { unknown: true, ...kept(before), answeredOn: today };
}

/** "Does not apply", with the id of the reason and what was said about it. */
export function toNotApplicable(reason: string, why: string, today: string): Answer {
  return { notApplicable: reason, ...(why !== '' && { note: why }), answeredOn: today };
}

/** The answer with one more piece of evidence. */
export function withEvidence(answer: Answer, evidence: Evidence): Answer {
  return { ...answer, evidence: [...(answer.evidence ?? []), evidence] };
}

/** The answer with a note, or without one where the note is empty. */
export function withNote({ note: _note, ...answer }: Answer, note: string): Answer {
  return note === '' ? answer : { ...answer, note };
}

/** An answer in a few words. */
export function answerInWords(answer: Answer, model: Model, words: Words): string {
  if (answer.level !== undefined) return formatMessage(words, 'interview.level', { level: answer.level });
  if (answer.notApplicable === undefined) return words['interview.unknown'];
  const reason = model.notApplicableReasons.find(({ id }) => id === answer.notApplicable);
  return formatMessage(words, 'interview.notApplicable', { reason: reason?.means ?? answer.notApplicable });
}
