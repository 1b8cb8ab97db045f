/** Longer than 200 lines: small models worked by hand, in the order of the rules for the plan. */
import { describe, expect, it } from 'vitest';
import { findGaps } from '#domain/plan/gaps.ts';
import type { Model } from '#domain/model.ts';
import { type Plan, makePlan } from '#domain/plan/plan.ts';
import {
  type Short,
  assessAnswers,
  answerPractices,
  makeEvidence,
  makeProvenAnswer,
} from '../../support/model/make-answers.ts';
import { makeFourElementModel, makeModel, makeOneElementModel } from '../../support/model/make-model.ts';

function planOf(model: Model, levels: Record<string, Short>): Plan {
  const assessment = assessAnswers(model, answerPractices(model, levels));
  return makePlan(assessment, findGaps(assessment));
}

/** Summarizes a plan: each move with the id of its subject. */
function summarize({ now, next, later }: Plan) {
  return {
    now: now.map((move) => {
      if (move.move === 'close') return `close ${move.gap.practice.id}`;
      return move.move === 'prove' ? `prove ${move.practice.id}` : `find-out ${move.element.id}`;
    }),
    next: next.map(({ practice }) => practice.id),
    later: later.map(({ practice }) => practice.id),
  };
}

/** Eight practices, each worth more than the following one. */
const eight = makeOneElementModel([...'pqrstuvw'].map((id, index) => ({ id, weight: 8 - index })));

describe('plan of gaps', () => {
  it.each<[string, Record<string, Short>, ReturnType<typeof summarize>]>([
    [
      'three now, three next, the rest later',
      { p: 0, q: 0, r: 0, s: 0, t: 0, u: 0, v: 0, w: 0 },
      {
        now: ['close p', 'close q', 'close r'],
        next: ['s', 't', 'u'],
        later: ['v', 'w'],
      },
    ],
    [
      'four gaps',
      {
        p: 0,
        q: 0,
        r: 0,
        s: 0,
        t: makeProvenAnswer(4),
        u: makeProvenAnswer(4),
        v: makeProvenAnswer(4),
        w: makeProvenAnswer(4),
      },
      { now: ['close p', 'close q', 'close r'], next: ['s'], later: [] },
    ],
    [
      'two gaps leave a slot free if everything is proven',
      {
        p: makeProvenAnswer(0),
        q: makeProvenAnswer(0),
        r: makeProvenAnswer(4),
        s: makeProvenAnswer(4),
        t: makeProvenAnswer(4),
        u: makeProvenAnswer(4),
        v: makeProvenAnswer(4),
        w: makeProvenAnswer(4),
      },
      { now: ['close p', 'close q'], next: [], later: [] },
    ],
  ])('%s', (_, levels, expected) => {
    expect(summarize(planOf(eight, levels))).toEqual(expected);
  });

  it('is empty if everything is at its target and proven', () => {
    const levels = Object.fromEntries([...'pqrstuvw'].map((id) => [id, makeProvenAnswer(3)]));
    expect(planOf(eight, levels)).toEqual({ now: [], next: [], later: [] });
  });

  it('skips blocked gaps; next has the following three by rank', () => {
    const model = makeOneElementModel([
      { id: 'base', weight: 9 },
      { id: 'x', weight: 8, dependsOn: ['base'] },
      { id: 'y', weight: 7, dependsOn: ['x'] },
      { id: 'm', weight: 3 },
      { id: 'n', weight: 2 },
      { id: 'o', weight: 1 },
    ]);
    expect(summarize(planOf(model, { base: 0, x: 0, y: 0, m: 0, n: 0, o: 0 }))).toEqual({
      now: ['close base', 'close m', 'close n'],
      next: ['x', 'y', 'o'],
      later: [],
    });
  });

  it('fills slots with claims to prove instead of blocked gaps', () => {
    const model = makeOneElementModel([
      { id: 'base', weight: 9 },
      { id: 'x', weight: 8, dependsOn: ['base'] },
      { id: 'm' },
    ]);
    expect(summarize(planOf(model, { base: 0, x: 0, m: 4 }))).toEqual({
      now: ['close base', 'prove m'],
      next: ['x'],
      later: [],
    });
  });

  it('has the size that the model defines', () => {
    const model = makeOneElementModel([{ id: 'p' }, { id: 'q' }, { id: 'r' }, { id: 's' }], { planSize: 1 });
    expect(summarize(planOf(model, { p: 0, q: 0, r: 0, s: 0 }))).toEqual({
      now: ['close p'],
      next: ['q'],
      later: ['r', 's'],
    });
  });
});

describe('find out', () => {
  const model = makeModel([
    { id: 'a', practices: [{ id: 'p' }, { id: 'q' }, { id: 'r' }, { id: 's' }] },
    {
      id: 'b',
      practices: [
        {
          id: 't',
          questions: [
            { id: 'q1' },
            { id: 'q2', bestAnsweredBy: 'manager' },
            { id: 'q3', bestAnsweredBy: 'customer' },
          ],
        },
      ],
    },
    { id: 'c', practices: [{ id: 'u' }] },
  ]);

  it('takes one of the three slots, even if two elements are unknown', () => {
    expect(summarize(planOf(model, { p: 0, q: 0, r: 0, s: 0 }))).toEqual({
      now: ['close p', 'close q', 'find-out b'],
      next: ['r', 's'],
      later: [],
    });
  });

  it('asks exactly the open questions of the element', () => {
    const assessment = assessAnswers(model, {
      ...answerPractices(model, { p: 3, q: 3, r: 3, s: 3, u: 3 }),
      'b.t.q1': 3,
      'b.t.q2': 'unknown',
    });
    const move = makePlan(assessment, findGaps(assessment)).now.find((each) => each.move === 'find-out');
    expect(move?.open.map(({ question }) => [question.id, question.bestAnsweredBy])).toEqual([
      ['b.t.q2', 'manager'],
      ['b.t.q3', 'customer'],
    ]);
  });

  it('is the only move if nothing is known', () => {
    expect(summarize(planOf(model, {}))).toEqual({ now: ['find-out a'], next: [], later: [] });
  });

  it('comes before claims to prove', () => {
    expect(summarize(planOf(model, { p: 4, q: 4, r: 4, s: 4, t: 4 })).now).toEqual([
      'find-out c',
      'prove p',
      'prove q',
    ]);
  });

  it('skips an element without questions for the role', () => {
    const assessment = assessAnswers(model, {}, { role: 'seller' });
    expect(makePlan(assessment, findGaps(assessment)).now).toEqual([]);
  });
});

describe('prove', () => {
  const model = makeOneElementModel([
    { id: 'p' },
    { id: 'q', weight: 3 },
    { id: 'r', weight: 2 },
    { id: 's' },
  ]);

  it('fills every slot if there is no evidence, by priority as if the score were 0', () => {
    expect(summarize(planOf(model, { p: 4, q: 3, r: 4, s: 3 })).now).toEqual([
      'prove q',
      'prove r',
      'prove p',
    ]);
  });

  it('counts dependents', () => {
    const own = makeOneElementModel([{ id: 'p' }, { id: 'q' }, { id: 'r', dependsOn: ['q'] }]);
    expect(summarize(planOf(own, { p: 4, q: 4, r: 4 })).now).toEqual(['prove q', 'prove p', 'prove r']);
  });

  it.each<[string, Short, boolean]>([
    ['said at the target, shown at 0', 3, true],
    ['shown at 25', { level: 4, evidence: [makeEvidence('declaration')] }, true],
    ['shown at 50', { level: 4, evidence: [makeEvidence('affirmation')] }, false],
    ['shown in full', makeProvenAnswer(3), false],
    ['said below the target', 2, false],
    ['unknown', 'unknown', false],
  ])('%s: %s', (_, level, expected) => {
    const { now } = planOf(model, {
      p: level,
      q: makeProvenAnswer(4),
      r: makeProvenAnswer(4),
      s: makeProvenAnswer(4),
    });
    expect(now.some((move) => move.move === 'prove' && move.practice.id === 'p')).toBe(expected);
  });

  it('counts exactly 37.5 as shown', () => {
    const two = makeOneElementModel([{ id: 'p', questions: 2 }]);
    const weak = { level: 4, evidence: [makeEvidence('declaration')] }; // supports 1
    const strong = { level: 4, evidence: [makeEvidence('affirmation')] }; // supports 2
    const plan = (one: Short, other: Short) => {
      const assessment = assessAnswers(two, { 'e.p.q1': one, 'e.p.q2': other });
      return summarize(makePlan(assessment, findGaps(assessment))).now;
    };
    expect(plan(weak, strong)).toEqual([]);
    expect(plan(weak, weak)).toEqual(['prove p']);
  });

  it('contains the answered questions and both scores', () => {
    const two = makeOneElementModel([{ id: 'p', questions: 2 }, { id: 'q' }]);
    const assessment = assessAnswers(two, {
      'e.p.q1': 4,
      'e.p.q2': 'unknown',
      'e.q.q1': makeProvenAnswer(4),
    });
    const [move] = makePlan(assessment, []).now;
    expect(move).toMatchObject({ move: 'prove', said: 100, shown: 0 });
    expect(move?.move === 'prove' && move.questions.map(({ question }) => question.id)).toEqual(['e.p.q1']);
  });
});

describe('never more than three moves', () => {
  it.each<[string, Record<string, Short>]>([
    ['gaps, an unknown element and claims', { a1: 0, b1: 4, c1: 4 }],
    ['only gaps', { a1: 0, b1: 0, c1: 0, d1: 0 }],
    ['only claims', { a1: 4, b1: 4, c1: 4, d1: 4 }],
    ['only unknowns', {}],
  ])('%s', (_, levels) => {
    const plan = planOf(makeFourElementModel(), levels);
    expect(plan.now.length).toBeLessThanOrEqual(3);
    expect(plan.next.length).toBeLessThanOrEqual(3);
  });
});
