import { checks } from '#checks/index.ts';
import { runChecks } from '#checks/run-checks.ts';
import { findLastDay, listAnswersDates, listSystemDates } from '#domain/dates.ts';
import { type Cause, bridgeAnswers, bridgeOutcomes } from '#domain/gate/bridge.ts';
import type { Model } from '#domain/model.ts';
import { assess } from '#domain/scoring/assess.ts';
import { scoreDeclaredLens } from '#domain/scoring/declared-lens.ts';
import { formatScore, formatTenths, settle } from '#domain/scoring/numbers.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { gatherPresentFacts } from '#app/findings/check-system.ts';
import { type Compared, type Comparison, listMovements, makeComparison } from './comparison.ts';

/**
 * Finds what moved a declared system: first the passing of time, then changed declarations.
 *
 * @param file absolute path of the system; undefined for standard input
 */
export async function compareSystem(
  compared: Compared,
  file: string | undefined,
  system: SystemDocument,
  old: SystemDocument,
  model: Model,
  asOf: string,
): Promise<Comparison> {
  const facts = await gatherPresentFacts(old, file, asOf);
  const then = old.reviewedOn === undefined ? asOf : findLastDay(listSystemDates(old), asOf);
  const atItsTime = runChecks(checks, old, { ...facts, asOf: then }).outcomes;
  const today = runChecks(checks, old, facts).outcomes;
  const now = runChecks(checks, system, await gatherPresentFacts(system, file, asOf)).outcomes;
  const expired = (old.waivers ?? []).filter(
    ({ rule, path, until }) =>
      until !== undefined &&
      until >= then &&
      until < asOf &&
      // One that was agreed on anew, or removed, did not run out.
      system.waivers?.some(
        (waiver) => waiver.rule === rule && waiver.path === path && waiver.until === until,
      ),
  );
  const causes = [
    ...bridgeOutcomes(model, atItsTime, today, 'the date alone'),
    ...bridgeOutcomes(model, today, now, 'a declaration'),
    ...expired.map(({ rule, path }): Cause => ({
      what: `the waiver of ${rule ?? ''} at ${path ?? ''} expired`,
      points: null,
    })),
  ];
  return makeComparison(compared, scoreDeclaredLens(model, atItsTime), scoreDeclaredLens(model, now), causes);
}

/** Finds what moved answers: each answer that differs. The shown score also moves with the age of evidence. */
export function compareAnswers(
  compared: Compared,
  answers: AnswersDocument,
  old: AnswersDocument,
  model: Model,
  asOf: string,
): Comparison {
  const before = assess(model, old, undefined, asOf);
  const now = assess(model, answers, undefined, asOf);
  const then = old.startedOn === undefined ? asOf : findLastDay(listAnswersDates(old), asOf);
  const aged = settle((before.shown.overall ?? 0) - (assess(model, old, undefined, then).shown.overall ?? 0));
  const [shown, ...shownElements] = listMovements(compared, 'shown', before.shown, now.shown);
  const changes = [
    ...(shown.before === shown.now
      ? []
      : [`  shown score: ${formatScore(shown.before)} → ${formatScore(shown.now)}`]),
    ...(aged === 0 ? [] : [`  evidence that aged since ${then}: ${formatTenths(aged)} on the shown score`]),
  ];
  return makeComparison(
    compared,
    { overall: before.score, elements: before.said.elements },
    { overall: now.score, elements: now.said.elements },
    bridgeAnswers(model, old, answers, asOf),
    { movements: [shown, ...shownElements], changes },
  );
}
