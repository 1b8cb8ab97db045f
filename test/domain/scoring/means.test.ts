import { describe, expect, it } from 'vitest';
import { computeMean, roundTo, settle } from '#domain/scoring/numbers.ts';
import { type Short, assessAnswers } from '../../support/model/make-answers.ts';
import { makeModel, makeOneElementModel } from '../../support/model/make-model.ts';

describe('computeMean', () => {
  it.each([
    ['nothing', [], null],
    ['only nulls', [{ value: null, weight: 2 }], null],
    ['a zero, which is a value', [{ value: 0, weight: 1 }], 0],
    ['equal weights', [1, 2, 4].map((value) => ({ value, weight: 1 })), 2.333333333],
    [
      'weights',
      [
        { value: 4, weight: 3 },
        { value: 0, weight: 1 },
      ],
      3,
    ],
    [
      'a null, which is left out with its weight',
      [
        { value: 4, weight: 1 },
        { value: null, weight: 9 },
      ],
      4,
    ],
  ])('of %s', (_, items, expected) => {
    const mean = computeMean(
      items,
      ({ value }) => value,
      ({ weight }) => weight,
    );
    expect(mean === null ? null : settle(mean)).toBe(expected);
  });
});

describe('rounding', () => {
  it.each([
    [0.1 + 0.2, 0.3],
    [37.49999999999999, 37.5],
    [37.499999998, 37.499999998],
    [-1e-12, 0],
  ])('settles %d to %d', (value, expected) => {
    expect(settle(value)).toBe(expected);
  });

  it.each([
    [54.25, 1, 54.3],
    [1.005, 2, 1.01],
    [0.855, 2, 0.86],
    [-0.25, 1, -0.3],
    [-0.04, 1, 0],
    [0, 1, 0],
    [99.95, 1, 100],
    [33.333333, 0, 33],
  ])('rounds %d to %d digits: %d', (value, digits, expected) => {
    expect(roundTo(value, digits)).toBe(expected);
  });
});

describe('said', () => {
  it.each<[string, Record<string, Short>, number | null]>([
    ['25 x the level', { 'e.p.q1': 3 }, 75],
    ['level 0 is a score', { 'e.p.q1': 0 }, 0],
    ['mean by question weight (2 and 1)', { 'e.p.q1': 4, 'e.p.q2': 1 }, 75],
    ['unknown leaves the mean', { 'e.p.q1': 4, 'e.p.q2': 'unknown' }, 100],
    ['not applicable leaves the mean', { 'e.p.q1': 4, 'e.p.q2': 'na' }, 100],
    ['no answer, no score', {}, null],
    ['unknown, no score', { 'e.p.q1': 'unknown', 'e.p.q2': 'unknown' }, null],
    ['never capped by missing evidence', { 'e.p.q1': 4, 'e.p.q2': 4 }, 100],
  ])('practice: %s', (_, given, expected) => {
    const model = makeOneElementModel([{ id: 'p', questions: [{ id: 'q1', weight: 2 }, { id: 'q2' }] }]);
    const { said } = assessAnswers(model, given);
    expect(said.practices.get('p')).toBe(expected);
    expect(said.elements.get('e')).toBe(expected);
    expect(said.overall).toBe(expected);
  });

  it('averages an element over its practices by weight if it has no blocks', () => {
    const model = makeOneElementModel([{ id: 'p', weight: 3 }, { id: 'q' }, { id: 'r', weight: 5 }]);
    expect(assessAnswers(model, { 'e.p.q1': 4, 'e.q.q1': 0 }).said.elements.get('e')).toBe(75);
  });

  it('averages an element over its blocks by weight, not over its practices', () => {
    const model = makeModel([
      {
        id: 'e',
        blocks: [
          { id: 'one', practices: [{ id: 'p', weight: 3 }, { id: 'q' }] },
          { id: 'two', weight: 3, practices: [{ id: 'r' }] },
          { id: 'none', weight: 9, practices: [{ id: 's' }] },
        ],
      },
    ]);
    const { said } = assessAnswers(model, { 'e.p.q1': 4, 'e.q.q1': 0, 'e.r.q1': 1 });
    expect(said.blocks.get('e.one')).toBe(75);
    expect(said.blocks.get('e.two')).toBe(25);
    expect(said.blocks.get('e.none')).toBeNull();
    // (75 x 1 + 25 x 3) / 4
    expect(said.elements.get('e')).toBe(37.5);
  });

  it('distinguishes blocks with the same id in two elements', () => {
    const block = (id: string) => [{ id: 'same', practices: [{ id }] }];
    const model = makeModel([
      { id: 'a', blocks: block('p') },
      { id: 'b', blocks: block('q') },
    ]);
    const { said } = assessAnswers(model, { 'a.p.q1': 4, 'b.q.q1': 0 });
    expect([said.blocks.get('a.same'), said.blocks.get('b.same')]).toEqual([100, 0]);
  });

  it('averages overall over the elements with equal weights', () => {
    const model = makeModel([
      { id: 'a', practices: [{ id: 'p', weight: 9 }, { id: 'q' }] },
      { id: 'b', practices: [{ id: 'r' }] },
    ]);
    const { said } = assessAnswers(model, { 'a.p.q1': 4, 'a.q.q1': 4, 'b.r.q1': 0 });
    expect(said.overall).toBe(50);
  });
});
