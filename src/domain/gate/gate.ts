import {
  type CheckVerdict,
  type FileScores,
  type GatedFinding,
  type Severity,
  countBySeverity,
  formatCount,
} from './check-report.ts';
import type { Floors, FloorsOf, Movement, OldEvidence, Uncompared } from './floors.ts';
import { listMovementReasons, listScoreReasons, listUncomparedReasons } from './score-reasons.ts';

export type { Floors, FloorsOf, Movement, OldEvidence, Uncompared } from './floors.ts';

/**
 * Returns whether a check reports that a document could not be read, in which case no other check has run on
 * it.
 */
export function isAboutReading(check: string): boolean {
  return check.startsWith('document/');
}

const ranks: Readonly<Record<Severity | 'never', number>> = { info: 0, warning: 1, error: 2, never: 3 };

/** Returns whether a check only reminds of what is still fine, but not for long. */
export function isReminder(check: string): boolean {
  return check === 'waiver/ending';
}

/** A reminder never fails the gate, unless the team gave it a severity above info. */
function isSevere({ check, severity }: GatedFinding, failSeverity: Floors['failSeverity']): boolean {
  return ranks[severity] >= ranks[failSeverity] && !(isReminder(check) && severity === 'info');
}

/**
 * Finds the findings that fail the gate: severe enough, of an unreadable document, or every warning where there are too
 * many. Reminders do not.
 */
export function findFailing(
  findings: readonly GatedFinding[],
  { failSeverity, maxWarnings }: Pick<Floors, 'failSeverity' | 'maxWarnings'>,
): ReadonlySet<GatedFinding> {
  const tooMany = maxWarnings !== undefined && countBySeverity(findings).warning > maxWarnings;
  return new Set(
    findings.filter(
      (finding) =>
        isSevere(finding, failSeverity) ||
        isAboutReading(finding.check) ||
        (tooMany && finding.severity === 'warning'),
    ),
  );
}

function listFindingReasons(
  findings: readonly GatedFinding[],
  { failSeverity, maxWarnings }: Floors,
): string[] {
  const reasons: string[] = [];
  const fails = (finding: GatedFinding): boolean => isSevere(finding, failSeverity);
  const failing = findings.filter(fails);
  if (failing.length > 0) {
    const are = formatCount(failing.length, 'finding is', 'findings are');
    reasons.push(`${are} of severity ${failSeverity}${failSeverity === 'error' ? '' : ' or worse'}.`);
  }
  // No check ran on an unreadable document, so no setting lets it pass.
  const unread = findings.filter((finding) => isAboutReading(finding.check) && !fails(finding));
  if (unread.length > 0) {
    const make = formatCount(unread.length, 'fault makes', 'faults make');
    reasons.push(`${make} a document invalid or unsafe, which always fails.`);
  }
  const { warning } = countBySeverity(findings);
  if (maxWarnings !== undefined && warning > maxWarnings) {
    reasons.push(`${formatCount(warning, 'warning', 'warnings')}, and ${maxWarnings} is the limit.`);
  }
  return reasons;
}

function listEvidenceReasons(oldEvidence: readonly OldEvidence[]): string[] {
  return oldEvidence.map(({ file, count, maxAge }) => {
    const pieces = formatCount(count, 'piece', 'pieces');
    return `${pieces} of evidence in ${file} ${count === 1 ? 'is' : 'are'} undated or older than ${maxAge}.`;
  });
}

function listStaleReasons(stale: number): string[] {
  if (stale === 0) return [];
  const are = formatCount(stale, 'entry of the baseline matches', 'entries of the baseline match');
  return [`${are} no finding anymore, and could hide a new one. --prune-baseline removes stale entries.`];
}

/** What the gate decides on. */
export interface GateInput {
  readonly findings: readonly GatedFinding[];
  readonly scores: readonly FileScores[];
  readonly movements: readonly Movement[];
  readonly uncompared: readonly Uncompared[];
  readonly oldEvidence: readonly OldEvidence[];
  /** Floors of the path that a moved file had, and that it misses, a sentence for each. */
  readonly misses?: readonly string[];
  /** Number of stale baseline entries that fail the gate. */
  readonly stale: number;
  /** Limits that applied to nothing, a sentence for each. */
  readonly idle?: readonly string[];
}

/**
 * Decides whether the gate passes. This is the only source of the reasons and the exit code, so that all
 * formats agree.
 *
 * @param floors of the run as a whole
 * @param floorsOf the floors of each file, if they differ
 */
export function decideGate(
  input: GateInput,
  floors: Floors,
  floorsOf: FloorsOf = () => floors,
): CheckVerdict {
  const reasons = [
    ...listFindingReasons(input.findings, floors),
    ...listScoreReasons(input.scores, floorsOf),
    ...(input.misses ?? []),
    ...listMovementReasons(input.movements),
    ...listUncomparedReasons(input.uncompared),
    ...listEvidenceReasons(input.oldEvidence),
    ...listStaleReasons(input.stale),
    ...(input.idle ?? []),
  ];
  return { ok: reasons.length === 0, exitCode: reasons.length === 0 ? 0 : 1, reasons };
}
