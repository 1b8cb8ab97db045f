import { defineAnswersCheck } from '#checks/define-check.ts';
import { describeUnknownQuestion } from '#domain/answers/answer-faults.ts';
import { listQuestions } from '#domain/model.ts';

export default defineAnswersCheck({
  id: 'answers/unknown-question',
  severity: 'error',
  title: 'An answer belongs to no question',
  why: 'An answer to a question the model does not have counts nowhere, but looks as if it did.',
  remedy: 'The answer belongs to a question that exists, or is removed.',
  example: {
    fails: `
answers:
  philosophy.stated-purpose.herd: { level: 2 }`,
    passes: `
answers:
  philosophy.stated-purpose.heard: { level: 2 }`,
  },
  run: (answers, { model }) => {
    const known = new Set([...listQuestions(model).map(({ id }) => id), ...model.removed]);
    const given = Object.keys(answers.answers);
    return {
      subjects: given.length,
      failures: given
        .filter((id) => !known.has(id))
        .map((id) => ({ ...describeUnknownQuestion(id, model), at: 'key' })),
    };
  },
});
