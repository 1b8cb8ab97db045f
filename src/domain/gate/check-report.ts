import type { AnswerCounts } from '#domain/answers/not-known.ts';
import type { Finding } from '#domain/types/report.ts';

export type Severity = Finding['severity'];

/** A finding with the data that the gate and its formats need. */
export interface GatedFinding extends Finding {
  readonly file: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /**
   * Points, 0..100, that fixing it alone adds to its element's declared score; null if it does not count in a
   * score.
   */
  readonly points: number | null;
  /** Id of the element that the points count for; null without points. */
  readonly element: string | null;
  /** JSON pointer with ids instead of indexes: stable when lines or entries move. */
  readonly identity: string;
  /** `date` if only the passing of time caused it. */
  readonly dueTo: 'date' | null;
  /** Set if it is about something that is not there, so that its place is only the nearest one. */
  readonly isMissing?: true;
}

/**
 * Returns the message and the position of a finding, without points and the other data that only the gate
 * needs.
 */
export function getStatement({
  check,
  severity,
  message,
  file,
  path,
  line,
  column,
}: GatedFinding): Pick<GatedFinding, 'check' | 'severity' | 'message' | 'file' | 'path' | 'line' | 'column'> {
  return { check, severity, message, file, path, line, column };
}

/**
 * Checks that cannot be waived: problems of waivers themselves, since one waiver could then excuse another
 * forever, and unreadable documents.
 */
const neverWaived = /^(?:waiver|document)\//;

/** Returns whether findings of a check may be accepted, by a waiver or in a baseline. */
export function isAcceptable(check: string): boolean {
  return !neverWaived.test(check);
}

/** Why a finding does not count. Suppressed findings are still reported. */
export type Suppression =
  | {
      readonly by: 'waiver';
      readonly reason: string;
      readonly owner: string;
      /** Last day on which the waiver is valid. */
      readonly until: string;
    }
  | { readonly by: 'baseline' };

/** A finding that was waived for a time, or that the baseline already contains. */
export interface SuppressedFinding {
  readonly finding: GatedFinding;
  readonly suppression: Suppression;
}

/** Scores of a checked file, 0..100; null = unknown. */
export interface FileScores {
  readonly file: string;
  readonly kind: 'sales-system' | 'answers' | 'report';
  /** Declared score of a declared system, said score of answers. */
  readonly score: number | null;
  /** Score as if no suppressed finding existed; null if there is none. */
  readonly scoreWithoutSuppressed: number | null;
  /** Shown score; null for a declared system. */
  readonly shown: number | null;
  /** Share, 0..1; null for a declared system. */
  readonly coverage: number | null;
  /** Number of asked questions by state; null for a declared system. */
  readonly counts: AnswerCounts | null;
  /** Number of elements in place; null for a declared system. */
  readonly inPlace: number | null;
  /** In the sequence of the model. */
  readonly elements: readonly {
    readonly id: string;
    readonly name: string;
    readonly score: number | null;
    /** Set for an element of answers of which no question was asked. */
    readonly isAsked?: false;
  }[];
}

/** What a file that could not be read says that it is: a kind of document, or nothing that can be read. */
export type Unread = 'answers' | 'sales-system' | 'report' | 'config' | 'baseline' | 'model' | 'unknown';

/** Metadata of a check, for formats that list rules. */
export interface RuleDescription {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly severity: Severity;
  /** The kind of document that it checks; undefined for every kind. */
  readonly over?: 'sales-system' | 'answers' | 'report';
  /** YAML in which it finds something, and the same without that; undefined for rules of every document. */
  readonly example?: { readonly fails: string; readonly passes: string };
}

/** Whether the gate passes, with the exit code and every reason why not: decided together, once. */
export interface CheckVerdict {
  readonly ok: boolean;
  readonly exitCode: 0 | 1;
  /** One line for each reason why the gate fails; empty if it passes. */
  readonly reasons: readonly string[];
}

/** Result of one run of `check`, before rendering. */
export interface CheckReport {
  /** Version of the tool. */
  readonly version: string;
  readonly asOf: string;
  /** Every checked file, in order, as the user would name it (relative, with `/`). */
  readonly files: readonly string[];
  /** Kind of each readable file. A rule passes only for files of its kind. */
  readonly kinds: ReadonlyMap<string, string>;
  /** What the files that could not be read say that they are. */
  readonly unread: ReadonlySet<Unread>;
  /** Text of each file, for code frames; not part of the JSON. */
  readonly texts: ReadonlyMap<string, string>;
  /** Every rule that was run. */
  readonly rules: readonly RuleDescription[];
  readonly scores: readonly FileScores[];
  /** Findings that count, by file and position. */
  readonly findings: readonly GatedFinding[];
  /** Those findings that fail the gate. */
  readonly failing: ReadonlySet<GatedFinding>;
  /** Findings that do not count, with the reason. Never hidden. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Baseline entries that no longer match anything. */
  readonly settled: readonly string[];
  /** Limits of the run: no repository, a shallow clone. */
  readonly notes: readonly string[];
  /** Changes since an earlier state, one line for each cause of a gained or lost point. */
  readonly changes: readonly string[];
  readonly verdict: CheckVerdict;
}

/** Every severity, worst first. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** Sorts findings by severity, worst first. Stable. */
export function sortWorstFirst<F extends Pick<Finding, 'severity'>>(findings: readonly F[]): readonly F[] {
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** Counts the findings of each severity. */
export function countBySeverity(findings: readonly Pick<Finding, 'severity'>[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** Formats a count with its noun, and its verb if there is one: `1 file is`, `2 files are`. */
export function formatCount(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Describes the verdict and its date in one line, identical in every format. */
export function describeVerdict({ verdict, findings, suppressed, files, asOf }: CheckReport): string {
  const { error, warning, info } = countBySeverity(findings);
  const found = [
    formatCount(error, 'error', 'errors'),
    formatCount(warning, 'warning', 'warnings'),
    `${info} info`,
  ].join(', ');
  const hidden = suppressed.length === 0 ? '' : `, ${suppressed.length} suppressed`;
  return `${verdict.ok ? 'Passed' : 'Failed'}: ${found}${hidden} in ${formatCount(files.length, 'file', 'files')}, as of ${asOf}.`;
}
