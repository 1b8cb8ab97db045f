import type { KeyAct } from '#domain/interview/question-action.ts';
import type { Model, Question } from '#domain/model.ts';
import type { Answer, AnswersDocument } from '#domain/types/answers.ts';
import type { QuestionVoices } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import type { Asker } from '#io/terminal/asker.ts';
import type { Theme } from '#render/terminal/theme.ts';
import type { AnswersFile } from '#app/answers/answers-file.ts';

/** The state of an interview, or of a session of a team. */
export interface Interview {
  readonly model: Model;
  readonly manner: Manner;
  readonly asker: Asker;
  readonly file: AnswersFile;
  /** The asked set in asking order. */
  readonly questions: readonly Question[];
  readonly theme: Theme;
  /** The declared system, shown next to the questions. */
  readonly system: SystemDocument | undefined;
  /** The date of the answers, YYYY-MM-DD. */
  readonly today: string;
}

/** Saves an answer. */
export type Save = (answer: Answer) => Promise<void>;

/** How questions are asked: to one person, or to a team that agrees on answers. */
export interface Manner {
  /** Minutes that a question takes, an estimate. */
  readonly minutesEach: number;
  /** Whether the questions are in the order of the elements, each of which begins with a heading. */
  readonly isByElement: boolean;
  /** Whether an answer may be a guess at what others would say. */
  readonly mayGuess: boolean;
  /** The keys that every question has, besides those of the levels, in display order. */
  readonly keys: readonly KeyAct[];
  /** The texts around the questions. */
  readonly messages: MannerMessages;
  /** What several respondents answered, by question; empty in the interview of one. */
  readonly voices: ReadonlyMap<string, QuestionVoices>;
  /** Describes what was said about a saved answer: a line each. */
  listRemarks(answer: Answer, interview: Interview): readonly string[];
  /** Asks for what belongs to a level that was just saved, and saves it. */
  askMore(interview: Interview, question: Question, save: Save): Promise<void>;
  /** Returns the answers with one of them replaced. */
  record(answers: AnswersDocument, question: Question, answer: Answer): AnswersDocument;
}

/** Keys of the messages that differ. */
interface MannerMessages {
  readonly welcomeBack: 'interview.welcomeBack' | 'session.welcomeBack';
  readonly review: 'review.title' | 'session.review';
  readonly finish: 'review.finish' | 'session.finish';
  readonly finishOpen: 'review.finishOpen' | 'session.finishOpen';
}

/** Returns the saved answers. */
export function toDocument({ file }: Interview): AnswersDocument {
  if (file.document === undefined) throw new TypeError('The interview has no answers file.');
  return file.document;
}
