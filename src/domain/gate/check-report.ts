import type { Finding } from '#domain/types/report.ts';

/** How serious a finding is. */
export type Severity = Finding['severity'];

/** A finding with what a gate and its formats need to know of it. */
export interface GatedFinding extends Finding {
  readonly file: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Points, 0 to 100, that fixing it alone adds to its element's declared score; null where it has none. */
  readonly points: number | null;
  /** Id of the element that the points count for; null where there are none. */
  readonly element: string | null;
  /** JSON pointer with ids instead of indexes: stable when lines or entries move. */
  readonly identity: string;
  /** `date` where only the passing of time made it. */
  readonly dueTo: 'date' | null;
}

/** What a finding says and where, without what it is worth and what only the gate needs. */
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

/** Why a finding does not count: it is shown all the same. */
export type Suppression =
  | {
      readonly by: 'waiver';
      readonly reason: string;
      readonly owner: string;
      /** The last day that the waiver holds. */
      readonly until: string;
    }
  | { readonly by: 'baseline' };

/** A finding that was accepted for a time, or was there when the baseline was written. */
export interface SuppressedFinding {
  readonly finding: GatedFinding;
  readonly suppression: Suppression;
}

/** Scores of a checked file, 0 to 100; null = unknown. */
export interface FileScores {
  readonly file: string;
  readonly kind: 'sales-system' | 'answers' | 'report';
  /** Declared score of a declared system, said score of answers. */
  readonly score: number | null;
  /** As if every finding that is waived or in the baseline did not exist; null where there is none. */
  readonly scoreWithoutSuppressed: number | null;
  /** Shown score; null for a declared system. */
  readonly shown: number | null;
  /** Share, 0 to 1; null for a declared system. */
  readonly coverage: number | null;
  /** Number of elements in place; null for a declared system. */
  readonly inPlace: number | null;
  /** In sequence. */
  readonly elements: readonly { readonly id: string; readonly name: string; readonly score: number | null }[];
}

/** What a check is, for formats that carry rules. */
export interface RuleDescription {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly severity: Severity;
  /** The kind of document that it looks at; undefined for every kind. */
  readonly over?: 'sales-system' | 'answers' | 'report';
}

/** Whether a gate is passed, with the exit code and every reason why not: decided together, once. */
export interface CheckVerdict {
  readonly ok: boolean;
  readonly exitCode: 0 | 1;
  /** One line for each reason that the gate is not passed; empty where it is. */
  readonly reasons: readonly string[];
}

/** Everything that one run of `check` found, before it is rendered. */
export interface CheckReport {
  /** Version of the tool. */
  readonly version: string;
  readonly asOf: string;
  /** Every file that was checked, in order, as the person would name it (relative, with `/`). */
  readonly files: readonly string[];
  /** Kind of each file that could be read; a rule is said to have passed only over files of its kind. */
  readonly kinds: ReadonlyMap<string, string>;
  /** Text of each file, for code frames; not part of the JSON. */
  readonly texts: ReadonlyMap<string, string>;
  /** Every rule that was run. */
  readonly rules: readonly RuleDescription[];
  readonly scores: readonly FileScores[];
  /** What counts, by file and position. */
  readonly findings: readonly GatedFinding[];
  /** What does not count, and why: never hidden. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Baseline entries that match nothing any more. */
  readonly settled: readonly string[];
  /** What could not be seen: no repository, a shallow clone. */
  readonly notes: readonly string[];
  /** What changed against an earlier state, one line for each cause of a lost or won point. */
  readonly changes: readonly string[];
  readonly verdict: CheckVerdict;
}

/** Every severity, the worst first. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** Findings by severity, the worst first; those of one severity stay in their order. */
export function sortWorstFirst<F extends Pick<Finding, 'severity'>>(findings: readonly F[]): readonly F[] {
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Pick<Finding, 'severity'>[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** A count with its noun, and its verb where there is one: `1 file is`, `2 files are`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The verdict in one line: the same words in every format. */
export function describeVerdict({ verdict, findings, suppressed, files }: CheckReport): string {
  const { error, warning, info } = countBySeverity(findings);
  const found = [
    counted(error, 'error', 'errors'),
    counted(warning, 'warning', 'warnings'),
    `${info} info`,
  ].join(', ');
  const hidden = suppressed.length === 0 ? '' : `, ${suppressed.length} suppressed`;
  return `${verdict.ok ? 'Passed' : 'Failed'}: ${found}${hidden} in ${counted(files.length, 'file', 'files')}.`;
}
