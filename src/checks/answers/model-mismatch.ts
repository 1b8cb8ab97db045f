import { defineAnswersCheck } from '#checks/define-check.ts';
import { isFitting, makeReference } from '#domain/migrate-answers.ts';

export default defineAnswersCheck({
  id: 'answers/model-mismatch',
  severity: 'error',
  title: 'The answers were given to another model',
  why: 'The same level can mean something else in another model, and a score over both would mean nothing.',
  example: {
    fails: `
model: { id: our-own-model, version: 1.0.0 }
answers: {}`,
    passes: `
model: { id: sales-system, version: 1.0.0 }
answers: {}`,
  },
  run: ({ model: given }, { model }) => {
    switch (isFitting(model, given)) {
      case 'yes':
        return { subjects: 1, failures: [] };
      case 'other':
        return {
          subjects: 1,
          failures: [
            {
              path: ['model', 'id'],
              message: `These answers were given to the model \`${given.id}\`; this is \`${model.id}\`, so their levels may mean something else.`,
              fix: 'Use the model that they were given to, with `--model`.',
            },
          ],
        };
      case 'newer':
        return {
          subjects: 1,
          failures: [
            {
              path: ['model', 'version'],
              message: `These answers were given to version ${given.version} of the model; this is the older version ${makeReference(model, given.id).version}, which may not know all of them.`,
              fix: 'Update sales-audit, or the model that you give with `--model`.',
            },
          ],
        };
    }
  },
});
