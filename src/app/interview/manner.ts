import { type KeyAct, minutesPerQuestion, setAnswer } from '#domain/interview.ts';
import type { Question } from '#domain/model.ts';
import type { Answer, AnswersDocument } from '#domain/types/answers.ts';
import type { QuestionVoices } from '#domain/types/report.ts';
import type { Save } from './details/ask-details.ts';
import { askInstance } from './details/ask-instance.ts';
import type { Interview } from './state.ts';

/** How questions are asked: to one person, or to a team that agrees on answers. */
export interface Manner {
  /** Minutes that a question takes, an estimate. */
  readonly minutesEach: number;
  /** Whether the questions are in the order of the elements, each of which begins with a heading. */
  readonly isByElement: boolean;
  /** The keys that every question has, besides those of the levels, in display order. */
  readonly keys: readonly KeyAct[];
  /** The texts around the questions. */
  readonly messages: MannerMessages;
  /** What several respondents answered to a question; undefined in the interview of one. */
  readonly voices: ReadonlyMap<string, QuestionVoices>;
  /** Describes what was said about a saved answer: a line each. */
  listRemarks(answer: Answer, interview: Interview): readonly string[];
  /** Asks for what belongs to a level that was just saved, and saves it. */
  askMore(interview: Interview, question: Question, save: Save): Promise<void>;
  /** Returns the answers with one of them replaced. */
  record(answers: AnswersDocument, question: Question, answer: Answer): AnswersDocument;
}

/** Keys of the messages that differ. */
export interface MannerMessages {
  readonly welcomeBack: 'interview.welcomeBack' | 'session.welcomeBack';
  readonly review: 'review.title' | 'session.review';
  readonly finish: 'review.finish' | 'session.finish';
  readonly finishOpen: 'review.finishOpen' | 'session.finishOpen';
}

/** The manner of an interview. */
export const interviewManner: Manner = {
  minutesEach: minutesPerQuestion,
  isByElement: true,
  keys: ['help', 'evidence', 'note', 'lowest', 'unknown', 'not-applicable', 'skip', 'back', 'quit'],
  messages: {
    welcomeBack: 'interview.welcomeBack',
    review: 'review.title',
    finish: 'review.finish',
    finishOpen: 'review.finishOpen',
  },
  voices: new Map(),
  listRemarks: ({ note }, { model }) =>
    note === undefined ? [] : [`${model.messages['interview.hasNote']}: ${note}`],
  askMore: askInstance,
  record: setAnswer,
};
