import type { Assessment } from '#domain/scoring/assess.ts';
import { findGaps } from '#domain/plan/gaps.ts';
import type { Model } from '#domain/model.ts';
import { findPatterns } from '#domain/plan/patterns.ts';
import { makePlan, numberGaps } from '#domain/plan/plan.ts';
import { assessAfter } from '#domain/plan/outcome.ts';
import { findRoad } from '#domain/plan/road.ts';
import { findContradictions } from './contradictions.ts';
import { buildElementResult } from './elements.ts';
import { buildGapResult, buildLaterMove, buildMove } from './plan.ts';
import { buildOutcome, buildSummary } from './summary.ts';
import { findSurprise } from './surprise.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import type { Finding, ReportDocument, Source, Voices } from '#domain/types/report.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';

/** Everything that a report is built from. */
export interface ReportInput {
  readonly assessment: Assessment;
  readonly answers: AnswersDocument;
  readonly sources: readonly Source[];
  readonly findings: readonly Finding[];
  /** Outcomes of the checks on the declared system; undefined without one. */
  readonly outcomes?: readonly CheckOutcome[];
  /** The declared system; undefined without one. */
  readonly system?: SystemDocument;
  /** What several respondents said; undefined for the answers of one. */
  readonly voices?: Voices | undefined;
  /** Version of the tool. */
  readonly version: string;
}

/** Formats the findings of third parties with their references, one line each. */
function formatSources(model: Model, ids: readonly string[]): string[] {
  return model.sources
    .filter(({ id }) => ids.includes(id))
    .map(({ finding, reference }) => `${finding} (${reference})`);
}

/**
 * Builds the report of an assessment. Deterministic and self-contained. Numbers are not rounded. Keys are in the order in
 * which they are written.
 *
 * @param input the assessment, the answers behind it, and the results of the checks
 */
export function buildReport({
  assessment,
  answers,
  sources,
  findings,
  outcomes,
  system,
  voices,
  version,
}: ReportInput): ReportDocument {
  const { model } = assessment;
  const gaps = findGaps(assessment);
  const plan = makePlan(assessment, gaps);
  const contradictions = findContradictions(assessment, outcomes);
  const contested = new Set(contradictions.map(({ question }) => question.element));
  const planned = new Set([
    ...plan.now.map((move) => (move.move === 'prove' ? move.practice.id : '')),
    ...gaps.map(({ practice }) => practice.id),
  ]);
  const numbered = numberGaps(plan);
  return {
    kind: 'report',
    schemaVersion: 1,
    generator: { name: 'sales-audit', version },
    asOf: assessment.asOf,
    organization: { name: answers.organization.name },
    model: { id: model.id, version: model.version, language: model.language, digest: model.digest },
    thresholds: {
      neglectedBelow: model.scoring.neglectedBelow,
      inPlaceAt: model.scoring.inPlaceAt,
      target: model.scoring.target,
    },
    sources: [...sources],
    ...(answers.context && { context: answers.context }),
    summary: buildSummary(
      assessment,
      contested,
      contradictions.length,
      findSurprise(assessment, outcomes, findings, voices),
    ),
    elements: model.elements.map((element) =>
      buildElementResult(assessment, element, contested.has(element.id), system),
    ),
    patterns: findPatterns(assessment, outcomes).map(({ pattern, because }) => ({
      id: pattern.id,
      name: pattern.name,
      because: because.map((reason) => ({ ...reason })),
      means: pattern.means,
      practices: [...pattern.practices],
      // The plan speaks first: two orders for one practice would be one too many.
      ...(!pattern.practices.some((id) => planned.has(id)) && { firstMove: pattern.firstMove }),
      ...(pattern.sources && { sources: formatSources(model, pattern.sources) }),
    })),
    gaps: numbered.map(({ gap, number }) => buildGapResult(gap, number)),
    plan: {
      now: plan.now.map((move) => buildMove(assessment, move)),
      next: plan.next.map(buildLaterMove),
      later: plan.later.map(buildLaterMove),
      after: buildOutcome(assessAfter(assessment, plan)),
      roads: model.elements.map((element) => ({
        element: element.id,
        practices:
          findRoad(
            assessment,
            element,
            numbered.map(({ gap }) => gap),
          )?.map(({ practice }) => practice.id) ?? null,
      })),
    },
    findings: [...findings],
    ...(voices && { voices }),
    ...(answers.opening && { opening: answers.opening }),
    ...(answers.closing !== undefined && { closing: answers.closing }),
  };
}
