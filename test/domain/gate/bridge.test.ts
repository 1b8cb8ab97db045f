import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#domain/scoring/assess.ts';
import {
  type Cause,
  bridgeAnswers,
  bridgeOutcomes,
  bridgePractices,
  describeCause,
} from '#domain/gate/bridge.ts';
import { rollUpPractices } from '#domain/scoring/roll-up.ts';
import { type CheckOutcome, scoreDeclaredLens } from '#domain/scoring/declared-lens.ts';
import { type Short, makeAnswers, today } from '../../support/model/make-answers.ts';
import { makeModel } from '../../support/model/make-model.ts';

const model = makeModel([
  { id: 'a', practices: [{ id: 'p', weight: 3, questions: 2 }, { id: 'q' }] },
  { id: 'b', blocks: [{ id: 'c', practices: [{ id: 'r', questions: 3 }] }] },
]);
const ids = model.practices.flatMap(({ questions }) => questions.map(({ id }) => id));

/** Sums the points of all causes; null if any of them is unknown. */
const sumPoints = (causes: readonly Cause[]): number | null =>
  causes.reduce<number | null>(
    (sum, { points }) => (sum === null || points === null ? null : sum + points),
    0,
  );

const levels = fc.record(Object.fromEntries(ids.map((id) => [id, fc.nat({ max: 4 })])));
const outcomes = fc.tuple(
  ...['p', 'q', 'r'].flatMap((practice) =>
    (['error', 'info'] as const).map((severity) =>
      fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })).map(([subjects, failing]): CheckOutcome => ({
        check: `${practice}/${severity}`,
        practice,
        severity,
        subjects,
        failing: Math.min(subjects, failing),
      })),
    ),
  ),
);

describe('bridging a change', () => {
  const getScore = (given: Record<string, Short>) =>
    assess(model, makeAnswers(given), undefined, today).score ?? NaN;

  it('of answers adds up, with one cause per question', () => {
    fc.assert(
      fc.property(levels, levels, (before, after) => {
        const causes = bridgeAnswers(model, makeAnswers(before), makeAnswers(after), today);
        expect(sumPoints(causes)).toBeCloseTo(getScore(after) - getScore(before), 6);
        expect(new Set(causes.map(({ what }) => what.split(':')[0])).size).toBe(causes.length);
      }),
    );
  });

  it('of declarations adds up', () => {
    fc.assert(
      fc.property(outcomes, outcomes, (before, after) => {
        const change =
          (scoreDeclaredLens(model, after).overall ?? NaN) -
          (scoreDeclaredLens(model, before).overall ?? NaN);
        expect(sumPoints(bridgeOutcomes(model, before, after, 'a declaration'))).toBeCloseTo(change, 6);
      }),
    );
  });

  it('of practices adds up', () => {
    const scores = fc.record({ p: fc.nat({ max: 100 }), q: fc.nat({ max: 100 }), r: fc.nat({ max: 100 }) });
    fc.assert(
      fc.property(scores, scores, (before, after) => {
        const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
        const overall = (some: ReadonlyMap<string, number>) =>
          rollUpPractices(model, ({ id }) => some.get(id) ?? null).overall ?? NaN;
        expect(sumPoints(bridgePractices(model, old, now))).toBeCloseTo(overall(now) - overall(old), 6);
      }),
    );
  });

  it('gives no causes if nothing changed', () => {
    const same = makeAnswers({ [ids[0] ?? '']: 3 });
    expect(bridgeAnswers(model, same, same, today)).toEqual([]);
    expect(bridgePractices(model, new Map([['p', 50]]), new Map([['p', 50]]))).toEqual([]);
  });

  it('describes the old and the new answer', () => {
    const answered = (given: Short) =>
      makeAnswers({ ...Object.fromEntries(ids.map((id) => [id, 2])), [ids[0] ?? '']: given });
    const words = (before: Short, after: Short) =>
      bridgeAnswers(model, answered(before), answered(after), today).map(({ what }) =>
        what.replace(/^.*: /, ''),
      );
    expect(words(4, 0)).toEqual(['level 4 → level 0']);
    expect(words(4, 'unknown')).toEqual(['level 4 → unknown']);
    expect(words('unknown', 1)).toEqual(['unknown → level 1']);
  });
});

it.each([
  [{ what: 'x', points: -3.14 }, '-3.1 x'],
  [{ what: 'x', points: 2 }, '+2.0 x'],
  [{ what: 'x', points: -0.04 }, '-0.04 x'],
  [{ what: 'x', points: 0.0004 }, '+0.0004 x'],
  [{ what: 'x', points: null }, '     x'],
])('describes the cause %j', (cause, words) => expect(describeCause(cause)).toBe(words));
