import { InvalidDocumentError } from '#domain/errors.ts';
import type { Finding } from '#domain/types/report.ts';

/** Everything that is wrong with a file, and its text, which shows the places; undefined where it is no text. */
interface Refused {
  readonly findings: readonly Finding[];
  readonly text: string | undefined;
}

/**
 * The error of one file that cannot be used.
 *
 * @param file as the findings name it
 * @param subject `model` where the file is not what is audited, but what it is audited with
 */
export function toInvalidDocumentError(
  file: string,
  { findings, text }: Refused,
  subject?: InvalidDocumentError['subject'],
): InvalidDocumentError {
  return new InvalidDocumentError(findings, new Map(text === undefined ? [] : [[file, text]]), subject);
}
