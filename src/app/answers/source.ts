import type { Sourced } from '#document/read/sourced.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

/** A document that a report is made from. */
export interface ReportSource<T> {
  /** The document as in its file. */
  readonly document: Sourced<T>;
  /** Absolute path of the file; undefined for standard input, and where checks may not look around the file. */
  readonly path: string | undefined;
}

/** Answers that a report is made from. */
export interface AnswersSource extends ReportSource<AnswersDocument> {
  /** The answers that count: those to questions that changed since are left out. */
  readonly counted: AnswersDocument;
}

/** A declared system that a report is made from. */
export type SystemSource = ReportSource<SystemDocument>;
