import type { Assessment } from '#domain/scoring/assess.ts';
import { digits, roundRange, roundForReport, roundScore } from './digits.ts';
import type { Summary } from '#domain/types/report.ts';

function findWeakest({ model, said }: Assessment): string | null {
  let weakest: string | null = null;
  let lowest = Infinity;
  for (const { id } of model.elements) {
    const value = said.elements.get(id) ?? null;
    if (value === null || value >= lowest) continue;
    lowest = value;
    weakest = id;
  }
  return weakest;
}

/** Builds the summary of a report. */
export function buildSummary(assessment: Assessment): Summary {
  const { model, status } = assessment;
  const listWithStatus = (wanted: string): string[] =>
    model.elements.filter(({ id }) => status.get(id) === wanted).map(({ id }) => id);
  return {
    inPlace: assessment.inPlace,
    inPlaceShown: assessment.inPlaceShown,
    of: model.elements.length,
    scope: assessment.scope,
    asked: assessment.asked.length,
    outOf: model.practices.reduce((sum, { questions }) => sum + questions.length, 0),
    neglected: listWithStatus('neglected'),
    unknown: listWithStatus('unknown'),
    weakest: findWeakest(assessment),
    score: roundScore(assessment.score),
    range: roundRange(assessment.low.overall, assessment.high.overall),
    coverage: roundForReport(assessment.coverage, digits.share),
    shown: roundScore(assessment.shown.overall),
    declared: roundScore(assessment.declared.overall),
    balance: roundScore(assessment.balance),
    provisional: assessment.provisional,
  };
}
