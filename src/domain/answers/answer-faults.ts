import { compareWithModel, makeReference } from './migrate-answers.ts';
import type { Model } from '#domain/model.ts';

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
    message: `There is no question \`${id}\` in the model ${model.id} ${model.version}.`,
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
        message: `These answers were given to the model \`${given.id}\`; this is \`${model.id}\`.`,
        fix: 'Use the model that they were given to, with `--model`.',
      };
    case 'newer':
      return {
        path: ['model', 'version'],
        message: `These answers were given to version ${given.version} of the model; this is the older version ${makeReference(model, given.id).version}.`,
        fix: 'Update sales-audit, or the model that you give with `--model`.',
      };
  }
}
