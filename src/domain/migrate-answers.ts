import { type Model, questionsOf } from './model.ts';
import type { AnswersDocument } from './types/answers.ts';

function partsOf(version: string): number[] {
  return version.split('.').map(Number);
}

/** Compares two versions major.minor.patch: negative where the first is older, 0 where they are equal. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  return left.map((part, index) => part - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** The version of a model, or of the model that it extends, that answers were given to. */
function versionFor(model: Model, id: string): string | undefined {
  if (id === model.id) return model.version;
  return id === model.extends?.id ? model.extends.version : undefined;
}

/** Whether answers can be read with a model: the same one, or the one that it extends, and not a newer one. */
export function isFitting(
  model: Model,
  given: { readonly id: string; readonly version: string },
): 'yes' | 'other' | 'newer' {
  const version = versionFor(model, given.id);
  if (version === undefined) return 'other';
  return compareVersions(given.version, version) > 0 ? 'newer' : 'yes';
}

/**
 * Ids of the questions that changed their meaning after the answers were given: they have to be asked
 * again. Everything else carries over.
 */
export function findOutdatedAnswers(answers: AnswersDocument, model: Model): readonly string[] {
  // Nothing changed since: what an overlay takes over can bear a higher number than the overlay itself.
  if (answers.model.version === versionFor(model, answers.model.id)) return [];
  return questionsOf(model)
    .filter(
      ({ id, changedIn }) =>
        Object.hasOwn(answers.answers, id) && compareVersions(changedIn, answers.model.version) > 0,
    )
    .map(({ id }) => id);
}

/** How answers name a model: the model itself, or the one that it extends where they were given to that. */
export function makeReference(model: Model, id: string = model.id): AnswersDocument['model'] {
  if (model.extends !== null && id === model.extends.id) return { id, version: model.extends.version };
  return { id: model.id, version: model.version, digest: model.digest };
}

/** The answers without those that have to be asked again, marked as answers to this version of the model. */
export function carryOverAnswers(answers: AnswersDocument, model: Model): AnswersDocument {
  const outdated = new Set(findOutdatedAnswers(answers, model));
  const kept = Object.entries(answers.answers).filter(([id]) => !outdated.has(id));
  return {
    ...answers,
    model: makeReference(model, answers.model.id),
    answers: Object.fromEntries(kept),
  };
}
