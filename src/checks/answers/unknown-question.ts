import { defineAnswersCheck } from '#checks/define-check.ts';
import { questionsOf } from '#domain/model.ts';

export default defineAnswersCheck({
  id: 'answers/unknown-question',
  severity: 'error',
  title: 'An answer belongs to no question',
  why: 'An answer to a question that the model does not have counts nowhere, and looks as if it did.',
  example: {
    fails: `
answers:
  philosophy.stated-purpose.herd: { level: 2 }`,
    passes: `
answers:
  philosophy.stated-purpose.heard: { level: 2 }`,
  },
  run: (answers, { model }) => {
    const known = new Set([...questionsOf(model).map(({ id }) => id), ...model.removed]);
    const retired = new Map(model.retired.map((entry) => [entry.id, entry]));
    const given = Object.keys(answers.answers);
    return {
      subjects: given.length,
      failures: given
        .filter((id) => !known.has(id))
        .map((id) => {
          const gone = retired.get(id);
          return {
            path: ['answers', id],
            at: 'key',
            message:
              gone === undefined
                ? `There is no question \`${id}\` in the model ${model.id} ${model.version}, so its answer counts nowhere.`
                : `The question \`${id}\` is gone since version ${gone.since} of the model ${model.id}, so its answer counts nowhere: ${gone.why}`,
            fix:
              gone === undefined
                ? 'Correct the id; `sales-audit questions` lists them all.'
                : `Remove the answer to \`${id}\`.`,
          };
        }),
    };
  },
});
