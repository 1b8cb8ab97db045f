import type { Sourced } from '#document/read/sourced.ts';
import { findOutdatedAnswers } from '#domain/answers/migrate-answers.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import { toInvalidDocumentError } from '#app/invalid-document.ts';
import { readAnswersAgainst } from '#app/read-document.ts';

/** Reads answers as `readAnswersAgainst` does. Throws an InvalidDocumentError with everything that is wrong. */
export async function readAnswers(
  file: string,
  bytes: Uint8Array,
  model: Model,
): Promise<Sourced<AnswersDocument>> {
  const read = await readAnswersAgainst(file, bytes, model);
  if (read.ok) return read.document;
  throw toInvalidDocumentError(file, read);
}

/** Answers that may have been given to an older version of the model. */
export interface CarriedAnswers {
  /** The answers as in their file. */
  readonly document: Sourced<AnswersDocument>;
  /** The answers without those to ask again. */
  readonly counted: AnswersDocument;
  /** Ids of the questions that changed since, to ask again. */
  readonly outdated: readonly string[];
}

/** Drops answers to questions that changed since they were answered. */
export function dropOutdated(document: Sourced<AnswersDocument>, model: Model): CarriedAnswers {
  const { value } = document;
  const outdated = findOutdatedAnswers(value, model);
  if (outdated.length === 0) return { document, counted: value, outdated };
  const current = Object.entries(value.answers).filter(([id]) => !outdated.includes(id));
  return { document, counted: { ...value, answers: Object.fromEntries(current) }, outdated };
}

/** Reads answers as `readAnswers` does, without those to questions that changed since. */
export async function readCarried(file: string, bytes: Uint8Array, model: Model): Promise<CarriedAnswers> {
  return dropOutdated(await readAnswers(file, bytes, model), model);
}
