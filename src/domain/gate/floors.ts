import type { Severity } from './check-report.ts';

/** Conditions that a run of `check` has to meet. An undefined condition is not enforced. */
export interface Floors {
  /**
   * Findings of this severity or worse fail the gate. `never` passes every finding except those of an
   * unreadable document.
   */
  readonly failSeverity: Severity | 'never';
  /** Maximum number of warnings. */
  readonly maxWarnings?: number;
  /** Minimum overall score, 0..100, of every file that has one. */
  readonly minScore?: number;
  /** Minimum score, 0..100, by element id. */
  readonly minElement: ReadonlyMap<string, number>;
  /** Minimum number of elements in place, for answers. */
  readonly minInPlace?: number;
  /** Minimum coverage, 0..1, for answers. */
  readonly minCoverage?: number;
  /** Maximum number of points, 0..100, that an overall score may lose compared with an earlier state. */
  readonly maxDrop?: number;
}

/** Finds the floors of a file by its name in the report. */
export type FloorsOf = (file: string) => Floors;

/** An overall score before and now, 0..100; null = unknown. */
export interface Movement {
  readonly file: string;
  readonly before: number | null;
  readonly now: number | null;
}

/** A file whose score could not be compared with an earlier state that has one. */
export interface Uncompared {
  readonly file: string;
  /** The reason, as a sentence. */
  readonly why: string;
}

/** Evidence in answers that is undated or older than the gate allows. */
export interface OldEvidence {
  readonly file: string;
  /** Number of pieces of evidence, at least 1. */
  readonly count: number;
  /** Maximum age, as an ISO 8601 duration. */
  readonly maxAge: string;
}
