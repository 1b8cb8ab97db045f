import { defineAnswersCheck } from '#checks/define-check.ts';
import { findUncountedAnswers } from '#domain/answers/answer-faults.ts';

export default defineAnswersCheck({
  id: 'answers/not-counted',
  severity: 'warning',
  title: 'An answer does not count',
  why: 'An answer to a question that was not asked counts nowhere, but looks as if it did.',
  remedy: 'The question this one depends on is answered, or the answer is removed.',
  example: {
    fails: `
scope: quick
answers:
  philosophy.customer-role.last-wins: { level: 2 }`,
    passes: `
scope: full
answers:
  philosophy.customer-role.last-wins: { level: 2 }`,
  },
  run: (answers, { model }) => ({
    subjects: Object.keys(answers.answers).length,
    failures: findUncountedAnswers(answers, model).map((fault) => ({ ...fault, at: 'key' })),
  }),
});
