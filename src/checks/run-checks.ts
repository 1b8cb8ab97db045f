import type { SystemDocument } from '#domain/types/sales-system.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';
import type { Check, CheckResult, Facts, Failure, SystemCheck } from './define-check.ts';

/** A failure with its check. */
interface Found {
  readonly check: Check;
  readonly failure: Failure;
}

/** Result of running the checks on a declared system. */
export interface Run {
  /** One for each check that was run, for the declared lens. */
  readonly outcomes: readonly CheckOutcome[];
  readonly found: readonly Found[];
  /** Limits of the run, such as missing history. */
  readonly notes: readonly string[];
}

/** Converts the result of a check to numbers, with its natural severity. */
function toOutcome(
  check: SystemCheck,
  { subjects, failures, failing = failures.length }: CheckResult,
): CheckOutcome {
  return {
    check: check.id,
    practice: check.practice,
    severity: check.severity,
    subjects,
    failing: Math.min(failing, subjects),
    subjectRequired: check.subjectRequired ?? true,
  };
}

/** Runs the checks on a declared system, in order. */
export function runChecks(checks: readonly Check[], system: SystemDocument, facts: Facts): Run {
  const outcomes: CheckOutcome[] = [];
  const found: Found[] = [];
  const notes = new Set<string>();
  for (const check of checks) {
    if (check.over !== 'sales-system') continue;
    const result = check.run(system, facts);
    outcomes.push(toOutcome(check, result));
    for (const failure of result.failures) found.push({ check, failure });
    if (result.note !== undefined) notes.add(result.note);
  }
  return { outcomes, found, notes: [...notes] };
}
