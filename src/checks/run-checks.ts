import type { SystemDocument } from '#domain/types/sales-system.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';
import type { Check, CheckResult, Facts, Failure, SystemCheck } from './define-check.ts';

/** A failure with the check that found it. */
interface Found {
  readonly check: Check;
  readonly failure: Failure;
}

/** What the checks over a declared system found. */
export interface Run {
  /** One for each check that was run, for the written lens. */
  readonly outcomes: readonly CheckOutcome[];
  readonly found: readonly Found[];
  /** What could not be seen. */
  readonly notes: readonly string[];
}

/** Numbers of one check, with the severity that it has by nature. */
function outcomeOf(
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

/** Runs the checks over a declared system, in their order. */
export function runChecks(checks: readonly Check[], system: SystemDocument, facts: Facts): Run {
  const outcomes: CheckOutcome[] = [];
  const found: Found[] = [];
  const notes = new Set<string>();
  for (const check of checks) {
    if (check.over !== 'sales-system') continue;
    const result = check.run(system, facts);
    outcomes.push(outcomeOf(check, result));
    for (const failure of result.failures) found.push({ check, failure });
    if (result.note !== undefined) notes.add(result.note);
  }
  return { outcomes, found, notes: [...notes] };
}
