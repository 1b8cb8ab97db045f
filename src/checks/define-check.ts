import type { Severity } from '#domain/gate/check-report.ts';
import type { Facts } from '#domain/gate/facts.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

export type { Facts, History, PathState, Revision } from '#domain/gate/facts.ts';

/** Path of a node in a document: keys and indexes. */
export type Path = readonly (string | number)[];

/** Something that a check found. */
export interface Failure {
  /** The offending node; for something absent, its nearest parent that exists. */
  readonly path: Path;
  /** Whether to point at the key of the node instead of its value. */
  readonly at?: 'key';
  /**
   * What is missing beneath `path`, where something is: tells two absences under one parent apart, in
   * baselines and fingerprints. Ids, never indexes.
   */
  readonly missing?: string;
  /** What is wrong, in the company's own names, and why it matters: one or two sentences. */
  readonly message: string;
  /** The smallest change that fixes it, imperative. */
  readonly fix: string;
  /** Set where only the passing of time made it fail: evidence aged, a waiver expired. */
  readonly dueTo?: 'date';
  /**
   * How many of the failing subjects fixing this one alone mends: 0 where something else keeps its subject
   * failing, more where it stands for several. 1 where it is absent.
   */
  readonly mends?: number;
  /** Set where this one failure is less or more serious than the check by nature. */
  readonly severity?: Severity;
}

/** What a check saw. */
export interface CheckResult {
  /** How many things were looked at. */
  readonly subjects: number;
  readonly failures: readonly Failure[];
  /** How many of the subjects failed; the number of failures where it is absent. */
  readonly failing?: number;
  /** What could not be seen, such as history in a shallow clone. */
  readonly note?: string;
}

interface Described {
  /** Permanent id that names the failing state: topic/state. */
  readonly id: string;
  /** How serious the failing state is by nature. A team may configure another severity, but never the points. */
  readonly severity: Severity;
  /** The failing state in a few words, as a title. */
  readonly title: string;
  /** Why it matters, in one or two sentences of our own. */
  readonly why: string;
  /** Claims of the essay that it covers, by number. */
  readonly covers?: readonly number[];
}

/** Pieces of YAML, for `explain`, the docs and the tests. */
interface Example {
  /** Sets off the check, and none that `passes` does not set off too. */
  readonly fails: string;
  readonly passes: string;
}

/** A check over the declared system. */
export interface SystemCheck extends Described {
  readonly over: 'sales-system';
  /** Id of the practice that the check speaks of; null for one that never counts in a score. */
  readonly practice: string | null;
  /**
   * false where having nothing to look at is fine: the check then leaves the mean of its practice. Else no
   * subject passes 0.
   */
  readonly subjectRequired?: false;
  /** Whether the check needs the history of the file. */
  readonly needsHistory?: true;
  readonly example: Example & {
    /** The file as it was in the last commit, for the tests of a check that needs the history. */
    readonly before?: string;
  };
  run(system: SystemDocument, facts: Facts): CheckResult;
}

/** A check over answers; it never counts in a score. */
export interface AnswersCheck extends Described {
  readonly over: 'answers';
  readonly example: Example;
  run(answers: AnswersDocument, context: AnswersContext): CheckResult;
}

/** What a check over answers looks at beside them. */
interface AnswersContext {
  readonly model: Model;
  readonly facts: Facts;
  /** Ids of the checks that fail over the declared system; undefined without one. */
  readonly failingChecks: ReadonlySet<string> | undefined;
}

/** A check over a kind of document. */
export type Check = SystemCheck | AnswersCheck;

/** Defines a check over the declared system. */
export function defineCheck(check: Omit<SystemCheck, 'over'>): SystemCheck {
  return Object.assign(check, { over: 'sales-system' } as const);
}

/** Defines a check over answers. */
export function defineAnswersCheck(check: Omit<AnswersCheck, 'over'>): AnswersCheck {
  return Object.assign(check, { over: 'answers' } as const);
}

/** The deepest part of a path that exists in a value: where to point for something absent. */
export function readExisting(value: unknown, path: Path): Path {
  let node: unknown = value;
  for (const [index, key] of path.entries()) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return path.slice(0, index);
    node = (node as Record<string | number, unknown>)[key];
  }
  return path;
}

/**
 * A check's result where a subject can fail in several ways: it counts once as failing, and mending one of
 * several failures alone mends no subject.
 *
 * @param failures those of each subject, empty where it passes
 */
export function judgeEach(failures: readonly (readonly Failure[])[]): CheckResult {
  return {
    subjects: failures.length,
    failing: failures.filter((own) => own.length > 0).length,
    failures: failures.flatMap((own) =>
      own.length > 1 ? own.map((failure) => ({ ...failure, mends: 0 })) : own,
    ),
  };
}

/** A check's result for one thing that has to be there: one subject, failing where it is absent. */
export function requirePresent(present: boolean, failure: () => Failure): CheckResult {
  return { subjects: 1, failures: present ? [] : [failure()] };
}
