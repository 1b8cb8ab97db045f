import type { Model, Question } from '#domain/model.ts';
import type { LevelDefinition } from '#domain/types/model.ts';
import type { Answer, AnswersDocument, Evidence } from '#domain/types/answers.ts';
import type { KeyAct } from './question-action.ts';
import type { QuestionVoices } from '#domain/types/report.ts';
import { isClaim } from '#domain/scoring/evidence.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';

/** A question as shown during the interview, or to a team that agrees on an answer. */
export interface QuestionView {
  readonly element: string;
  readonly practice: string;
  /** Number of the question, from 1. */
  readonly place: number;
  /** Total number of questions. */
  readonly count: number;
  /** Estimated minutes left, whole, including this question. */
  readonly minutesLeft: number;
  readonly ask: string;
  /** Whether the answer of this respondent is a guess at what others would say. */
  readonly isGuess: boolean;
  /** The five levels, lowest first. */
  readonly levels: readonly LevelDefinition[];
  /** What its keys do, besides those of the levels, in display order. */
  readonly keys: readonly KeyAct[];
  /** The saved answer, as text; undefined if there is none. */
  readonly saved: string | undefined;
  /** What was said about the saved answer, such as its note: a line each. */
  readonly remarks: readonly string[];
  /** One line for each piece of evidence. */
  readonly evidence: readonly string[];
  /** Lines of the declared system about the practice; undefined without a system. */
  readonly declared: readonly string[] | undefined;
  /** What several respondents answered; undefined in the interview of one. */
  readonly voices: QuestionVoices | undefined;
}

/** A prompt for text, as shown while the text is typed. */
export interface TextView {
  /** Shown above the message. */
  readonly hint: string | undefined;
  readonly message: string;
  readonly text: string;
  /** Position of the cursor in the text, in UTF-16 code units. */
  readonly cursor: number;
  /** What is wrong with the text, or what is going on; undefined if there is nothing to say. */
  readonly fault: string | undefined;
}

/** A prompt with choices. */
export interface ChoiceView {
  readonly message: string;
  readonly names: readonly string[];
  /** Index of the marked choice. */
  readonly marked: number;
  /** Why the last key did nothing, or what is going on; undefined if there is nothing to say. */
  readonly fault: string | undefined;
}

/** Rows of a prompt on the screen, none wider than the terminal. */
export interface Frame {
  readonly rows: readonly string[];
  /** The row of the cursor, and the text after it in that row. Without it, the cursor is hidden. */
  readonly cursor?: { readonly row: number; readonly after: string };
}

/** Minutes per question that one person answers in an interview. An estimate for planning. */
export const minutesPerQuestion = 1.5;

/** Minutes per question that a team discusses until it agrees. An estimate for planning. */
export const minutesPerDiscussion = 5;

/** Estimates how many whole minutes a number of questions takes. */
export function estimateMinutes(questions: number, minutesEach = minutesPerQuestion): number {
  return Math.round(questions * minutesEach);
}

/** Returns whether a question needs no further visit: it has a level, is unknown, or does not apply. */
export function isSettled(answers: AnswersDocument, question: Question): boolean {
  return Object.hasOwn(answers.answers, question.id);
}

/**
 * Returns the index of the first question without an answer, or the number of questions if all are answered.
 */
export function findFirstOpen(questions: readonly Question[], answers: AnswersDocument): number {
  const index = questions.findIndex((question) => !isSettled(answers, question));
  return index < 0 ? questions.length : index;
}

/** Returns the questions without an answer. */
export function listOpenQuestions(
  questions: readonly Question[],
  answers: AnswersDocument,
): readonly Question[] {
  return questions.filter((question) => !isSettled(answers, question));
}

/** Returns the answer to a question, if there is one. */
export function getAnswer(answers: AnswersDocument, question: Question): Answer | undefined {
  return Object.hasOwn(answers.answers, question.id) ? answers.answers[question.id] : undefined;
}

/** Returns the answers with one of them replaced. */
export function setAnswer(answers: AnswersDocument, question: Question, answer: Answer): AnswersDocument {
  return { ...answers, answers: { ...answers.answers, [question.id]: answer } };
}

/**
 * Returns the fields that carry over to a new answer with a level or without one: evidence, note, dissent and the lowest
 * place, but not the reason why it did not apply.
 */
function carryOver(
  before: Answer | undefined,
  level?: number,
): Pick<Answer, 'evidence' | 'note' | 'dissent' | 'lowest'> {
  if (before === undefined || before.notApplicable !== undefined) return {};
  const { lowest } = before;
  return {
    ...(lowest !== undefined && level !== undefined && lowest.level < level && { lowest }),
    ...(before.evidence && { evidence: before.evidence }),
    ...(before.note !== undefined && { note: before.note }),
    ...(before.dissent !== undefined && { dissent: before.dissent }),
  };
}

/** Makes an answer with a level. Keeps what describes the same fact. */
export function makeAnswer(before: Answer | undefined, level: number, today: string): Answer {
  return { level, ...carryOver(before, level), answeredOn: today };
}

/** Makes an "I don't know" answer. Keeps evidence and note. */
export function toUnknown(before: Answer | undefined, today: string): Answer {
  return { unknown: true, ...carryOver(before), answeredOn: today };
}

/** Makes a "does not apply" answer, with the id of the reason and an optional explanation. */
export function toNotApplicable(reason: string, why: string, today: string): Answer {
  return { notApplicable: reason, ...(why !== '' && { note: why }), answeredOn: today };
}

/** Returns the answer with one more piece of evidence. */
export function addEvidence(answer: Answer, evidence: Evidence): Answer {
  return { ...answer, evidence: [...(answer.evidence ?? []), evidence] };
}

/** Returns the answer with one piece of evidence replaced, or removed if there is no other. */
export function replaceEvidence(answer: Answer, place: number, evidence: Evidence | undefined): Answer {
  const { evidence: before = [], ...rest } = answer;
  const after = before.flatMap((each, index) => {
    if (index !== place) return [each];
    return evidence === undefined ? [] : [evidence];
  });
  return after.length === 0 ? rest : { ...rest, evidence: after };
}

/** Describes a piece of evidence in one line. */
export function describeEvidence({ kind, date, what }: Evidence): string {
  return [kind, date, what].filter((part) => part !== undefined).join(' ');
}

/** Returns whether an answer is a claim without a named case: then the interview asks who did it last. */
export function needsInstance({ level, evidence = [] }: Answer): boolean {
  return isClaim(level ?? null) && !evidence.some(({ kind }) => kind === 'instance');
}

/** Returns the answer with the place where its level is lowest, or without one. */
export function setLowest({ lowest: _lowest, ...answer }: Answer, lowest: Answer['lowest']): Answer {
  return lowest === undefined ? answer : { ...answer, lowest };
}

/** Returns the answer with a note, or without one if the note is empty. */
export function setNote({ note: _note, ...answer }: Answer, note: string): Answer {
  return note === '' ? answer : { ...answer, note };
}

/** Returns the answer with who sees it differently, or without if nobody does. */
export function setDissent({ dissent: _dissent, ...answer }: Answer, dissent: string): Answer {
  return dissent === '' ? answer : { ...answer, dissent };
}

/** Describes an answer in a few words. */
export function describeAnswer(answer: Answer, model: Model, messages: Messages): string {
  if (answer.level !== undefined) return formatMessage(messages, 'interview.level', { level: answer.level });
  if (answer.notApplicable === undefined) return messages['interview.unknown'];
  const reason = model.notApplicableReasons.find(({ id }) => id === answer.notApplicable);
  return formatMessage(messages, 'interview.notApplicable', {
    reason: reason?.means ?? answer.notApplicable,
  });
}
