import { assess } from '#domain/scoring/assess.ts';
import type { Uncompared } from '#domain/gate/gate.ts';
import { type Cause, bridgeAnswers, bridgePractices } from '#domain/gate/bridge.ts';
import { rollUpPractices } from '#domain/scoring/roll-up.ts';
import type { Model } from '#domain/model.ts';
import { settle, settleKnown } from '#domain/scoring/numbers.ts';
import type { Answer, AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type CheckOutcome, scoreDeclaredLens } from '#domain/scoring/declared-lens.ts';
import { type Compared, type Comparison, type Scores, listMovements, makeComparison } from './comparison.ts';

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
      ? 'the report gives a different score than its own content'
      : `the model: ${then.id} ${then.version} → ${model.id} ${model.version}, different content`;
  return [{ what, points: before === null || again === null ? null : settle(again - before) }];
}

/** Says that a report was scored with another model, so a limit cannot be applied to its scores. */
function listOtherModel(
  { file, name, maxDrop }: Compared,
  { model: then }: ReportDocument,
  model: Model,
): Uncompared[] {
  if (then.digest === model.digest || maxDrop === undefined) return [];
  const why = `${file} could not be compared with ${name}: the report was scored with the model ${then.id} ${then.version}, with different content.`;
  return [{ file, why, maxDrop }];
}

/** Returns scores of the elements of a report. */
function getElementScores(
  { elements }: ReportDocument,
  lens: 'score' | 'declared',
): ReadonlyMap<string, number | null> {
  return new Map(elements.map((element) => [element.id, element[lens]]));
}

/** Finds what moved answers since a report: first the model or the tool, then each answer that differs. */
export function compareWithReport(
  compared: Compared,
  answers: AnswersDocument,
  report: ReportDocument,
  model: Model,
  asOf: string,
): Comparison {
  const given = report.elements.flatMap(({ practices }) => practices).flatMap(({ questions }) => questions);
  const old: AnswersDocument = {
    ...answers,
    scope: report.summary.scope,
    answers: Object.fromEntries(
      given.flatMap(({ id, state, level, reason, evidence = [] }): [string, Answer][] => {
        if (level !== null)
          return [[id, { level, evidence: evidence.map(({ stale: _stale, ...each }) => each) }]];
        if (state === 'unknown') return [[id, { unknown: true }]];
        return reason === undefined ? [] : [[id, { notApplicable: reason }]];
      }),
    ),
  };
  const again = assess(model, old, undefined, asOf);
  const before: Scores = { overall: report.summary.score, elements: getElementScores(report, 'score') };
  const now = assess(model, answers, undefined, asOf);
  const comparison = makeComparison(
    compared,
    before,
    { overall: now.score, elements: now.said.elements },
    [
      ...describeModelCause(report, model, before.overall, settleKnown(again.score)),
      ...bridgeAnswers(model, old, answers, asOf),
    ],
    // Both at the age that the evidence has today.
    { movements: listMovements(compared, 'shown', again.shown, now.shown) },
  );
  return { ...comparison, uncompared: listOtherModel(compared, report, model) };
}

/** Finds what moved a declared system since a report: each practice whose declared score differs. */
export function compareSystemWithReport(
  compared: Compared,
  outcomes: readonly CheckOutcome[],
  report: ReportDocument,
  model: Model,
): Comparison {
  const practices = report.elements.flatMap((element) => element.practices);
  const now = scoreDeclaredLens(model, outcomes);
  const then = new Map(practices.map(({ id, declared }) => [id, declared]));
  const again = settleKnown(rollUpPractices(model, ({ id }) => then.get(id) ?? null).overall);
  const before = report.summary.declared;
  return makeComparison(compared, { overall: before, elements: getElementScores(report, 'declared') }, now, [
    ...describeModelCause(report, model, before, again),
    ...bridgePractices(model, then, now.practices),
  ]);
}
