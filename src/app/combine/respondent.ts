import type { AnswersDocument } from '#domain/types/answers.ts';
import type { AnswersSource } from '#app/answers/source.ts';

/** One of several respondents of a report, or answers that a team agreed on. */
export interface RespondentSource {
  /** The file as the person called it. */
  readonly file: string;
  /** Absolute path of the file; undefined for standard input, and where checks may not look around the file. */
  readonly path: string | undefined;
  /** SHA-256 of the bytes of the file. */
  readonly digest: string;
  /** The answers that count. */
  readonly counted: AnswersDocument;
  /**
   * The document, for findings in it. undefined for sellers: no finding may be about the answers of one, and without the
   * positions of all values a thousand respondents take little memory.
   */
  readonly source: AnswersSource | undefined;
}

/** Whether these are the answers of a seller, who is never shown alone. */
export function isSeller({ counted }: RespondentSource): boolean {
  return counted.agreed === undefined && counted.respondent.role === 'seller';
}
