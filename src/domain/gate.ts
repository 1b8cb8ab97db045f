import { type CheckVerdict, type FileScores, type GatedFinding, countBySeverity } from './check-report.ts';

type Severity = 'error' | 'warning' | 'info';

/** What a run of `check` has to meet. Everything that is undefined is not asked for. */
export interface Floors {
  /** Findings of this severity or worse fail the gate; `never` lets every finding pass. */
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

/** Evidence of answers that is undated or older than a gate allows. */
export interface OldEvidence {
  readonly file: string;
  /** Pieces of evidence, more than 0. */
  readonly count: number;
  /** The age that is allowed, as an ISO 8601 duration. */
  readonly maxAge: string;
}

const ranks: Readonly<Record<Severity | 'never', number>> = { info: 0, warning: 1, error: 2, never: 3 };

function one(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}

function scoreReasons(scores: readonly FileScores[], floors: Floors): string[] {
  const reasons: string[] = [];
  const below = (what: string, value: number | null, floor: number, file: string): void => {
    if (value === null) reasons.push(`${what} of ${file} is unknown, and ${one(floor)} is the floor.`);
    else if (value < floor)
      reasons.push(`${what} of ${file} is ${one(value)}, below the floor of ${one(floor)}.`);
  };
  for (const { file, score, elements, inPlace, coverage } of scores) {
    if (floors.minScore !== undefined) below('The overall score', score, floors.minScore, file);
    for (const [id, floor] of floors.minElement) {
      below(`The score of ${id}`, elements.find((element) => element.id === id)?.score ?? null, floor, file);
    }
    if (floors.minInPlace !== undefined && inPlace !== null && inPlace < floors.minInPlace) {
      reasons.push(`${inPlace} elements are in place in ${file}, and ${floors.minInPlace} is the floor.`);
    }
    if (floors.minCoverage !== undefined && coverage !== null && coverage < floors.minCoverage) {
      reasons.push(
        `The coverage of ${file} is ${coverage.toFixed(2)}, below the floor of ${floors.minCoverage}.`,
      );
    }
  }
  return reasons;
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
  const reasons: string[] = [];
  const failing = findings.filter(({ severity }) => ranks[severity] >= ranks[floors.failSeverity]);
  if (failing.length > 0) {
    const plural = failing.length === 1 ? 'finding is' : 'findings are';
    reasons.push(
      `${failing.length} ${plural} of severity ${floors.failSeverity}${floors.failSeverity === 'error' ? '' : ' or worse'}.`,
    );
  }
  const { warning } = countBySeverity(findings);
  if (floors.maxWarnings !== undefined && warning > floors.maxWarnings) {
    reasons.push(`${warning} warnings, and ${floors.maxWarnings} are the most that are let pass.`);
  }
  reasons.push(...scoreReasons(scores, floors));
  for (const { file, before, now } of movements) {
    if (floors.maxDrop === undefined || before === null) continue;
    if (now === null) reasons.push(`The overall score of ${file} was ${one(before)} and is unknown now.`);
    else if (before - now > floors.maxDrop) {
      reasons.push(
        `The overall score of ${file} fell by ${one(before - now)} (from ${one(before)} to ${one(now)}), and ${one(floors.maxDrop)} is the most that is let pass.`,
      );
    }
  }
  for (const { file, count, maxAge } of oldEvidence) {
    reasons.push(`${count} pieces of evidence in ${file} are undated or older than ${maxAge}.`);
  }
  return { ok: reasons.length === 0, exitCode: reasons.length === 0 ? 0 : 1, reasons };
}
