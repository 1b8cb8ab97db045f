import { compareWithModel, findOutdatedAnswers, makeReference } from './migrate-answers.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import { type Model, listQuestions } from '#domain/model.ts';
import { makeQuestionnaire } from '#domain/scoring/questionnaire.ts';

/** A fault of answers, as message and fix. */
interface AnswerFault {
  /** Path of the offending node in the document. */
  readonly path: readonly string[];
  readonly message: string;
  readonly fix: string;
}

/**
 * Describes an answer to a question that the model does not have.
 *
 * @param near the id that was probably meant; undefined if none is close
 */
export function describeUnknownQuestion(id: string, model: Model, near?: string): AnswerFault {
  const path = ['answers', id];
  const retired = model.retired.find((entry) => entry.id === id);
  if (retired !== undefined) {
    return {
      path,
      message: `The question \`${id}\` was removed in version ${retired.since} of the model ${model.id}, so its answer does not count: ${retired.why}`,
      fix: `Remove the answer to \`${id}\`.`,
    };
  }
  return {
    path,
    message: `The model ${model.id} ${model.version} has no question \`${id}\`.`,
    fix:
      near === undefined ? 'Run `sales-audit questions` for a list of the ids.' : `Did you mean \`${near}\`?`,
  };
}

/** Describes why answers to one model cannot be read with another. Returns undefined if they can. */
export function describeModelMismatch(
  given: { readonly id: string; readonly version: string },
  model: Model,
): AnswerFault | undefined {
  switch (compareWithModel(model, given)) {
    case 'yes':
      return undefined;
    case 'other':
      return {
        path: ['model', 'id'],
        message: `These answers belong to the model \`${given.id}\`, but this is \`${model.id}\`.`,
        fix: 'Select the model of these answers with `--model`.',
      };
    case 'newer':
      return {
        path: ['model', 'version'],
        message: `These answers belong to version ${given.version} of the model, but this is the older version ${makeReference(model, given.id).version}.`,
        fix: 'Update sales-audit or the model selected with `--model`.',
      };
  }
}

/** Finds the answers that count nowhere, although the model has their questions, in the order of the model. */
export function findUncountedAnswers(answers: AnswersDocument, model: Model): readonly AnswerFault[] {
  const { respondent, scope = 'full' } = answers;
  const { role } = respondent;
  const listIds = (asked: ReturnType<typeof makeQuestionnaire>): Set<string> =>
    new Set(asked.map(({ id }) => id));
  const ofRole = listIds(makeQuestionnaire(model, role, 'full'));
  const ofScope = listIds(makeQuestionnaire(model, role, scope));
  const outdated = new Set(findOutdatedAnswers(answers, model));
  const leftOut = model.removed.flatMap((id): AnswerFault[] =>
    Object.hasOwn(answers.answers, id)
      ? [
          {
            path: ['answers', id],
            message: `The answer to \`${id}\` does not count: the model \`${model.id}\` leaves the question out.`,
            fix: 'Remove the answer, or use a model that asks the question.',
          },
        ]
      : [],
  );
  const unasked = listQuestions(model).flatMap(({ id, changedIn }) => {
    if (!Object.hasOwn(answers.answers, id)) return [];
    const make = (why: string, fix: string): AnswerFault[] => [
      { path: ['answers', id], message: `The answer to \`${id}\` does not count: ${why}.`, fix },
    ];
    if (!ofRole.has(id))
      return make(
        `the question is not asked of the role \`${role}\``,
        'Remove the answer, or correct `role` under `respondent`.',
      );
    if (!ofScope.has(id))
      return make(
        'the question is not in the short set, and `scope` is `quick`',
        'Set `scope: full` to count it, or remove the answer.',
      );
    if (outdated.has(id))
      return make(
        `the question changed in version ${changedIn} of the model, after it was answered`,
        'Answer it again with `sales-audit run`.',
      );
    return [];
  });
  return [...unasked, ...leftOut];
}
