import { defineAnswersCheck } from '#checks/define-check.ts';
import { describeModelMismatch } from '#domain/answers/answer-faults.ts';

export default defineAnswersCheck({
  id: 'answers/model-mismatch',
  severity: 'error',
  title: 'The answers were given to another model',
  why: 'The same level can mean something else in another model, and a score over both would mean nothing.',
  remedy: 'Answer again with the questions of this report.',
  example: {
    fails: `
model: { id: our-own-model, version: 1.0.0 }
answers: {}`,
    passes: `
model: { id: sales-system, version: 1.0.0 }
answers: {}`,
  },
  run: ({ model: given }, { model }) => {
    const fault = describeModelMismatch(given, model);
    return { subjects: 1, failures: fault === undefined ? [] : [fault] };
  },
});
