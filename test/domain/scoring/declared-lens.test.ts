import { describe, expect, it } from 'vitest';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';
import { assessAnswers } from '../../support/model/make-answers.ts';
import { makeModel } from '../../support/model/make-model.ts';

const model = makeModel([
  { id: 'a', practices: [{ id: 'p', weight: 3 }, { id: 'q' }] },
  { id: 'b', blocks: [{ id: 'c', practices: [{ id: 'r' }] }] },
]);

function outcome(
  practice: string | null,
  severity: CheckOutcome['severity'],
  failing: number,
  subjects: number,
): CheckOutcome {
  return { check: 'some/check', practice, severity, subjects, failing };
}

function scoreDeclared(outcomes: readonly CheckOutcome[]) {
  return assessAnswers(model, {}, { outcomes }).declared;
}

describe('declared', () => {
  it.each<[string, CheckOutcome[], number | null]>([
    ['all pass', [outcome('p', 'error', 0, 4)], 100],
    ['some fail', [outcome('p', 'error', 1, 4)], 75],
    ['all fail', [outcome('p', 'info', 4, 4)], 0],
    ['no subject if one is required', [outcome('p', 'warning', 0, 0)], 0],
    // (3 x 0 + 2 x 1) / 5
    ['error 3, warning 2', [outcome('p', 'error', 1, 1), outcome('p', 'warning', 0, 1)], 40],
    // (3 x 1 + 1 x 0) / 4
    ['error 3, info 1', [outcome('p', 'error', 0, 1), outcome('p', 'info', 1, 1)], 75],
    // (2 x 0.5 + 1 x 0.5) / 3
    ['warning 2, info 1', [outcome('p', 'warning', 1, 2), outcome('p', 'info', 2, 4)], 50],
    ['a check that counts nowhere', [outcome('p', 'info', 0, 1), outcome(null, 'error', 9, 9)], 100],
    ['only checks that count nowhere', [outcome(null, 'error', 9, 9)], null],
    ['only checks of another practice', [outcome('q', 'error', 0, 1)], null],
    ['a declared system without outcomes', [], null],
  ])('practice: %s', (_, outcomes, expected) => {
    expect(scoreDeclared(outcomes).practices.get('p')).toBe(expected);
  });

  it('rolls up like the other lenses', () => {
    const declared = scoreDeclared([
      outcome('p', 'error', 0, 1),
      outcome('q', 'error', 1, 1),
      outcome('r', 'info', 3, 4),
    ]);
    expect(declared.elements.get('a')).toBe(75);
    expect(declared.blocks.get('b.c')).toBe(25);
    expect(declared.elements.get('b')).toBe(25);
    expect(declared.overall).toBe(50);
  });

  it('is null everywhere without a declared system', () => {
    const { declared } = assessAnswers(model, { 'a.p.q1': 4 });
    expect([
      ...declared.practices.values(),
      ...declared.blocks.values(),
      ...declared.elements.values(),
    ]).toEqual([null, null, null, null, null, null]);
    expect(declared.overall).toBeNull();
  });

  it('does not change the said lens', () => {
    const given = { 'a.p.q1': 4, 'a.q.q1': 1, 'b.r.q1': 2 };
    const { said, status } = assessAnswers(model, given, { outcomes: [outcome('p', 'error', 1, 1)] });
    expect({ said, status }).toEqual({
      said: assessAnswers(model, given).said,
      status: assessAnswers(model, given).status,
    });
  });
});
