import type { SystemDocument } from '#domain/types/sales-system.ts';

/** What a reference of a document leads to. `address` is an http(s) URL, which is never fetched. */
export type PathState = 'there' | 'missing' | 'outside' | 'unsafe' | 'address';

/** A state of the document in the history of its repository. */
export interface Revision {
  /** Abbreviated commit id. */
  readonly commit: string;
  /** Day of the commit, YYYY-MM-DD. */
  readonly date: string;
  readonly system: SystemDocument;
}

/** The history of the document, oldest first, the working copy last (with commit `working copy`). */
export interface History {
  readonly revisions: readonly Revision[];
  /** Whether older commits could not be seen: a shallow clone. */
  readonly shallow: boolean;
}

/** Facts about the world that checks need, gathered beforehand. */
export interface Facts {
  /** The day that the run speaks for, YYYY-MM-DD. */
  readonly asOf: string;
  /** What each reference of the document leads to. */
  readonly paths: ReadonlyMap<string, PathState>;
  /** undefined outside a repository. */
  readonly history: History | undefined;
}
