import { groupedBy } from './groups.ts';
import { type Lens, rollUpPractices } from './lens.ts';
import type { Model } from './model.ts';
import { meanOf } from './numbers.ts';
import type { Finding } from './types/report.ts';

/** What one check found over a declared system, as numbers. */
export interface CheckOutcome {
  /** Id of the check. */
  readonly check: string;
  /** Id of the practice that the check belongs to; null for one that never counts in a score. */
  readonly practice: string | null;
  /** The check's severity by nature, never one that a team configured. */
  readonly severity: Finding['severity'];
  /** How many things the check looked at. A required thing that is absent counts as none. */
  readonly subjects: number;
  /** How many of them failed: 0 to `subjects`. */
  readonly failing: number;
  /** Whether having no subject passes 0 (the default) or leaves the mean. */
  readonly subjectRequired?: boolean;
}

/** Share, 0 to 1, of a check's subjects that pass. No subject passes 0 where one is required, else null. */
function passing({ subjects, failing, subjectRequired = true }: CheckOutcome): number | null {
  if (subjects === 0) return subjectRequired ? 0 : null;
  return (subjects - failing) / subjects;
}

/**
 * The written lens: per practice the mean of what its checks passed, by severity. Every score is null
 * without a declared system (docs/scoring.md, "Written").
 */
export function writtenLens(model: Model, outcomes: readonly CheckOutcome[] | undefined): Lens {
  const byPractice = groupedBy(outcomes ?? [], ({ practice }) => practice ?? undefined);
  return rollUpPractices(model, ({ id }) => {
    const own = byPractice.get(id) ?? [];
    const share = meanOf(
      own.map((outcome) => ({
        value: passing(outcome),
        weight: model.scoring.severityWeights[outcome.severity],
      })),
    );
    return share === null ? null : share * 100;
  });
}
