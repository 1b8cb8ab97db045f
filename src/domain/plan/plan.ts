import type { AssessedQuestion, Assessment } from '#domain/scoring/assess.ts';
import { type Gap, countModelDependents, computePriority } from './gaps.ts';
import type { Element, Practice } from '#domain/model.ts';

/** A move of the plan. */
export type Move =
  | { readonly move: 'close'; readonly gap: Gap }
  | { readonly move: 'find-out'; readonly element: Element; readonly open: readonly AssessedQuestion[] }
  | {
      readonly move: 'prove';
      readonly practice: Practice;
      /** Said score, 0..100. */
      readonly said: number;
      /** Shown score, 0..100; null if no evidence was given anywhere. */
      readonly shown: number | null;
      readonly questions: readonly AssessedQuestion[];
    };

/** What to do, and in which order. `now` has at most three moves. */
export interface Plan {
  readonly now: readonly Move[];
  readonly next: readonly Gap[];
  readonly later: readonly Gap[];
}

/** Returns a move for the first element in sequence that is unknown and has open questions. */
function planInquiry({ model, status, asked }: Assessment): Move[] {
  for (const element of model.elements.filter(({ id }) => status.get(id) === 'unknown')) {
    const open = asked.filter(
      ({ question, state }) =>
        question.element === element.id && (state === 'unknown' || state === 'unanswered'),
    );
    if (open.length > 0) return [{ move: 'find-out', element, open }];
  }
  return [];
}

/**
 * Returns moves for practices whose said score reaches their target but whose evidence does not support it.
 * Sorted by priority as if their score were 0.
 */
function planProofs({ model, said, shown, asked }: Assessment): Move[] {
  const dependents = countModelDependents(model);
  const getPriority = (practice: Practice): number =>
    computePriority(practice, 0, dependents.get(practice.id) ?? 0, model.scoring.dependentBoost);
  return model.practices
    .flatMap((practice) => {
      const saidScore = said.practices.get(practice.id) ?? null;
      const shownScore = shown.practices.get(practice.id) ?? null;
      const claimed = saidScore !== null && saidScore >= practice.target;
      const unproven = shownScore === null || shownScore < model.scoring.unprovenBelow;
      return claimed && unproven ? [{ practice, said: saidScore, shown: shownScore }] : [];
    })
    .toSorted((a, b) => getPriority(b.practice) - getPriority(a.practice))
    .map((found): Move => ({
      move: 'prove',
      ...found,
      questions: asked.filter(
        ({ question, level }) => question.practice === found.practice.id && level !== null,
      ),
    }));
}

/**
 * Makes a plan from ranked gaps: the first unblocked gaps, with one slot reserved for an unknown element, and
 * the remaining slots filled with claims to prove (docs/scoring.md, "Plan").
 */
export function makePlan(assessment: Assessment, gaps: readonly Gap[]): Plan {
  const size = assessment.model.scoring.planSize;
  const asking = planInquiry(assessment);
  const closing = gaps.filter(({ blockedBy }) => blockedBy.length === 0).slice(0, size - asking.length);
  const now = [
    ...closing.map((gap): Move => ({ move: 'close', gap })),
    ...asking,
    ...planProofs(assessment),
  ].slice(0, size);
  const rest = gaps.filter((gap) => !closing.includes(gap));
  return { now, next: rest.slice(0, size), later: rest.slice(size) };
}

/**
 * Numbers the gaps as the plan does: the moves of now come first, whether they close a gap or not, then those of next and of
 * later.
 */
export function numberGaps({
  now,
  next,
  later,
}: Plan): readonly { readonly gap: Gap; readonly number: number }[] {
  const moves = [...now.map((move) => (move.move === 'close' ? move.gap : undefined)), ...next, ...later];
  return moves.flatMap((gap, index) => (gap === undefined ? [] : [{ gap, number: index + 1 }]));
}
