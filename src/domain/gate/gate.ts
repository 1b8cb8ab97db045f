import {
  type CheckVerdict,
  type FileScores,
  type GatedFinding,
  type Severity,
  countBySeverity,
  counted,
} from './check-report.ts';
import { roundTo, settle } from '#domain/scoring/numbers.ts';

/** Whether a finding says that a document could not be read: then no check has looked at it. */
export function isAboutReading(check: string): boolean {
  return check.startsWith('document/');
}

/** What a run of `check` has to meet. Everything that is undefined is not asked for. */
export interface Floors {
  /**
   * Findings of this severity or worse fail the gate; `never` lets every finding pass but those of a document
   * that cannot be read.
   */
  readonly failSeverity: Severity | 'never';
  /** The most warnings that are let pass. */
  readonly maxWarnings?: number;
  /** The lowest overall score, 0 to 100, of every file that has one. */
  readonly minScore?: number;
  /** The lowest score, 0 to 100, by element id. */
  readonly minElement: ReadonlyMap<string, number>;
  /** The fewest elements in place, of answers. */
  readonly minInPlace?: number;
  /** The lowest coverage, 0 to 1, of answers. */
  readonly minCoverage?: number;
  /** The most points, 0 to 100, that an overall score may have lost against an earlier state. */
  readonly maxDrop?: number;
}

/** An overall score before and now, 0 to 100; null = unknown. */
export interface Movement {
  readonly file: string;
  readonly before: number | null;
  readonly now: number | null;
}

/** How much evidence of answers is undated or older than a gate allows. */
export interface OldEvidence {
  readonly file: string;
  /** Pieces of evidence, more than 0. */
  readonly count: number;
  /** The age that is allowed, as an ISO 8601 duration. */
  readonly maxAge: string;
}

const ranks: Readonly<Record<Severity | 'never', number>> = { info: 0, warning: 1, error: 2, never: 3 };

/** A number with one decimal at most, or as many more as it takes to tell it from a limit that it misses. */
function inWords(value: number, limit = value): string {
  let digits = 1;
  while (digits < 9 && value !== limit && roundTo(value, digits) === roundTo(limit, digits)) digits += 1;
  return String(roundTo(value, digits));
}

function findingReasons(findings: readonly GatedFinding[], { failSeverity, maxWarnings }: Floors): string[] {
  const reasons: string[] = [];
  const fails = ({ severity }: GatedFinding): boolean => ranks[severity] >= ranks[failSeverity];
  const failing = findings.filter(fails);
  if (failing.length > 0) {
    const are = counted(failing.length, 'finding is', 'findings are');
    reasons.push(`${are} of severity ${failSeverity}${failSeverity === 'error' ? '' : ' or worse'}.`);
  }
  // Nothing was checked in a document that cannot be read, so no setting lets it pass.
  const unread = findings.filter((finding) => isAboutReading(finding.check) && !fails(finding));
  if (unread.length > 0) {
    const make = counted(unread.length, 'fault makes', 'faults make');
    reasons.push(`${make} a document invalid or unsafe, which always fails.`);
  }
  const { warning } = countBySeverity(findings);
  if (maxWarnings !== undefined && warning > maxWarnings) {
    reasons.push(`${counted(warning, 'warning', 'warnings')}, and ${maxWarnings} is the limit.`);
  }
  return reasons;
}

function scoreReasons(scores: readonly FileScores[], floors: Floors): string[] {
  const reasons: string[] = [];
  const below = (what: string, value: number | null, floor: number, file: string): void => {
    if (value === null) reasons.push(`${what} of ${file} is unknown, and ${floor} is the floor.`);
    else if (value < floor)
      reasons.push(`${what} of ${file} is ${inWords(value, floor)}, below the floor of ${floor}.`);
  };
  for (const { file, score, elements, inPlace, coverage } of scores) {
    if (floors.minScore !== undefined) below('The overall score', score, floors.minScore, file);
    for (const [id, floor] of floors.minElement) {
      below(`The score of ${id}`, elements.find((element) => element.id === id)?.score ?? null, floor, file);
    }
    if (floors.minInPlace !== undefined && inPlace !== null && inPlace < floors.minInPlace) {
      const there = counted(inPlace, 'element is', 'elements are');
      reasons.push(`${there} in place in ${file}, and ${floors.minInPlace} is the floor.`);
    }
    if (floors.minCoverage !== undefined && coverage !== null) {
      below('The coverage', coverage, floors.minCoverage, file);
    }
  }
  return reasons;
}

function movementReasons(movements: readonly Movement[], { maxDrop }: Floors): string[] {
  if (maxDrop === undefined) return [];
  return movements.flatMap(({ file, before, now }) => {
    if (before === null) return [];
    if (now === null) return [`The overall score of ${file} was ${inWords(before)} and is unknown now.`];
    const drop = settle(before - now);
    if (drop <= maxDrop) return [];
    return [
      `The overall score of ${file} fell by ${inWords(drop, maxDrop)} (from ${inWords(before)} to ${inWords(now)}), and ${maxDrop} is the most that is let pass.`,
    ];
  });
}

function evidenceReasons(oldEvidence: readonly OldEvidence[]): string[] {
  return oldEvidence.map(({ file, count, maxAge }) => {
    const pieces = counted(count, 'piece', 'pieces');
    return `${pieces} of evidence in ${file} ${count === 1 ? 'is' : 'are'} undated or older than ${maxAge}.`;
  });
}

/**
 * Decides whether the gate is passed: the reasons in words and the exit code come from here and nowhere
 * else, so that no format can say something else.
 */
export function decideGate(
  findings: readonly GatedFinding[],
  scores: readonly FileScores[],
  movements: readonly Movement[],
  oldEvidence: readonly OldEvidence[],
  floors: Floors,
): CheckVerdict {
  const reasons = [
    ...findingReasons(findings, floors),
    ...scoreReasons(scores, floors),
    ...movementReasons(movements, floors),
    ...evidenceReasons(oldEvidence),
  ];
  return { ok: reasons.length === 0, exitCode: reasons.length === 0 ? 0 : 1, reasons };
}
