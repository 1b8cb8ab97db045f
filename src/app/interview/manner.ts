import { minutesPerQuestion, setAnswer } from '#domain/interview/interview.ts';
import { askInstance } from './ask/ask-instance.ts';
import type { Manner } from './state.ts';

/** The manner of an interview. */
export const interviewManner: Manner = {
  minutesEach: minutesPerQuestion,
  isByElement: true,
  mayGuess: true,
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
