import type { SystemDocument } from '#domain/types/sales-system.ts';

/** The target of a reference in a document. `address` is an http(s) URL, which is never fetched. */
export type PathState = 'there' | 'missing' | 'outside' | 'unsafe' | 'address';

/** A version of the document in the history of its repository. */
export interface Revision {
  /** Abbreviated commit id. */
  readonly commit: string;
  /** Date of the commit, YYYY-MM-DD. */
  readonly date: string;
  readonly system: SystemDocument;
}

/** The history of the document, oldest first. The working copy is last, with the commit `working copy`. */
export interface History {
  readonly revisions: readonly Revision[];
  /** Why older revisions are missing: a shallow or a partial clone, a limit of ours, or no answer of git. Undefined if none is. */
  readonly lacks: 'shallow' | 'partial' | 'limit' | 'answer' | undefined;
}

/** Facts about the outside world, gathered before the checks run, which keeps the checks pure. */
export interface Facts {
  /** The date of the run, YYYY-MM-DD. */
  readonly asOf: string;
  /** State of the target of each reference in the document. */
  readonly paths: ReadonlyMap<string, PathState>;
  /** undefined outside a repository. */
  readonly history: History | undefined;
}
