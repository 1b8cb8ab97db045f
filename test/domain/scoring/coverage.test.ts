import { describe, expect, it } from 'vitest';
import { type Short, assessAnswers } from '../../support/model/make-answers.ts';
import { makeModel, makeOneElementModel } from '../../support/model/make-model.ts';

describe('coverage', () => {
  const model = makeOneElementModel([{ id: 'p', questions: [{ id: 'q1', weight: 3 }, { id: 'q2' }] }]);

  it.each<[string, Record<string, Short>, number | null]>([
    ['all', { 'e.p.q1': 0, 'e.p.q2': 4 }, 1],
    ['by question weight', { 'e.p.q1': 0 }, 0.75],
    ['by question weight, the light one', { 'e.p.q2': 0 }, 0.25],
    ['nothing', {}, 0],
    ['unknown counts as unanswered', { 'e.p.q1': 2, 'e.p.q2': 'unknown' }, 0.75],
    ['not applicable leaves both sides', { 'e.p.q1': 'na', 'e.p.q2': 2 }, 1],
    ['nothing applies', { 'e.p.q1': 'na', 'e.p.q2': 'na' }, null],
  ])('%s', (_, given, expected) => {
    expect(assessAnswers(model, given).coverage).toBe(expected);
  });

  it('ignores the weights of practices', () => {
    const own = makeOneElementModel([{ id: 'p', weight: 9 }, { id: 'q' }]);
    expect(assessAnswers(own, { 'e.p.q1': 1 }).coverage).toBe(0.5);
  });
});

describe('provisional', () => {
  const model = makeOneElementModel([{ id: 'p', questions: 10 }]);
  const answer = (count: number): Record<string, Short> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`e.p.q${index + 1}`, 2]));

  it.each([
    [10, false],
    [8, false],
    [7, true],
    [0, true],
  ])('%d of 10 answered: %s', (count, expected) => {
    expect(assessAnswers(model, answer(count)).provisional).toBe(expected);
  });

  it('ignores floating-point noise at exactly 0.8', () => {
    // 0.1 + 0.7 is 0.7999999999999999 in binary.
    const noisy = makeOneElementModel([
      {
        id: 'p',
        questions: [
          { id: 'q1', weight: 0.1 },
          { id: 'q2', weight: 0.7 },
          { id: 'q3', weight: 0.2 },
        ],
      },
    ]);
    const { coverage, provisional } = assessAnswers(noisy, { 'e.p.q1': 1, 'e.p.q2': 1 });
    expect([coverage, provisional]).toEqual([0.8, false]);
  });
});

describe('range', () => {
  const model = makeOneElementModel([{ id: 'p', questions: 4 }]);

  it.each<[string, Record<string, Short>, [number, number] | null]>([
    ['nothing answered', {}, [0, 100]],
    ['all answered', { 'e.p.q1': 1, 'e.p.q2': 2, 'e.p.q3': 3, 'e.p.q4': 2 }, [50, 50]],
    ['two open', { 'e.p.q1': 2, 'e.p.q2': 2 }, [25, 75]],
    ['unknown is open', { 'e.p.q1': 2, 'e.p.q2': 2, 'e.p.q3': 'unknown', 'e.p.q4': 'unknown' }, [25, 75]],
    ['not applicable is left out', { 'e.p.q1': 2, 'e.p.q2': 'na', 'e.p.q3': 'na' }, [25, 75]],
    ['nothing applies', { 'e.p.q1': 'na', 'e.p.q2': 'na', 'e.p.q3': 'na', 'e.p.q4': 'na' }, null],
  ])('%s', (_, given, expected) => {
    const { low, high } = assessAnswers(model, given);
    expect([low.overall, high.overall]).toEqual(expected ?? [null, null]);
    expect([low.practices.get('p'), high.practices.get('p')]).toEqual(expected ?? [null, null]);
  });

  it('includes a practice and an element without answers', () => {
    const two = makeModel([
      { id: 'a', practices: [{ id: 'p' }, { id: 'q' }] },
      { id: 'b', practices: [{ id: 'r' }] },
    ]);
    const { low, high } = assessAnswers(two, { 'a.p.q1': 2 });
    // a: (50 + 0)/2 to (50 + 100)/2; b: 0 to 100
    expect([low.elements.get('a'), high.elements.get('a')]).toEqual([25, 75]);
    expect([low.overall, high.overall]).toEqual([12.5, 87.5]);
  });

  it('leaves out questions that were not asked', () => {
    const own = makeOneElementModel([{ id: 'p', questions: [{ id: 'q1', quick: true }, { id: 'q2' }] }]);
    const { low, high } = assessAnswers(own, { 'e.p.q1': 3 }, { scope: 'quick' });
    expect([low.overall, high.overall]).toEqual([75, 75]);
  });
});
