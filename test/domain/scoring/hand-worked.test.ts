import { describe, expect, it } from 'vitest';
import { findGaps } from '#domain/plan/gaps.ts';
import type { Model } from '#domain/model.ts';
import { makePlan } from '#domain/plan/plan.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';
import { type Short, assessAnswers, answerPractices } from '../../support/model/make-answers.ts';
import { makeModel } from '../../support/model/make-model.ts';

/** Copies a model's elements, blocks, weights, targets and dependencies, with one question per practice. */
function copyModel(model: Model): Model {
  const practicesIn = (element: string, block: string | null) =>
    model.practices
      .filter((practice) => practice.element === element && practice.block === block)
      .map(({ id, weight, target, dependsOn }) => ({ id, weight, target, dependsOn, questions: 1 }));
  return makeModel(
    model.elements.map(({ id, position, blocks }) => ({
      id,
      position,
      practices: practicesIn(id, null),
      blocks: blocks.map((block) => ({ ...block, practices: practicesIn(id, block.id) })),
    })),
    model.scoring,
  );
}

const model = copyModel(await loadShippedModel());

/**
 * Philosophy's stated-purpose and belief at 0, the middle at 75, steady-expectations 50, the rest of
 * Execution 25.
 */
const levels: Record<string, Short> = Object.fromEntries(
  model.practices.flatMap(({ id, element }): [string, Short][] => {
    if (id === 'stated-purpose' || id === 'belief-and-permission') return [[id, 0]];
    if (element === 'process' || element === 'method') return [[id, 3]];
    if (id === 'steady-expectations') return [[id, 2]];
    return element === 'execution' ? [[id, 1]] : [];
  }),
);

describe('a case worked by hand', () => {
  const assessment = assessAnswers(model, answerPractices(model, levels));
  const gaps = findGaps(assessment);

  it('ranks every gap', () => {
    // (target 75 - score)/100 x (1 + 0.25 x dependents), every weight 1.
    expect(
      gaps.map(({ practice, priority, blockedBy }) => [
        practice.id,
        priority,
        ...blockedBy.map((each) => each.id),
      ]),
    ).toEqual([
      // 0.75 x 3.5: customer-role, belief-and-permission, purpose-in-use; over belief joint-work, over that
      // few-lead-metrics, over that proficiency-ladder, both of coaching, both of practice: 10.
      ['stated-purpose', 2.625],
      // 0.75 x 3: purpose-in-use, joint-work, few-lead-metrics and the five that need it: 8.
      ['belief-and-permission', 2.25, 'stated-purpose'],
      // 0.5 x 2.25: proficiency-ladder, both of coaching, both of practice: 5. The method is at 75.
      ['few-lead-metrics', 1.125],
      // 0.5 x 1.75: coaching-consistency, both of practice: 3.
      ['coaching-cadence', 0.875, 'few-lead-metrics'],
      // 0.5 x 1.5: both of practice: 2.
      ['role-modeling', 0.75],
      // 0.5 x 1.25: proficiency-ladder: 1. Before designed-practice, because measurement comes first.
      ['owned-goal', 0.625],
      // 0.5 x 1.25: practice-feedback: 1.
      ['designed-practice', 0.625, 'few-lead-metrics', 'coaching-cadence', 'role-modeling'],
      // 0.5 x 1 each, by the sequence of their blocks.
      ['proficiency-ladder', 0.5, 'few-lead-metrics', 'owned-goal'],
      ['few-initiatives', 0.5],
      ['coaching-consistency', 0.5, 'coaching-cadence'],
      ['practice-feedback', 0.5, 'designed-practice'],
      // 0.25 x 1
      ['steady-expectations', 0.25],
    ]);
  });

  it('puts stated-purpose first in now', () => {
    const { now, next, later } = makePlan(assessment, gaps);
    expect(now.map((move) => (move.move === 'close' ? move.gap.practice.id : move.move))).toEqual([
      'stated-purpose',
      'few-lead-metrics',
      'role-modeling',
    ]);
    expect(next.map(({ practice }) => practice.id)).toEqual([
      'belief-and-permission',
      'coaching-cadence',
      'owned-goal',
    ]);
    expect(later).toHaveLength(6);
  });

  it.each([0, 1, 2, 3])('does so with the rest of Philosophy at level %d', (level) => {
    const whole = { ...levels, 'customer-role': level, 'purpose-in-use': level };
    const full = assessAnswers(model, answerPractices(model, whole));
    const [first] = makePlan(full, findGaps(full)).now;
    expect(first?.move === 'close' && first.gap.practice.id).toBe('stated-purpose');
  });
});
