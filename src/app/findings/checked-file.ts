import type { FileScores, GatedFinding, Unread } from '#domain/gate/check-report.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { Finding, ReportDocument } from '#domain/types/report.ts';
import type { SystemDocument, Waiver } from '#domain/types/sales-system.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';
import { toGatedFinding } from './to-finding.ts';

/** A file to check. */
export interface CheckedInput {
  /** Absolute path; undefined for standard input. */
  readonly path: string | undefined;
  /** The file as it is shown. */
  readonly file: string;
  /** Reads the bytes. Called when it is the turn of the file, so that not all files are in memory. */
  readonly read: () => Promise<Uint8Array>;
}

/** A document that has a score. */
type Scored =
  | { readonly kind: 'sales-system'; readonly value: SystemDocument }
  | { readonly kind: 'answers'; readonly value: AnswersDocument }
  | { readonly kind: 'report'; readonly value: ReportDocument };

/** The result of checking one file, before waivers, baseline and gate. */
export interface CheckedFile {
  readonly file: string;
  readonly path: string | undefined;
  readonly text: string | undefined;
  readonly findings: readonly GatedFinding[];
  /** What could not be checked. */
  readonly notes: readonly string[];
  readonly scores: FileScores | undefined;
  readonly outcomes: readonly CheckOutcome[];
  /** Waivers in the file itself. */
  readonly waivers: readonly Waiver[];
  /** Ids of the checks that could not judge, because there was no or not all of the history. */
  readonly unjudged: ReadonlySet<string>;
  /** Findings for waivers that match nothing today and could hide something tomorrow. */
  readonly unusedWaivers: readonly GatedFinding[];
  /** The kind of document; undefined if it could not be read. */
  readonly kind: Scored['kind'] | undefined;
  /** What a file that could not be read says that it is. Absent for a file that was read. */
  readonly unread?: Unread;
  /** Name of the organization that declared the system; undefined for any other document. */
  readonly organization: string | undefined;
  /** The document, of answers those that count; undefined if it could not be read. */
  readonly document: Scored | undefined;
}

/**
 * Makes the result for a file without scores of its own.
 *
 * @param unread what it says that it is, if it could not be read
 */
export function makeUnscoredFile(
  input: CheckedInput,
  findings: readonly Finding[],
  text: string | undefined,
  unread?: Unread,
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
    ...(unread !== undefined && { unread }),
    organization: undefined,
    document: undefined,
  };
}
