import type { AssessedQuestion, Assessment } from '#domain/scoring/assess.ts';
import { countDependents, getPrerequisites } from './dependencies.ts';
import { getBlockKey, listPractices } from '#domain/scoring/roll-up.ts';
import { type Model, type Practice, type Recommendation, selectRecommendation } from '#domain/model.ts';
import { isOneTeam } from './one-team.ts';
import { settle } from '#domain/scoring/numbers.ts';

/** A practice below its target. */
export interface Gap {
  readonly practice: Practice;
  /** Said score of the practice, 0..100. */
  readonly score: number;
  /** Points, 0..100, that the overall score gains when the practice reaches its target. */
  readonly points: number;
  /** Urgency, greater than 0, that gaps are ranked by (`computePriority`). */
  readonly priority: number;
  /** Direct prerequisites with scores so low that they have to be closed first. */
  readonly blockedBy: readonly Practice[];
  /** Questions of the practice below its target, lowest level first. */
  readonly drivers: readonly (AssessedQuestion & { readonly level: number })[];
  /** Recommendation of the question with the lowest level; undefined if the model has none for that level. */
  readonly recommendation: Recommendation | undefined;
}

/**
 * Computes the priority of a practice at a score, 0..100: (target - score)/100 x weight x (1 + boost x
 * dependents).
 */
export function computePriority(
  practice: Practice,
  score: number,
  dependents: number,
  boost: number,
): number {
  return settle(((practice.target - score) / 100) * practice.weight * (1 + boost * dependents));
}

/** Counts the practices that depend on each practice, directly or indirectly. */
export function countModelDependents(model: Model): ReadonlyMap<string, number> {
  return countDependents(getPrerequisites(model.practices));
}

/**
 * Computes the share, 0..1, of a scored practice in the overall score. Anything without a score is left out.
 */
export function computeShare(assessment: Assessment, practice: Practice): number {
  const { model, said } = assessment;
  const weigh = (practices: readonly Practice[]): number =>
    practices
      .filter(({ id }) => said.practices.get(id) !== null)
      .reduce((sum, { weight }) => sum + weight, 0);
  const elements = model.elements.filter(({ id }) => said.elements.get(id) !== null).length;
  const siblings = listPractices(model, practice.element, practice.block ?? undefined);
  const inParent = practice.weight / weigh(siblings);
  if (practice.block === null) return inParent / elements;
  const blocks = model.elements.find(({ id }) => id === practice.element)?.blocks ?? [];
  const scored = blocks.filter(({ id }) => said.blocks.get(getBlockKey(practice.element, id)) !== null);
  const own = blocks.find(({ id }) => id === practice.block)?.weight ?? 1;
  return ((own / scored.reduce((sum, { weight }) => sum + weight, 0)) * inParent) / elements;
}

/**
 * Returns the answered questions of a practice: lowest level first, then heaviest weight, then asking order.
 */
function sortByLevel(
  asked: readonly AssessedQuestion[],
  practice: Practice,
): (AssessedQuestion & { level: number })[] {
  return asked
    .filter((entry) => entry.question.practice === practice.id)
    .flatMap((entry) => (entry.level === null ? [] : [{ ...entry, level: entry.level }]))
    .toSorted((a, b) => a.level - b.level || b.question.weight - a.question.weight);
}

/**
 * Returns a function from a practice to its position in the sequence of elements and blocks. Practices of the
 * same block or element share a position.
 */
function makeSequence(model: Model): (practice: Practice) => number {
  const places = new Map(
    model.elements
      .flatMap((element) => [
        [element.id, 0] as const,
        ...element.blocks.map(({ id }) => [getBlockKey(element.id, id), 0] as const),
      ])
      .map(([key], place) => [key, place]),
  );
  return ({ element, block }) => places.get(block === null ? element : getBlockKey(element, block)) ?? 0;
}

/** Ranks gaps: repeatedly takes the first one with no untaken blocker. `gaps` are in order of preference. */
function rank(gaps: readonly Gap[]): Gap[] {
  const ranked: Gap[] = [];
  const taken = new Set<string>();
  const left = [...gaps];
  while (left.length > 0) {
    const next = left.findIndex(({ blockedBy }) => blockedBy.every(({ id }) => taken.has(id)));
    // The model loader rejects cycles of prerequisites, so there is always a next gap.
    const [gap] = left.splice(Math.max(next, 0), 1);
    if (gap === undefined) break;
    taken.add(gap.practice.id);
    ranked.push(gap);
  }
  return ranked;
}

/**
 * Finds every scored practice below its target, in the order of work: by priority, but never before a direct
 * prerequisite that blocks it. Ties are broken by the sequence of the elements, then by id.
 */
export function findGaps(assessment: Assessment): readonly Gap[] {
  const { model, said, asked } = assessment;
  const dependents = countModelDependents(model);
  const getScore = ({ id }: Practice): number | null => said.practices.get(id) ?? null;
  const isGap = (practice: Practice): boolean => {
    const score = getScore(practice);
    return score !== null && score < practice.target;
  };
  const byId = new Map(model.practices.map((practice) => [practice.id, practice]));
  const sequence = makeSequence(model);
  const oneTeam = isOneTeam(assessment);

  const gaps = model.practices.filter(isGap).map((practice): Gap => {
    const score = getScore(practice) ?? 0;
    const questions = sortByLevel(asked, practice);
    const [lowest] = questions;
    return {
      practice,
      score,
      points: (practice.target - score) * computeShare(assessment, practice),
      priority: computePriority(
        practice,
        score,
        dependents.get(practice.id) ?? 0,
        model.scoring.dependentBoost,
      ),
      blockedBy: practice.dependsOn
        .flatMap((id) => byId.get(id) ?? [])
        .filter((needed) => isGap(needed) && (getScore(needed) ?? 100) < model.scoring.blockingBelow),
      drivers: questions.filter(({ level }) => level * 25 < practice.target),
      recommendation: lowest && selectRecommendation(lowest.question, lowest.level, oneTeam),
    };
  });
  const preferred = gaps.toSorted(
    (a, b) =>
      b.priority - a.priority ||
      sequence(a.practice) - sequence(b.practice) ||
      (a.practice.id < b.practice.id ? -1 : 1),
  );
  return rank(preferred);
}
