import type { SystemDocument } from '#domain/types/sales-system.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';
import { requireDay } from './text.ts';

/** What the checks of a declared system look at beside it. */
export interface OutcomesOptions {
  /** The day that the run speaks for, as YYYY-MM-DD. */
  readonly asOf: string;
  /** Absolute path of the file, where references and history may be looked at; without it nothing is. */
  readonly path?: string | undefined;
}

/**
 * Runs the checks over a declared system and counts what passes: what `assess` takes for the declared lens.
 *
 * @param system the declared system, as `readSystem` reads it
 * @param options the day, and where the file is
 * @throws RangeError where `asOf` is no date that exists
 */
export async function computeOutcomes(
  system: SystemDocument,
  { asOf, path }: OutcomesOptions,
): Promise<readonly CheckOutcome[]> {
  requireDay(asOf);
  const [{ checks }, { runChecks }, { gatherFacts }] = await Promise.all([
    import('#checks/index.ts'),
    import('#checks/run-checks.ts'),
    import('#app/findings/check-system.ts'),
  ]);
  return runChecks(checks, system, await gatherFacts(system, path, asOf)).outcomes;
}
