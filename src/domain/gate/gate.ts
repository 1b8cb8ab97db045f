import {
  type CheckVerdict,
  type FileScores,
  type GatedFinding,
  type Severity,
  countBySeverity,
  formatCount,
} from './check-report.ts';
import { roundTo, settle } from '#domain/scoring/numbers.ts';

/**
 * Returns whether a check reports that a document could not be read, in which case no other check has run on
 * it.
 */
export function isAboutReading(check: string): boolean {
  return check.startsWith('document/');
}

/** Conditions that a run of `check` has to meet. An undefined condition is not enforced. */
export interface Floors {
  /**
   * Findings of this severity or worse fail the gate. `never` passes every finding except those of an
   * unreadable document.
   */
  readonly failSeverity: Severity | 'never';
  /** Maximum number of warnings. */
  readonly maxWarnings?: number;
  /** Minimum overall score, 0..100, of every file that has one. */
  readonly minScore?: number;
  /** Minimum score, 0..100, by element id. */
  readonly minElement: ReadonlyMap<string, number>;
  /** Minimum number of elements in place, for answers. */
  readonly minInPlace?: number;
  /** Minimum coverage, 0..1, for answers. */
  readonly minCoverage?: number;
  /** Maximum number of points, 0..100, that an overall score may lose compared with an earlier state. */
  readonly maxDrop?: number;
}

/** An overall score before and now, 0..100; null = unknown. */
export interface Movement {
  readonly file: string;
  readonly before: number | null;
  readonly now: number | null;
}

/** Evidence in answers that is undated or older than the gate allows. */
export interface OldEvidence {
  readonly file: string;
  /** Number of pieces of evidence, at least 1. */
  readonly count: number;
  /** Maximum age, as an ISO 8601 duration. */
  readonly maxAge: string;
}

const ranks: Readonly<Record<Severity | 'never', number>> = { info: 0, warning: 1, error: 2, never: 3 };

/**
 * Formats a number with one decimal, or with as many as it takes to distinguish it from a limit that it
 * misses.
 */
function formatNumber(value: number, limit = value): string {
  let digits = 1;
  while (digits < 9 && value !== limit && roundTo(value, digits) === roundTo(limit, digits)) digits += 1;
  return String(roundTo(value, digits));
}

/**
 * Finds the findings that fail the gate: severe enough, of an unreadable document, or every warning where there are too
 * many.
 */
export function findFailing(
  findings: readonly GatedFinding[],
  { failSeverity, maxWarnings }: Pick<Floors, 'failSeverity' | 'maxWarnings'>,
): ReadonlySet<GatedFinding> {
  const tooMany = maxWarnings !== undefined && countBySeverity(findings).warning > maxWarnings;
  return new Set(
    findings.filter(
      ({ check, severity }) =>
        ranks[severity] >= ranks[failSeverity] ||
        isAboutReading(check) ||
        (tooMany && severity === 'warning'),
    ),
  );
}

function listFindingReasons(
  findings: readonly GatedFinding[],
  { failSeverity, maxWarnings }: Floors,
): string[] {
  const reasons: string[] = [];
  const fails = ({ severity }: GatedFinding): boolean => ranks[severity] >= ranks[failSeverity];
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

function listScoreReasons(scores: readonly FileScores[], floors: Floors): string[] {
  const reasons: string[] = [];
  const requireAtLeast = (what: string, value: number | null, floor: number, file: string): void => {
    if (value === null) reasons.push(`${what} of ${file} is unknown, and ${floor} is the floor.`);
    else if (value < floor)
      reasons.push(`${what} of ${file} is ${formatNumber(value, floor)}, below the floor of ${floor}.`);
  };
  for (const { file, kind, score, elements, inPlace, coverage } of scores) {
    if (floors.minScore !== undefined) requireAtLeast('The overall score', score, floors.minScore, file);
    for (const [id, floor] of floors.minElement) {
      requireAtLeast(
        `The score of ${id}`,
        elements.find((element) => element.id === id)?.score ?? null,
        floor,
        file,
      );
    }
    if (floors.minInPlace !== undefined && inPlace !== null && inPlace < floors.minInPlace) {
      const there = formatCount(inPlace, 'element is', 'elements are');
      reasons.push(`${there} in place in ${file}, and ${floors.minInPlace} is the floor.`);
    }
    // A declared system has no coverage. That of answers is unknown if no question applies.
    if (floors.minCoverage !== undefined && kind === 'answers') {
      requireAtLeast('The coverage', coverage, floors.minCoverage, file);
    }
  }
  return reasons;
}

function listMovementReasons(movements: readonly Movement[], { maxDrop }: Floors): string[] {
  if (maxDrop === undefined) return [];
  return movements.flatMap(({ file, before, now }) => {
    if (before === null) return [];
    if (now === null) return [`The overall score of ${file} was ${formatNumber(before)} and is unknown now.`];
    const drop = settle(before - now);
    if (drop <= maxDrop) return [];
    return [
      `The overall score of ${file} fell by ${formatNumber(drop, maxDrop)} (from ${formatNumber(before)} to ${formatNumber(now)}), and ${maxDrop} is the limit.`,
    ];
  });
}

function listEvidenceReasons(oldEvidence: readonly OldEvidence[]): string[] {
  return oldEvidence.map(({ file, count, maxAge }) => {
    const pieces = formatCount(count, 'piece', 'pieces');
    return `${pieces} of evidence in ${file} ${count === 1 ? 'is' : 'are'} undated or older than ${maxAge}.`;
  });
}

/**
 * Decides whether the gate passes. This is the only source of the reasons and the exit code, so that all
 * formats agree.
 */
export function decideGate(
  findings: readonly GatedFinding[],
  scores: readonly FileScores[],
  movements: readonly Movement[],
  oldEvidence: readonly OldEvidence[],
  floors: Floors,
): CheckVerdict {
  const reasons = [
    ...listFindingReasons(findings, floors),
    ...listScoreReasons(scores, floors),
    ...listMovementReasons(movements, floors),
    ...listEvidenceReasons(oldEvidence),
  ];
  return { ok: reasons.length === 0, exitCode: reasons.length === 0 ? 0 : 1, reasons };
}
