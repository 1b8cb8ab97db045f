import type { SystemDocument } from '#domain/types/sales-system.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';
import { requireDay } from '#domain/dates.ts';
import { requireKind, requireOptions, requirePath } from './options.ts';

/** Options of `computeOutcomes`. */
export interface OutcomesOptions {
  /** The date of the run, as YYYY-MM-DD. */
  readonly asOf: string;
  /** Absolute path of the file. If given, its references and its history are read; if absent, no file is. */
  readonly path?: string | undefined;
}

/**
 * Runs the checks on a declared system and counts passes and failures: the input of `assess` for the declared
 * lens.
 *
 * @param system the declared system, from `readSystem`
 * @param options the date, and the path of the file
 * @throws RangeError if `asOf` is not a valid date, TypeError if the system is none, or an option does not exist
 */
export async function computeOutcomes(
  system: SystemDocument,
  options: OutcomesOptions,
): Promise<readonly CheckOutcome[]> {
  requireKind('system', system, 'sales-system');
  requireOptions('options', options, ['asOf', 'path']);
  const { asOf, path } = options;
  requireDay(asOf);
  requirePath('path', path);
  const [{ checks }, { runChecks }, { gatherFacts }] = await Promise.all([
    import('#checks/index.ts'),
    import('#checks/run-checks.ts'),
    import('#app/findings/check-system.ts'),
  ]);
  return runChecks(checks, system, await gatherFacts(system, path, asOf)).outcomes;
}
