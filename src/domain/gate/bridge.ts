import { assess } from '#domain/scoring/assess.ts';
import { rollUpPractices } from '#domain/scoring/roll-up.ts';
import { type Model, questionsOf } from '#domain/model.ts';
import { roundTo, settle } from '#domain/scoring/numbers.ts';
import type { Answer, AnswersDocument } from '#domain/types/answers.ts';
import { type CheckOutcome, scoreDeclaredLens } from '#domain/scoring/declared-lens.ts';

/** One cause of a change of an overall score. */
export interface Cause {
  /** What changed, in a few words. */
  readonly what: string;
  /** Points, -100 to 100, that the overall score won or lost by it; null where it became known or unknown. */
  readonly points: number | null;
}

function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : settle(after - before);
}

/** What an answer says, in a few words. */
function inWords(answer: Answer | undefined): string {
  if (answer === undefined) return 'open';
  if (answer.level !== undefined) return `level ${answer.level}`;
  return answer.notApplicable === undefined ? 'unknown' : `not applicable (${answer.notApplicable})`;
}

/** Causes that moved a score, without those that moved nothing. */
function moving(causes: readonly Cause[]): Cause[] {
  return causes.filter(({ points }) => points === null || points !== 0);
}

/**
 * What moved the said score between two states of answers: every answer that differs, changed one after the
 * other in asking order, so that the points add up exactly.
 *
 * @param asOf the day of both, YYYY-MM-DD
 */
export function bridgeAnswers(
  model: Model,
  before: AnswersDocument,
  after: AnswersDocument,
  asOf: string,
): readonly Cause[] {
  const causes: Cause[] = [];
  const scoreOf = (document: AnswersDocument): number | null =>
    assess(model, document, undefined, asOf).score;
  let state: AnswersDocument = { ...before, scope: after.scope ?? 'full', respondent: after.respondent };
  let score = scoreOf(before);
  const start = scoreOf(state);
  if (start !== score) {
    causes.push({ what: 'the scope or the role of the answers', points: difference(score, start) });
  }
  score = start;
  for (const { id } of questionsOf(model)) {
    const [old, now] = [before.answers[id], after.answers[id]];
    if (inWords(old) === inWords(now)) continue;
    const answers = new Map(Object.entries(state.answers));
    if (now === undefined) answers.delete(id);
    else answers.set(id, now);
    state = Object.assign({}, state, { answers: Object.fromEntries(answers) });
    const next = scoreOf(state);
    causes.push({ what: `${id}: ${inWords(old)} → ${inWords(now)}`, points: difference(score, next) });
    score = next;
  }
  return moving(causes);
}

/**
 * What moved the declared score between two runs of the checks: every check that counts otherwise, changed
 * one after the other, so that the points add up exactly.
 *
 * @param why what lies behind the change, such as "a declaration" or "the date alone"
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
  const share = (outcome: CheckOutcome | undefined): string =>
    outcome === undefined ? 'not run' : `${outcome.subjects - outcome.failing} of ${outcome.subjects} pass`;
  for (const id of ids) {
    const old = state.find(({ check }) => check === id);
    const now = after.find(({ check }) => check === id);
    if (share(old) === share(now)) continue;
    state = [...state.filter(({ check }) => check !== id), ...(now === undefined ? [] : [now])];
    const next = scoreDeclaredLens(model, state).overall;
    causes.push({ what: `${id} (${why}): ${share(old)} → ${share(now)}`, points: difference(score, next) });
    score = next;
  }
  return moving(causes);
}

/**
 * What moved the declared score between two scorings of the practices: every practice that scores otherwise,
 * changed one after the other, so that the points add up exactly.
 *
 * @param before score of each practice, 0 to 100, by its id; null or absent where it had none
 */
export function bridgePractices(
  model: Model,
  before: ReadonlyMap<string, number | null>,
  after: ReadonlyMap<string, number | null>,
): readonly Cause[] {
  const causes: Cause[] = [];
  const state = new Map(before);
  const scoreOf = (): number | null => rollUpPractices(model, ({ id }) => state.get(id) ?? null).overall;
  const named = (score: number | null): string => (score === null ? 'unknown' : score.toFixed(1));
  let score = scoreOf();
  for (const { id } of model.practices) {
    const [old, now] = [before.get(id) ?? null, after.get(id) ?? null];
    if (old === now) continue;
    state.set(id, now);
    const next = scoreOf();
    causes.push({ what: `${id}: ${named(old)} → ${named(now)}`, points: difference(score, next) });
    score = next;
  }
  return moving(causes);
}

/** A cause in a line: "-3.1 philosophy.stated-purpose.heard: level 3 → level 1". */
export function describeCause({ what, points }: Cause): string {
  if (points === null) return `     ${what}`;
  // What moved the score by less than a tenth did move it.
  const amount = roundTo(points, 1) === 0 ? String(roundTo(points, 4)) : points.toFixed(1);
  return `${points > 0 ? '+' : ''}${amount} ${what}`;
}
