import { assess } from '#domain/scoring/assess.ts';
import { type Cause, bridgeAnswers, bridgePractices } from '#domain/gate/bridge.ts';
import { rollUpPractices } from '#domain/scoring/roll-up.ts';
import type { Model } from '#domain/model.ts';
import { settle, settleKnown } from '#domain/scoring/numbers.ts';
import type { Answer, AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type CheckOutcome, scoreDeclaredLens } from '#domain/scoring/declared-lens.ts';
import { type Comparison, makeComparison } from './comparison.ts';

/** Returns the model as a cause if the content of a report scores differently now. */
function describeModelCause(
  { model: then }: ReportDocument,
  model: Model,
  before: number | null,
  again: number | null,
): Cause[] {
  // The practices of a report have nine digits, so their mean can differ in the last one.
  if (before === again || (before !== null && again !== null && Math.abs(before - again) < 1e-6)) return [];
  const what =
    then.digest === model.digest
      ? 'the report gives another score than its own content'
      : `the model: ${then.id} ${then.version} → ${model.id} ${model.version}, other content`;
  return [{ what, points: before === null || again === null ? null : settle(again - before) }];
}

/** Finds what moved answers since a report: first the model or the tool, then each answer that differs. */
export function compareWithReport(
  file: string,
  answers: AnswersDocument,
  report: ReportDocument,
  name: string,
  model: Model,
  asOf: string,
): Comparison {
  const given = report.elements.flatMap(({ practices }) => practices).flatMap(({ questions }) => questions);
  const old: AnswersDocument = {
    ...answers,
    scope: report.summary.scope,
    answers: Object.fromEntries(
      given.flatMap(({ id, state, level, reason }): [string, Answer][] => {
        if (level !== null) return [[id, { level }]];
        if (state === 'unknown') return [[id, { unknown: true }]];
        return reason === undefined ? [] : [[id, { notApplicable: reason }]];
      }),
    ),
  };
  const again = settleKnown(assess(model, old, undefined, asOf).score);
  const before = report.summary.score;
  const now = assess(model, answers, undefined, asOf).score;
  return makeComparison({ file, before, now }, name, [
    ...describeModelCause(report, model, before, again),
    ...bridgeAnswers(model, old, answers, asOf),
  ]);
}

/** Finds what moved a declared system since a report: each practice whose declared score differs. */
export function compareSystemWithReport(
  file: string,
  outcomes: readonly CheckOutcome[],
  report: ReportDocument,
  name: string,
  model: Model,
): Comparison {
  const practices = report.elements.flatMap((element) => element.practices);
  const now = scoreDeclaredLens(model, outcomes);
  const then = new Map(practices.map(({ id, declared }) => [id, declared]));
  const again = settleKnown(rollUpPractices(model, ({ id }) => then.get(id) ?? null).overall);
  const before = report.summary.declared;
  return makeComparison({ file, before, now: now.overall }, name, [
    ...describeModelCause(report, model, before, again),
    ...bridgePractices(model, then, now.practices),
  ]);
}
