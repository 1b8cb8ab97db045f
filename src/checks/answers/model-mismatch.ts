import { defineAnswersCheck } from '#checks/define-check.ts';
import { describeModelMismatch } from '#domain/answers/answer-faults.ts';

export default defineAnswersCheck({
  id: 'answers/model-mismatch',
  severity: 'error',
  title: 'The answers belong to another model',
  why: 'A level can mean something else in another model, so a score across both would mean nothing.',
  remedy: 'The questions of this report are answered.',
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
