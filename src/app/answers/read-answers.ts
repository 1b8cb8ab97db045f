import { validateAgainstModel } from '#document/model/validate-answers.ts';
import { type AnyDocument, readAnyDocument, readDocument } from '#document/read/read-document.ts';
import { type Read, type Sourced, orderFindings } from '#document/read/sourced.ts';
import { findOutdatedAnswers } from '#domain/migrate-answers.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import { toInvalidDocumentError } from '#app/invalid-document.ts';

/**
 * Checks answers that were read against a model. What the schema refuses does not hide other faults. If only the
 * model refuses them, the result has them as `partial`.
 */
export function validateAnswers(read: Read<AnswersDocument>, model: Model): Read<AnswersDocument> {
  const document = read.ok ? read.document : read.partial;
  const faults = document === undefined ? [] : validateAgainstModel(document, model);
  if (document === undefined || faults.length === 0) return read;
  const findings = read.ok ? [...faults] : orderFindings([...read.findings, ...faults]);
  return { ok: false, findings, text: document.text, partial: document };
}

/** Reads answers and checks them against a model: the document, or everything that is wrong with it. */
export async function readAnswersAgainst(
  file: string,
  bytes: Uint8Array,
  model: Model,
): Promise<Read<AnswersDocument>> {
  return validateAnswers(await readDocument('answers', file, bytes), model);
}

/** Reads a document of any kind, with every rule of that kind: answers are checked against the model too. */
export async function readAnyAgainst(file: string, bytes: Uint8Array, model: Model): Promise<AnyDocument> {
  const { kind, read } = await readAnyDocument(file, bytes);
  return kind === 'answers'
    ? { kind, read: validateAnswers(read as Read<AnswersDocument>, model) }
    : { kind, read };
}

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
