import { groupBy } from '#domain/groups.ts';
import { type Lens, rollUpOne, rollUpPractices } from './roll-up.ts';
import type { Element, Model, Practice } from '#domain/model.ts';
import { computeMean } from './numbers.ts';
import type { Finding } from '#domain/types/report.ts';

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

/** The score of a practice, 0 to 100, by the mean of what its checks passed, by severity; null where it has none. */
function scoring(
  model: Model,
  outcomes: readonly CheckOutcome[],
): (practice: Pick<Practice, 'id'>) => number | null {
  const byPractice = groupBy(outcomes, ({ practice }) => practice ?? undefined);
  return ({ id }) => {
    const share = computeMean(
      byPractice.get(id) ?? [],
      passing,
      ({ severity }) => model.scoring.severityWeights[severity],
    );
    return share === null ? null : share * 100;
  };
}

/**
 * The declared lens: per practice the mean of what its checks passed, by severity. Every score is null
 * without a declared system (docs/scoring.md, "Declared").
 */
export function scoreDeclaredLens(model: Model, outcomes: readonly CheckOutcome[] | undefined): Lens {
  return rollUpPractices(model, scoring(model, outcomes ?? []));
}

/** The score, 0 to 100, that the declared lens gives one element; null where nothing of it has one. */
export function scoreDeclaredElement(
  model: Model,
  outcomes: readonly CheckOutcome[],
  element: Element,
): number | null {
  return rollUpOne(model, element, scoring(model, outcomes));
}
