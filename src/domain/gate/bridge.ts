import { assess } from '#domain/scoring/assess.ts';
import { rollUpPractices } from '#domain/scoring/roll-up.ts';
import { type Model, listQuestions } from '#domain/model.ts';
import { formatScore, formatTenths, roundTo, settle, settleKnown } from '#domain/scoring/numbers.ts';
import type { Answer, AnswersDocument } from '#domain/types/answers.ts';
import { type CheckOutcome, scoreDeclaredLens } from '#domain/scoring/declared-lens.ts';

/** One reason why an overall score changed. */
export interface Cause {
  /** The change, in a few words. */
  readonly what: string;
  /** Points, -100..100, that the overall score gained or lost; null if it became known or unknown. */
  readonly points: number | null;
}

function subtract(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : settle(after - before);
}

/** Describes an answer in a few words. */
function describeAnswer(answer: Answer | undefined): string {
  if (answer === undefined) return 'open';
  if (answer.level !== undefined) return `level ${answer.level}`;
  return answer.notApplicable === undefined ? 'unknown' : `not applicable (${answer.notApplicable})`;
}

/** Removes the causes that did not move the score. */
function dropUnmoved(causes: readonly Cause[]): Cause[] {
  return causes.filter(({ points }) => points === null || points !== 0);
}

/**
 * Explains how the said score moved from one version of the answers to another: applies each changed answer
 * in asking order, so that the points add up exactly.
 *
 * @param asOf the date of both assessments, YYYY-MM-DD
 */
export function bridgeAnswers(
  model: Model,
  before: AnswersDocument,
  after: AnswersDocument,
  asOf: string,
): readonly Cause[] {
  const causes: Cause[] = [];
  const getScore = (document: AnswersDocument): number | null =>
    assess(model, document, undefined, asOf).score;
  let state: AnswersDocument = { ...before, scope: after.scope ?? 'full', respondent: after.respondent };
  let score = getScore(before);
  const start = getScore(state);
  if (start !== score) {
    causes.push({ what: 'the scope or the role of the answers', points: subtract(score, start) });
  }
  score = start;
  for (const { id } of listQuestions(model)) {
    const [old, now] = [before.answers[id], after.answers[id]];
    if (describeAnswer(old) === describeAnswer(now)) continue;
    const answers = new Map(Object.entries(state.answers));
    if (now === undefined) answers.delete(id);
    else answers.set(id, now);
    state = Object.assign({}, state, { answers: Object.fromEntries(answers) });
    const next = getScore(state);
    causes.push({
      what: `${id}: ${describeAnswer(old)} → ${describeAnswer(now)}`,
      points: subtract(score, next),
    });
    score = next;
  }
  return dropUnmoved(causes);
}

/**
 * Explains how the declared score moved between two runs of the checks: applies each changed outcome in turn,
 * so that the points add up exactly.
 *
 * @param why the reason for the change, such as "a declaration" or "the date alone"
 */
export function bridgeOutcomes(
  model: Model,
  before: readonly CheckOutcome[],
  after: readonly CheckOutcome[],
  why: string,
): readonly Cause[] {
  const causes: Cause[] = [];
  let state = [...before];
  let score = scoreDeclaredLens(model, state).overall;
  const ids = [...new Set([...before, ...after].map(({ check }) => check))];
  const describeOutcome = (outcome: CheckOutcome | undefined): string =>
    outcome === undefined ? 'not run' : `${outcome.subjects - outcome.failing} of ${outcome.subjects} pass`;
  for (const id of ids) {
    const old = state.find(({ check }) => check === id);
    const now = after.find(({ check }) => check === id);
    if (describeOutcome(old) === describeOutcome(now)) continue;
    state = [...state.filter(({ check }) => check !== id), ...(now === undefined ? [] : [now])];
    const next = scoreDeclaredLens(model, state).overall;
    causes.push({
      what: `${id} (${why}): ${describeOutcome(old)} → ${describeOutcome(now)}`,
      points: subtract(score, next),
    });
    score = next;
  }
  return dropUnmoved(causes);
}

/**
 * Explains how the declared score moved between two sets of practice scores: applies each changed score in
 * turn, so that the points add up exactly.
 *
 * @param before score of each practice, 0..100, by id; null or absent if it had none
 */
export function bridgePractices(
  model: Model,
  before: ReadonlyMap<string, number | null>,
  after: ReadonlyMap<string, number | null>,
): readonly Cause[] {
  const causes: Cause[] = [];
  const state = new Map(before);
  const getScore = (): number | null => rollUpPractices(model, ({ id }) => state.get(id) ?? null).overall;
  let score = getScore();
  for (const { id } of model.practices) {
    const [old, now] = [settleKnown(before.get(id)), settleKnown(after.get(id))];
    if (old === now) continue;
    state.set(id, now);
    const next = getScore();
    causes.push({ what: `${id}: ${formatScore(old)} → ${formatScore(now)}`, points: subtract(score, next) });
    score = next;
  }
  return dropUnmoved(causes);
}

/** Formats a cause in one line: "-3.1 philosophy.stated-purpose.heard: level 3 → level 1". */
export function describeCause({ what, points }: Cause): string {
  if (points === null) return `     ${what}`;
  // A change of less than a tenth gets more digits, so that it does not read as 0.
  const amount = roundTo(points, 1) === 0 ? String(roundTo(points, 4)) : formatTenths(points);
  return `${points > 0 ? '+' : ''}${amount} ${what}`;
}
