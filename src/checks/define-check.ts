import type { Severity } from '#domain/gate/check-report.ts';
import type { Facts } from '#domain/gate/facts.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

export type { Facts, History, PathState, Revision } from '#domain/gate/facts.ts';

/** Path of a node in a document: keys and indexes. */
export type Path = readonly (string | number)[];

/** A finding of a check, before its position in the text is known. */
export interface Failure {
  /** The offending node. For something missing, its nearest existing parent. */
  readonly path: Path;
  /** Whether to point at the key of the node instead of its value. */
  readonly at?: 'key';
  /**
   * What is missing below `path`, if anything. Distinguishes two absences under one parent in baselines and
   * fingerprints. Ids, never indexes. A failure that covers several subjects ends with all of them (`joinSubjects`).
   */
  readonly missing?: string;
  /**
   * Names of what the failure at `path` covers together, such as the leads of a crowded segment. A baseline that has the
   * failure accepts it for these, and not for more.
   */
  readonly subjects?: readonly string[];
  /** The problem, with the company's own names, and why it matters: one or two sentences. */
  readonly message: string;
  /** The smallest change that fixes it, imperative. */
  readonly fix: string;
  /** Set if only the passing of time made it fail: evidence aged, a waiver expired. */
  readonly dueTo?: 'date';
  /**
   * Number of failing subjects that fixing this failure alone repairs: 0 if its subject fails for another
   * reason too, more than 1 if it covers several subjects. Defaults to 1.
   */
  readonly mends?: number;
  /** Set if this failure is more or less serious than the check's natural severity. */
  readonly severity?: Severity;
}

/** Result of one check. */
export interface CheckResult {
  /** Number of things that were checked. */
  readonly subjects: number;
  readonly failures: readonly Failure[];
  /** Number of subjects that failed. Defaults to the number of failures. */
  readonly failing?: number;
  /** A limit of the check, such as the missing history of a shallow clone. */
  readonly note?: string;
}

interface Described {
  /** Permanent id that names the failing state: topic/state. */
  readonly id: string;
  /** Natural severity of the failing state. A team may configure another severity, but never the points. */
  readonly severity: Severity;
  /** The failing state in a few words, as a title. */
  readonly title: string;
  /** Why it matters, in one or two sentences of our own. */
  readonly why: string;
  /**
   * What is true once it is fixed, for a reader of the report who never sees the file: a statement without keys, ids and
   * paths. What to do first is for the plan to say.
   */
  readonly remedy: string;
  /** Numbers of the claims of the essay that it covers. */
  readonly covers?: readonly number[];
}

/** YAML snippets for `explain`, the docs and the tests. */
interface Example {
  /** Triggers this check, and no other that `passes` does not trigger too. */
  readonly fails: string;
  readonly passes: string;
}

/** A check of the declared system. */
export interface SystemCheck extends Described {
  readonly over: 'sales-system';
  /** Id of the practice that the check belongs to; null if it does not count in a score. */
  readonly practice: string | null;
  /**
   * Set to false if having no subjects is fine: the check is then left out of the mean of its practice. By
   * default, a check without subjects counts as 0.
   */
  readonly subjectRequired?: false;
  /** Whether the check needs the history of the file. */
  readonly needsHistory?: true;
  readonly example: Example & {
    /** The file in the previous commit, for the tests of a check that needs the history. */
    readonly before?: string;
  };
  run(system: SystemDocument, facts: Facts): CheckResult;
}

/** A check of answers. Never counts in a score. */
export interface AnswersCheck extends Described {
  readonly over: 'answers';
  readonly example: Example;
  run(answers: AnswersDocument, context: AnswersContext): CheckResult;
}

/** Context of a check of answers. */
interface AnswersContext {
  readonly model: Model;
  readonly facts: Facts;
  /** Ids of the checks that fail for the declared system; undefined without one. */
  readonly failingChecks: ReadonlySet<string> | undefined;
  /** Median of the sellers, 0..4, by question; absent unless the answers of several respondents are combined. */
  readonly sellers?: ReadonlyMap<string, number> | undefined;
}

/** A check of any kind of document. */
export type Check = SystemCheck | AnswersCheck;

/** Defines a check of the declared system. */
export function defineCheck(check: Omit<SystemCheck, 'over'>): SystemCheck {
  return Object.assign(check, { over: 'sales-system' } as const);
}

/** Defines a check of answers. */
export function defineAnswersCheck(check: Omit<AnswersCheck, 'over'>): AnswersCheck {
  return Object.assign(check, { over: 'answers' } as const);
}

/**
 * Returns the longest prefix of a path that exists in a value: the position to report for something missing.
 */
export function findExistingPath(value: unknown, path: Path): Path {
  let node: unknown = value;
  for (const [index, key] of path.entries()) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return path.slice(0, index);
    node = (node as Record<string | number, unknown>)[key];
  }
  return path;
}

/**
 * Builds the result of a check whose subjects can fail in several ways. Each subject counts once, and fixing
 * one of its several failures repairs nothing by itself.
 *
 * @param failures failures of each subject, empty if it passes
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

/** Builds the result of a check for one required thing: a single subject, which fails if it is missing. */
export function requirePresent(present: boolean, failure: () => Failure): CheckResult {
  return { subjects: 1, failures: present ? [] : [failure()] };
}
