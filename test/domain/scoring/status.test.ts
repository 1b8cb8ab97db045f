/** Longer than 200 lines: a table of statuses, on both sides of every threshold. */
import { describe, expect, it } from 'vitest';
import type { Model } from '#domain/model.ts';
import type { Status } from '#domain/types/report.ts';
import {
  type Short,
  assessAnswers,
  answerPractices,
  makeFreshEvidence,
} from '../../support/model/make-answers.ts';
import { makeFourElementModel, makeModel, makeOneElementModel } from '../../support/model/make-model.ts';

function computeStatus(model: Model, given: Record<string, Short>): Status | undefined {
  return assessAnswers(model, given).status.get('e');
}

/** Answers the questions of one practice with levels, in order. */
function answerInOrder(practice: string, levels: readonly Short[]): Record<string, Short> {
  return Object.fromEntries(levels.map((level, index) => [`e.${practice}.q${index + 1}`, level]));
}

describe('status by score', () => {
  it.each<[number[], Status]>([
    [[0, 0], 'neglected'],
    [[1, 1], 'neglected'],
    [[1, 2], 'partial'], // 37.5 exactly
    [[2, 2], 'partial'],
    [[2, 3], 'in-place'], // 62.5 exactly
    [[4, 4], 'in-place'],
  ])('levels %j: %s', (levels, expected) => {
    expect(computeStatus(makeOneElementModel([{ id: 'p', questions: 2 }]), answerInOrder('p', levels))).toBe(
      expected,
    );
  });

  // "Values are rounded to 1e-9 before they are compared with a threshold": thirds and sixths do not add up
  // exactly in binary, nor if each intermediate mean was rounded.
  it.each<[string, number[][], number, Status]>([
    // (4/3 + 4/3 + 11/6)/3 = 1.5
    [
      '37.5 from thirds',
      [
        [1, 1, 2],
        [1, 1, 2],
        [1, 2, 2, 2, 2, 2],
      ],
      37.5,
      'partial',
    ],
    // (7/3 + 7/3 + 17/6)/3 = 2.5
    [
      '62.5 from thirds',
      [
        [2, 2, 3],
        [2, 2, 3],
        [2, 3, 3, 3, 3, 3],
      ],
      62.5,
      'in-place',
    ],
    [
      'just below 37.5',
      [
        [1, 1, 2],
        [1, 1, 2],
        [1, 1, 2, 2, 2, 2],
      ],
      36.111111111,
      'neglected',
    ],
  ])('%s', (_, levels, score, expected) => {
    const ids = ['p', 'r', 's'];
    const model = makeOneElementModel(
      ids.map((id, index) => ({ id, questions: levels[index]?.length ?? 0 })),
    );
    const given = Object.assign({}, ...ids.map((id, index) => answerInOrder(id, levels[index] ?? [])));
    const { said, status } = assessAnswers(model, given);
    expect(said.elements.get('e')).toBe(score);
    expect(status.get('e')).toBe(expected);
  });

  it.each<[number[], number[], number, Status]>([
    // 0.1 + 0.2 is 0.30000000000000004 in binary: (0.1 x 4 + 0.2 x 4 + 0.9 x 2) / 1.2 = 2.5
    [[0.1, 0.2, 0.9], [4, 4, 2], 62.5, 'in-place'],
    // (0.1 x 3 + 0.7 x 1 + 0.2 x 2.5) / 1 = 1.5, the last one as two halves
    [[0.1, 0.7, 0.1, 0.1], [3, 1, 3, 2], 37.5, 'partial'],
  ])('with the weights %j', (weights, levels, score, expected) => {
    const questions = weights.map((weight, index) => ({ id: `q${index + 1}`, weight }));
    const { said, status } = assessAnswers(
      makeOneElementModel([{ id: 'p', questions }]),
      answerInOrder('p', levels),
    );
    expect(said.elements.get('e')).toBe(score);
    expect(status.get('e')).toBe(expected);
  });
});

describe('status by parts', () => {
  it('is partial with a neglected practice if there are no blocks', () => {
    const model = makeOneElementModel([{ id: 'p' }, { id: 'q' }, { id: 'r' }]);
    expect(computeStatus(model, answerPractices(model, { p: 4, q: 4, r: 1 }))).toBe('partial');
    expect(computeStatus(model, answerPractices(model, { p: 4, q: 4, r: 2 }))).toBe('in-place');
  });

  it('does not call a practice without a score neglected', () => {
    const model = makeOneElementModel([{ id: 'p' }, { id: 'q' }]);
    expect(computeStatus(model, { 'e.p.q1': 4 })).toBe('in-place');
  });

  it('uses blocks, not practices, if there are blocks', () => {
    const model = makeModel([
      {
        id: 'e',
        blocks: [
          { id: 'x', practices: [{ id: 'p' }, { id: 'q' }] },
          { id: 'y', practices: [{ id: 'r' }] },
        ],
      },
    ]);
    expect(computeStatus(model, answerPractices(model, { p: 4, q: 0, r: 4 }))).toBe('in-place');
    expect(computeStatus(model, answerPractices(model, { p: 4, q: 4, r: 1 }))).toBe('partial');
    // Block x at exactly 37.5.
    expect(computeStatus(model, answerPractices(model, { p: 1, q: 2, r: 4 }))).toBe('in-place');
  });
});

describe('status without enough answers', () => {
  const model = makeOneElementModel([{ id: 'p', questions: 4 }]);

  it.each<[string, Short[], Status]>([
    ['no answer', [], 'unknown'],
    ['all unknown', ['unknown', 'unknown', 'unknown', 'unknown'], 'unknown'],
    ['coverage 0.25, before neglected', [0], 'unknown'],
    ['coverage 0.25, before in place', [4], 'unknown'],
    ['coverage exactly 0.5', [4, 4], 'in-place'],
    ['coverage exactly 0.5, low', [0, 0], 'neglected'],
    ['not applicable raises coverage', [4, 'na', 'na'], 'in-place'],
    ['nothing applies', ['na', 'na', 'na', 'na'], 'unknown'],
  ])('%s: %s', (_, levels, expected) => {
    expect(computeStatus(model, answerInOrder('p', levels))).toBe(expected);
  });

  it('is known from exactly half, with noise in the weights', () => {
    // (0.1 + 0.2) / 0.6 is 0.5000000000000001, 0.3 / 0.6 with 0.1 + 0.2 in it 0.49999999999999994.
    const questions = [0.3, 0.1, 0.2].map((weight, index) => ({ id: `q${index + 1}`, weight }));
    const noisy = makeOneElementModel([{ id: 'p', questions }]);
    expect(computeStatus(noisy, answerInOrder('p', [4]))).toBe('in-place');
    expect(computeStatus(noisy, answerInOrder('p', ['unknown', 4, 4]))).toBe('in-place');
  });

  it('is not-asked, not unknown, if the role has no questions', () => {
    const own = makeModel([
      { id: 'e', practices: [{ id: 'p' }] },
      {
        id: 'f',
        practices: [{ id: 'q', questions: [{ id: 'q1', ask: { leader: 'L', seller: 'S' } }] }],
      },
    ]);
    const { status, score, balance, inPlace } = assessAnswers(own, { 'f.q.q1': 3 }, { role: 'seller' });
    expect([...status]).toEqual([
      ['e', 'not-asked'],
      ['f', 'in-place'],
    ]);
    expect(score).toBe(75);
    expect(balance).toBeNull();
    expect(inPlace).toBe(1);
  });
});

describe('ignorance never beats honesty', () => {
  const model = makeFourElementModel();

  it('gives no overall score and no balance while an element is unknown, but the range', () => {
    const { score, balance, low, high, status } = assessAnswers(
      model,
      answerPractices(model, { a1: 4, b1: 4, c1: 4, d1: 'unknown' }),
    );
    expect(status.get('d')).toBe('unknown');
    expect([score, balance]).toEqual([null, null]);
    expect([low.overall, high.overall]).toEqual([75, 100]);
  });

  it('does the same for an element with a score but too little coverage', () => {
    const own = makeModel([
      { id: 'a', practices: [{ id: 'p', questions: 3 }] },
      { id: 'b', practices: [{ id: 'q' }] },
    ]);
    const { score, said } = assessAnswers(own, { 'a.p.q1': 4, 'b.q.q1': 4 });
    expect([score, said.overall]).toEqual([null, 100]);
  });

  it('gives both with an answer to everything', () => {
    const { score, balance } = assessAnswers(model, answerPractices(model, { a1: 1, b1: 3, c1: 4, d1: 2 }));
    expect([score, balance]).toEqual([62.5, 2]);
  });
});

describe('balance', () => {
  const model = makeFourElementModel();

  it.each([
    [[0, 4, 4, 0], 4],
    [[4, 0, 0, 4], -4],
    [[2, 2, 2, 2], 0],
    [[1, 3, 2, 2], 1],
    [[3, 2, 2, 2], -0.5],
  ])('levels %j: %d', (levels, expected) => {
    const [a1 = 0, b1 = 0, c1 = 0, d1 = 0] = levels;
    expect(assessAnswers(model, answerPractices(model, { a1, b1, c1, d1 })).balance).toBe(expected);
  });

  it('is 0, never -0, despite floating-point noise', () => {
    const noisy = makeModel(
      ['a', 'b', 'c', 'd'].map((id) => ({ id, practices: [{ id: `${id}1`, questions: 3 }] })),
    );
    const given = Object.fromEntries(
      [...'abcd'].flatMap((id) => [1, 2, 3].map((q) => [`${id}.${id}1.q${q}`, (q + 1) % 3])),
    );
    expect(assessAnswers(noisy, given).balance).toBe(0);
  });
});

describe('in place in the shown lens', () => {
  it('applies the same rules to the shown scores', () => {
    const model = makeModel([
      { id: 'e', practices: [{ id: 'p' }, { id: 'q' }] },
      { id: 'f', practices: [{ id: 'r' }] },
    ]);
    const half = assessAnswers(model, {
      'e.p.q1': { level: 4, evidence: [makeFreshEvidence('artifact')] },
      'e.q.q1': 4,
      'f.r.q1': { level: 3, evidence: [makeFreshEvidence('affirmation')] },
    });
    // e is shown at 50 with a neglected part.
    expect([half.inPlace, half.shownInPlace?.size]).toEqual([2, 1]);
  });
});
