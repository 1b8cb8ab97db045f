import { type Model, type ModelReference, listQuestions } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';

function parseVersion(version: string): number[] {
  return version.split('.').map(Number);
}

/** Compares two versions `major.minor.patch`: negative if the first is older, 0 if they are equal. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  return left.map((part, index) => part - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** Finds the version of the model, or of a model that it extends, that has the id. */
function findVersion(model: Model, id: string): string | undefined {
  return [model, ...model.extends].find((each) => each.id === id)?.version;
}

/**
 * Returns whether answers can be read with a model. They can if they belong to the model or one that it extends,
 * and not to a newer version.
 */
export function compareWithModel(model: Model, given: ModelReference): 'yes' | 'other' | 'newer' {
  const version = findVersion(model, given.id);
  if (version === undefined) return 'other';
  return compareVersions(given.version, version) > 0 ? 'newer' : 'yes';
}

/**
 * Finds the ids of questions whose meaning changed after they were answered. They have to be asked again; all
 * other answers carry over.
 */
export function findOutdatedAnswers(answers: AnswersDocument, model: Model): readonly string[] {
  // Not just a shortcut: a question taken over by an overlay can have a higher version than the overlay
  // itself.
  if (answers.model.version === findVersion(model, answers.model.id)) return [];
  return listQuestions(model)
    .filter(
      ({ id, changedIn }) =>
        Object.hasOwn(answers.answers, id) && compareVersions(changedIn, answers.model.version) > 0,
    )
    .map(({ id }) => id);
}

/**
 * Returns the reference to a model that answers carry: to the model itself, or to one that it extends if `id` names
 * that one.
 */
export function makeReference(model: Model, id: string = model.id): AnswersDocument['model'] {
  const base = model.extends.find((each) => each.id === id);
  if (base !== undefined) return { ...base };
  return { id: model.id, version: model.version, digest: model.digest };
}

/** Returns the answers without the outdated ones, marked as answers to this version of the model. */
export function carryOverAnswers(answers: AnswersDocument, model: Model): AnswersDocument {
  const outdated = new Set(findOutdatedAnswers(answers, model));
  const kept = Object.entries(answers.answers).filter(([id]) => !outdated.has(id));
  return {
    ...answers,
    model: makeReference(model, answers.model.id),
    answers: Object.fromEntries(kept),
  };
}
