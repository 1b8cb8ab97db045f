import { checkAnswers } from '#document/check-answers.ts';
import { type Read, orderFindings, readDocument, readValue } from '#document/read.ts';
import { outdatedAnswers } from '#domain/carry-over.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';

/** Reads answers and checks them against a model: the document, or everything that is wrong with it. */
export function answersFrom(file: string, bytes: Uint8Array, model: Model): Read<AnswersDocument> {
  const read = readDocument('answers', file, bytes);
  if (read.ok) {
    const findings = [...checkAnswers(read.document, model)];
    return findings.length === 0 ? read : { ok: false, findings, text: read.document.text };
  }
  // What the schema refuses does not hide what else is wrong.
  const value = readValue(file, bytes);
  const findings = value.ok ? checkAnswers(value.document, model) : [];
  return { ok: false, findings: orderFindings([...read.findings, ...findings]), text: read.text };
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
