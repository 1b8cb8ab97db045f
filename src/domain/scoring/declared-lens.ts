import { groupBy } from '#domain/groups.ts';
import { type Lens, rollUpOne, rollUpPractices } from './roll-up.ts';
import type { Element, Model, Practice } from '#domain/model.ts';
import { computeMean } from './numbers.ts';
import type { Finding } from '#domain/types/report.ts';

/** Numeric result of one check on a declared system. */
export interface CheckOutcome {
  /** Id of the check. */
  readonly check: string;
  /** Id of the practice that the check belongs to; null if it does not count in a score. */
  readonly practice: string | null;
  /** The check's natural severity, never one that a team configured. */
  readonly severity: Finding['severity'];
  /** Number of things that were checked. A missing required thing counts as none. */
  readonly subjects: number;
  /** Number of subjects that failed: 0..`subjects`. */
  readonly failing: number;
  /** Whether a check without subjects counts as 0 (the default) or is left out of the mean. */
  readonly subjectRequired?: boolean;
}

/**
 * Computes the share, 0..1, of a check's subjects that pass. Without subjects: 0 if one is required, else
 * null.
 */
function computePassRate({ subjects, failing, subjectRequired = true }: CheckOutcome): number | null {
  if (subjects === 0) return subjectRequired ? 0 : null;
  return (subjects - failing) / subjects;
}

/**
 * Makes a function that scores a practice, 0..100: the mean pass rate of its checks, weighted by severity;
 * null without checks.
 */
function makePracticeScorer(
  model: Model,
  outcomes: readonly CheckOutcome[],
): (practice: Pick<Practice, 'id'>) => number | null {
  const byPractice = groupBy(outcomes, ({ practice }) => practice ?? undefined);
  return ({ id }) => {
    const share = computeMean(
      byPractice.get(id) ?? [],
      computePassRate,
      ({ severity }) => model.scoring.severityWeights[severity],
    );
    return share === null ? null : share * 100;
  };
}

/**
 * Computes the declared lens: each practice scores the mean pass rate of its checks, weighted by severity.
 * Every score is null without a declared system (docs/scoring.md, "Declared").
 */
export function scoreDeclaredLens(model: Model, outcomes: readonly CheckOutcome[] | undefined): Lens {
  return rollUpPractices(model, makePracticeScorer(model, outcomes ?? []));
}

/** Computes the declared score, 0..100, of one element; null if none of its practices has a score. */
export function scoreDeclaredElement(
  model: Model,
  outcomes: readonly CheckOutcome[],
  element: Element,
): number | null {
  return rollUpOne(model, element, makePracticeScorer(model, outcomes));
}
