import { checkAnswers } from '#document/check-answers.ts';
import { readDocument } from '#document/read.ts';
import { type Read, type Sourced, orderFindings } from '#document/sourced.ts';
import { outdatedAnswers } from '#domain/carry-over.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import { invalidDocument } from './invalid-document.ts';

/** Reads answers and checks them against a model: the document, or everything that is wrong with it. */
export async function answersFrom(
  file: string,
  bytes: Uint8Array,
  model: Model,
): Promise<Read<AnswersDocument>> {
  const read = await readDocument('answers', file, bytes);
  if (read.ok) {
    const findings = [...checkAnswers(read.document, model)];
    return findings.length === 0 ? read : { ok: false, findings, text: read.document.text };
  }
  // What the schema refuses does not hide what else is wrong.
  const { readValue } = await import('#document/read.ts');
  const value = readValue(file, bytes);
  const findings = value.ok ? checkAnswers(value.document, model) : [];
  return { ok: false, findings: orderFindings([...read.findings, ...findings]), text: read.text };
}

/** Reads answers as `answersFrom` does. Throws an InvalidDocumentError with everything wrong. */
export async function readAnswers(
  file: string,
  bytes: Uint8Array,
  model: Model,
): Promise<Sourced<AnswersDocument>> {
  const read = await answersFrom(file, bytes, model);
  if (read.ok) return read.document;
  throw invalidDocument(file, read);
}

/** Answers that may have been given to an older version of the model, without those to ask again. */
export interface CarriedAnswers {
  readonly document: AnswersDocument;
  /** Ids of the questions that changed since and have to be asked again. */
  readonly outdated: readonly string[];
}

/** Answers without what an older version of the model asked differently. */
export function withoutOutdated(document: AnswersDocument, model: Model): CarriedAnswers {
  const outdated = outdatedAnswers(document, model);
  if (outdated.length === 0) return { document, outdated };
  const kept = Object.entries(document.answers).filter(([id]) => !outdated.includes(id));
  return { document: { ...document, answers: Object.fromEntries(kept) }, outdated };
}

/** Reads answers as `readAnswers` does, and leaves out what an older version of the model asked differently. */
export async function readCarried(file: string, bytes: Uint8Array, model: Model): Promise<CarriedAnswers> {
  return withoutOutdated((await readAnswers(file, bytes, model)).value, model);
}
