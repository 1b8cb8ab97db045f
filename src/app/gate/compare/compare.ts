import { checks } from '#checks/index.ts';
import { runChecks } from '#checks/run-checks.ts';
import { assess } from '#domain/scoring/assess.ts';
import type { Uncompared } from '#domain/gate/gate.ts';
import { findLastDay, listAnswersDates, listSystemDates } from '#domain/dates.ts';
import { type Cause, bridgeAnswers, bridgeOutcomes } from '#domain/gate/bridge.ts';
import type { Model } from '#domain/model.ts';
import { formatTenths, settle } from '#domain/scoring/numbers.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { scoreDeclaredLens } from '#domain/scoring/declared-lens.ts';
import { dropOutdated } from '#app/answers/read-answers.ts';
import { readAnyAgainst } from '#app/read-document.ts';
import type { Sourced } from '#document/read/sourced.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { compareSystemWithReport, compareWithReport } from './compare-report.ts';
import { gatherPresentFacts } from '#app/findings/check-system.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';
import { type Comparison, makeComparison } from './comparison.ts';
import type { Context } from '#app/context.ts';
import { type Against, type EarlierState, openEarlier } from './earlier.ts';
import { type Wanted, explainUnscored, findLost } from './lost.ts';

/** A document that has a score of its own. */
type ScoredDocument = Exclude<NonNullable<CheckedFile['document']>, { readonly kind: 'report' }>;

/** Finds what moved a declared system: first the passing of time, then changed declarations. */
async function compareSystem(
  file: CheckedFile,
  system: SystemDocument,
  old: SystemDocument,
  name: string,
  model: Model,
  asOf: string,
): Promise<Comparison> {
  const facts = await gatherPresentFacts(old, file.path, asOf);
  const then = old.reviewedOn === undefined ? asOf : findLastDay(listSystemDates(old), asOf);
  const atItsTime = runChecks(checks, old, { ...facts, asOf: then }).outcomes;
  const today = runChecks(checks, old, facts).outcomes;
  const now = runChecks(checks, system, await gatherPresentFacts(system, file.path, asOf)).outcomes;
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
  const movement = {
    file: file.file,
    before: scoreDeclaredLens(model, atItsTime).overall,
    now: scoreDeclaredLens(model, now).overall,
  };
  return makeComparison(movement, name, causes);
}

/** Finds what moved answers: each answer that differs. The shown score also moves with the age of evidence. */
function compareAnswers(
  file: CheckedFile,
  answers: AnswersDocument,
  old: AnswersDocument,
  name: string,
  model: Model,
  asOf: string,
): Comparison {
  const before = assess(model, old, undefined, asOf);
  const now = assess(model, answers, undefined, asOf);
  const then = old.startedOn === undefined ? asOf : findLastDay(listAnswersDates(old), asOf);
  const aged = settle((before.shown.overall ?? 0) - (assess(model, old, undefined, then).shown.overall ?? 0));
  return makeComparison(
    { file: file.file, before: before.score, now: now.score },
    name,
    bridgeAnswers(model, old, answers, asOf),
    aged === 0 ? [] : [`  evidence that aged since ${then}: ${formatTenths(aged)} on the shown score`],
  );
}

/** Compares a file with its earlier state. Returns undefined if that has faults, or no score of the same kind. */
async function compareOne(
  file: CheckedFile,
  document: ScoredDocument,
  { bytes, name }: EarlierState,
  model: Model,
  asOf: string,
): Promise<Comparison | undefined> {
  const { kind, read } = await readAnyAgainst(name, bytes, model);
  if (!read.ok) return undefined;
  if (kind === 'report') {
    const past = read.document.value as ReportDocument;
    if (document.kind === 'answers')
      return compareWithReport(file.file, document.value, past, name, model, asOf);
    if (past.summary.declared === null) return undefined;
    return compareSystemWithReport(file.file, file.outcomes, past, name, model);
  }
  if (kind !== document.kind) return undefined;
  if (document.kind === 'answers') {
    const { counted } = dropOutdated(read.document as Sourced<AnswersDocument>, model);
    return compareAnswers(file, document.value, counted, name, model, asOf);
  }
  const earlier = read.document.value as SystemDocument;
  return compareSystem(file, document.value, earlier, name, model, asOf);
}

/** Compares every checked file that has a score with its earlier state, and names the cause of every point. */
export async function compareWith(
  context: Context,
  against: Against,
  files: readonly CheckedFile[],
  model: Model,
  wanted: Wanted,
): Promise<Comparison> {
  const earlier = openEarlier(context, against);
  const found: Comparison[] = [];
  const notes: string[] = [];
  const uncompared: Uncompared[] = [];
  for (const file of files) {
    const { document } = file;
    if (document === undefined || document.kind === 'report') {
      const why = await explainUnscored(file, earlier, model);
      if (why !== undefined) uncompared.push({ file: file.file, why });
      continue;
    }
    const state = await earlier.read(file.path);
    if (state === undefined) {
      notes.push(`${file.file} is not in ${against.given}, so there is nothing to compare it with.`);
      continue;
    }
    const comparison = await compareOne(file, document, state, model, context.asOf);
    if (comparison === undefined)
      uncompared.push({
        file: file.file,
        why: `${file.file} could not be compared with ${state.name}: that state of it has no score of the same kind.`,
      });
    else found.push(comparison);
  }
  return {
    movements: found.flatMap(({ movements }) => movements),
    changes: found.flatMap(({ changes }) => changes),
    uncompared: [...uncompared, ...(await findLost(context, earlier, files, model, wanted))],
    notes,
  };
}
