import { InvalidDocumentError } from '#domain/errors.ts';
import type { Finding } from '#domain/types/report.ts';

/** The findings of a file, and its text to show them in; undefined if it is not text. */
interface Refused {
  readonly findings: readonly Finding[];
  readonly text: string | undefined;
}

/**
 * Makes the error of an invalid file.
 *
 * @param file as the findings name it
 * @param subject `model` if the file is not audited itself but used for the audit
 */
export function toInvalidDocumentError(
  file: string,
  { findings, text }: Refused,
  subject?: InvalidDocumentError['subject'],
): InvalidDocumentError {
  return new InvalidDocumentError(findings, new Map(text === undefined ? [] : [[file, text]]), subject);
}
