/** The steps of `score`, for programs that need one of them alone. They compute only, and are synchronous. */
import type { Model } from '#domain/model.ts';
import * as gaps from '#domain/plan/gaps.ts';
import * as plan from '#domain/plan/plan.ts';
import * as report from '#domain/report/report.ts';
import * as scoring from '#domain/scoring/assess.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { requireKind, requireList, requireModel, requireOptions } from './options.ts';

/** Throws a TypeError unless an argument is an assessment. */
function requireAssessment(given: scoring.Assessment): void {
  if (Array.isArray((given as Partial<scoring.Assessment> | null | undefined)?.asked)) return;
  throw new TypeError('`assessment` takes what `assess(…)` returned.');
}

/**
 * Scores answers. Pure: the same inputs always give the same assessment. Answers to questions that were not
 * asked, or that the model does not have, are ignored.
 *
 * @param outcomes outcomes of the checks on the declared system; undefined without one
 * @param asOf the date, YYYY-MM-DD, at which the age of evidence is measured
 * @throws RangeError if `asOf` is not a valid date, TypeError if another argument is of another type
 */
export function assess(
  model: Model,
  answers: AnswersDocument,
  outcomes: readonly CheckOutcome[] | undefined,
  asOf: string,
): scoring.Assessment {
  requireModel(model);
  requireKind('answers', answers, 'answers');
  if (outcomes !== undefined) requireList('outcomes', outcomes, 'outcomes, from `await computeOutcomes(…)`');
  return scoring.assess(model, answers, outcomes, asOf);
}

/**
 * Finds every scored practice below its target, in the order of work: by priority, but never before a direct
 * prerequisite that blocks it. Ties are broken by the sequence of the elements, then by id.
 *
 * @throws TypeError if the assessment is none
 */
export function findGaps(assessment: scoring.Assessment): readonly gaps.Gap[] {
  requireAssessment(assessment);
  return gaps.findGaps(assessment);
}

/**
 * Makes a plan from ranked gaps: the first unblocked gaps, with one slot reserved for an unknown element, and
 * the remaining slots filled with claims to prove (docs/scoring.md, "Plan").
 *
 * @throws TypeError if the assessment is none, or the gaps are no list
 */
export function makePlan(assessment: scoring.Assessment, ranked: readonly gaps.Gap[]): plan.Plan {
  requireAssessment(assessment);
  requireList('ranked', ranked, 'gaps, from `findGaps(…)`');
  return plan.makePlan(assessment, ranked);
}

/**
 * Builds the report of an assessment. Deterministic and self-contained. Numbers are not rounded. Keys are in the order in
 * which they are written.
 *
 * @param input the assessment, the answers behind it, and the results of the checks
 * @throws TypeError if a part of the input does not exist, or is of another type
 */
export function buildReport(input: report.ReportInput): ReportDocument {
  requireOptions('input', input, [
    ...['assessment', 'answers', 'sources', 'findings', 'outcomes', 'system', 'voices', 'version'],
  ]);
  requireAssessment(input.assessment);
  requireKind('answers', input.answers, 'answers');
  requireList('sources', input.sources, 'sources');
  requireList('findings', input.findings, 'findings');
  return report.buildReport(input);
}
