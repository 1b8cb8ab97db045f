import type { FileScores, GatedFinding } from '#domain/gate/check-report.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { Finding, ReportDocument } from '#domain/types/report.ts';
import type { SystemDocument, Waiver } from '#domain/types/sales-system.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';
import { toGatedFinding } from './to-finding.ts';

/** A file to check, as it was read. */
export interface CheckedInput {
  /** Absolute path; undefined for standard input. */
  readonly path: string | undefined;
  /** The file as it is shown. */
  readonly file: string;
  /** The bytes of the file. Asked for when it is its turn, so that not all files are held at once. */
  readonly read: () => Promise<Uint8Array>;
}

/** A document that has a score. */
type Scored =
  | { readonly kind: 'sales-system'; readonly value: SystemDocument }
  | { readonly kind: 'answers'; readonly value: AnswersDocument }
  | { readonly kind: 'report'; readonly value: ReportDocument };

/** What checking one file gave, before waivers, baseline and gate. */
export interface CheckedFile {
  readonly file: string;
  readonly path: string | undefined;
  readonly text: string | undefined;
  readonly findings: readonly GatedFinding[];
  /** What could not be seen of the file. */
  readonly notes: readonly string[];
  readonly scores: FileScores | undefined;
  readonly outcomes: readonly CheckOutcome[];
  /** Waivers that the file itself has. */
  readonly waivers: readonly Waiver[];
  /** Ids of the checks that could not judge, because there was no or not all of the history. */
  readonly unjudged: ReadonlySet<string>;
  /** Waivers that match no finding: they hide nothing today and could hide something tomorrow. */
  readonly unusedWaivers: readonly GatedFinding[];
  /** What kind of document it is; undefined where it could not be read as one. */
  readonly kind: Scored['kind'] | undefined;
  /** Name of the organization that declared the system; undefined for any other document. */
  readonly organization: string | undefined;
  /** What was read; undefined where it could not be. */
  readonly document: Scored | undefined;
}

/** What checking a file gives that is judged as a whole, or not at all. */
export function makeUnscoredFile(
  input: CheckedInput,
  findings: readonly Finding[],
  text: string | undefined,
): CheckedFile {
  return {
    file: input.file,
    path: input.path,
    text,
    findings: findings.map((finding) => toGatedFinding(finding, input.file)),
    notes: [],
    scores: undefined,
    outcomes: [],
    waivers: [],
    unjudged: new Set(),
    unusedWaivers: [],
    kind: undefined,
    organization: undefined,
    document: undefined,
  };
}
