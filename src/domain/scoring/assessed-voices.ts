import type { Question, Role } from '#domain/model.ts';

/** How far the answers to a question are apart, in levels; null if they cannot be compared. */
export interface Distances {
  /** Difference between the units with the highest and the lowest median. */
  readonly spread: number | null;
  /** The higher one of the medians of leaders and managers minus that of sellers. */
  readonly difference: number | null;
}

/** What several respondents were asked, and how far apart they are. */
export interface AssessedVoices {
  /** The questions that anyone was asked, in asking order. */
  readonly questions: readonly Question[];
  /** Role of the person who gave the answer that counts, by question id. An answer without one is no guess. */
  readonly roles: ReadonlyMap<string, Role>;
  /** By question id. */
  readonly distances: ReadonlyMap<string, Distances>;
}
