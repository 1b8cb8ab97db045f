/** Longer than 200 lines: small models worked by hand, in the order of the rules for gaps. */
import { describe, expect, it } from 'vitest';
import type { Assessment } from '#domain/scoring/assess.ts';
import { type Gap, findGaps } from '#domain/plan/gaps.ts';
import type { Model } from '#domain/model.ts';
import { type Short, assessAnswers, answerPractices } from '../../support/model/make-answers.ts';
import { makeModel, makeOneElementModel } from '../../support/model/make-model.ts';

function gapsOf(model: Model, levels: Record<string, Short>): readonly Gap[] {
  return findGaps(assessAnswers(model, answerPractices(model, levels)));
}

function ids(gaps: readonly { practice: { id: string } }[]): string[] {
  return gaps.map(({ practice }) => practice.id);
}

describe('whether a practice is a gap', () => {
  it.each<[string, number, Short, boolean]>([
    ['below the target', 75, 2, true],
    ['at the target', 75, 3, false],
    ['above the target', 75, 4, false],
    ['below a target of its own', 100, 3, true],
    ['at a target of its own', 50, 2, false],
    ['at zero', 75, 0, true],
    ['unknown is not a gap', 75, 'unknown', false],
    ['not applicable is not a gap', 75, 'na', false],
  ])('%s', (_, target, level, expected) => {
    expect(gapsOf(makeOneElementModel([{ id: 'p', target }]), { p: level })).toHaveLength(expected ? 1 : 0);
  });

  it('ignores floating-point noise at the target', () => {
    const questions = [0.1, 0.2, 0.3].map((weight, index) => ({ id: `q${index + 1}`, weight }));
    expect(gapsOf(makeOneElementModel([{ id: 'p', questions }]), { p: 3 })).toEqual([]);
  });
});

describe('priority', () => {
  it.each<[string, Short, number, number]>([
    ['(75 - 25)/100', 1, 1, 0.5],
    ['times the weight', 1, 3, 1.5],
    ['from zero', 0, 1, 0.75],
  ])('%s', (_, level, weight, expected) => {
    expect(gapsOf(makeOneElementModel([{ id: 'p', weight }]), { p: level })[0]?.priority).toBe(expected);
  });

  it('counts indirect dependents once each, answered or not', () => {
    const model = makeOneElementModel([
      { id: 'root' },
      { id: 'left', dependsOn: ['root'] },
      { id: 'right', dependsOn: ['root'] },
      { id: 'top', dependsOn: ['left', 'right'] },
      { id: 'empty', dependsOn: ['top'], questions: 0 },
    ]);
    const priorities = Object.fromEntries(
      gapsOf(model, { root: 1, left: 1, right: 1, top: 1 }).map(({ practice, priority }) => [
        practice.id,
        priority,
      ]),
    );
    // 0.5 x (1 + 0.25 x dependents): root 4, left and right 2, top 1.
    expect(priorities).toEqual({ root: 1, left: 0.75, right: 0.75, top: 0.625 });
  });
});

describe('blocked by', () => {
  const chain = makeOneElementModel([
    { id: 'first' },
    { id: 'second', dependsOn: ['first'] },
    { id: 'third', dependsOn: ['second'] },
  ]);
  const blockers = (levels: Record<string, Short>, model = chain) =>
    Object.fromEntries(
      gapsOf(model, levels).map(({ practice, blockedBy }) => [practice.id, blockedBy.map(({ id }) => id)]),
    );

  it.each<[string, Record<string, Short>, Record<string, string[]>]>([
    [
      'only direct prerequisites',
      { first: 0, second: 0, third: 0 },
      { first: [], second: ['first'], third: ['second'] },
    ],
    ['not through one at its target', { first: 0, second: 3, third: 0 }, { first: [], third: [] }],
    ['not by one at 50', { first: 2, second: 0 }, { first: [], second: [] }],
    ['not by an unknown one', { first: 'unknown', second: 0 }, { second: [] }],
    ['not by one that does not apply', { first: 'na', second: 0 }, { second: [] }],
  ])('%s', (_, levels, expected) => {
    expect(blockers(levels)).toEqual(expected);
  });

  it.each([
    [[1, 2], []], // 37.5 exactly
    [[1, 1], ['first']],
  ])('prerequisite with levels %j', ([one = 0, two = 0], expected) => {
    const model = makeOneElementModel([
      { id: 'first', questions: 2 },
      { id: 'second', dependsOn: ['first'] },
    ]);
    const gaps = findGaps(assessAnswers(model, { 'e.first.q1': one, 'e.first.q2': two, 'e.second.q1': 0 }));
    expect(gaps.find(({ practice }) => practice.id === 'second')?.blockedBy.map(({ id }) => id)).toEqual(
      expected,
    );
  });

  it('ignores a prerequisite that is low but at its own target', () => {
    const model = makeOneElementModel([
      { id: 'low', target: 25 },
      { id: 'high', dependsOn: ['low'] },
    ]);
    expect(blockers({ low: 1, high: 0 }, model)).toEqual({ high: [] });
  });
});

describe('rank', () => {
  it('puts the highest priority first', () => {
    const model = makeOneElementModel([{ id: 'p' }, { id: 'q', weight: 2 }, { id: 'r', weight: 3 }]);
    expect(ids(gapsOf(model, { p: 0, q: 0, r: 0 }))).toEqual(['r', 'q', 'p']);
  });

  it('never puts a gap before its blockers, however urgent', () => {
    const model = makeOneElementModel([
      { id: 'urgent', weight: 10, dependsOn: ['base'] },
      { id: 'base', weight: 0.1 },
      { id: 'middle' },
    ]);
    expect(ids(gapsOf(model, { urgent: 0, base: 0, middle: 0 }))).toEqual(['middle', 'base', 'urgent']);
  });

  it('puts a blocked gap directly after its blockers', () => {
    const model = makeOneElementModel([
      { id: 'base' },
      { id: 'urgent', weight: 10, dependsOn: ['base'] },
      { id: 'small', weight: 0.5 },
    ]);
    expect(ids(gapsOf(model, { base: 0, urgent: 0, small: 0 }))).toEqual(['base', 'urgent', 'small']);
  });

  it('breaks ties by the sequence of elements and blocks, then by id', () => {
    const model = makeModel([
      { id: 'one', practices: [{ id: 'z' }, { id: 'b' }] },
      {
        id: 'two',
        blocks: [
          { id: 'second-by-name', practices: [{ id: 'y' }] },
          { id: 'first-by-name', practices: [{ id: 'a' }] },
        ],
      },
    ]);
    expect(ids(gapsOf(model, { a: 1, b: 1, y: 1, z: 1 }))).toEqual(['b', 'z', 'y', 'a']);
  });

  it('breaks ties hidden by floating-point noise', () => {
    // 0.3 x 2 and (0.1 + 0.2) x 2 are the same priority, although not in binary.
    const model = makeOneElementModel([
      { id: 'b', weight: 0.1 + 0.2 },
      { id: 'a', weight: 0.3 },
    ]);
    expect(ids(gapsOf(model, { a: 0, b: 0 }))).toEqual(['a', 'b']);
  });

  it('terminates for a cycle, which the loader rejects', () => {
    const model = makeOneElementModel([
      { id: 'a', dependsOn: ['b'] },
      { id: 'b', dependsOn: ['a'] },
    ]);
    expect(ids(gapsOf(model, { a: 0, b: 0 }))).toHaveLength(2);
  });
});

describe('recommendation and drivers', () => {
  const questions = [
    { id: 'q1' },
    { id: 'q2', weight: 2 },
    { id: 'q3', weight: 2 },
    { id: 'q4', weight: 0.5 },
  ];
  const model = makeOneElementModel([{ id: 'p', questions }]);
  const gapAt = (levels: Short[]): Gap | undefined =>
    findGaps(
      assessAnswers(model, Object.fromEntries(levels.map((level, index) => [`e.p.q${index + 1}`, level]))),
    )[0];

  it.each<[string, Short[], string]>([
    ['the lowest level', [2, 2, 2, 1], 'Raise e.p.q4 from 0 or 1'],
    ['ties by weight, then asking order', [1, 1, 1, 1], 'Raise e.p.q2 from 0 or 1'],
    ['the heavier of two', [2, 3, 2, 2], 'Raise e.p.q3 from 2'],
    ['unknown is not the lowest', ['unknown', 2, 3, 3], 'Raise e.p.q2 from 2'],
    ['unanswered is not the lowest', [2], 'Raise e.p.q1 from 2'],
  ])('%s', (_, levels, expected) => {
    expect(gapAt(levels)?.recommendation?.do).toBe(expected);
  });

  it('lists the questions below the target, lowest first', () => {
    expect(gapAt([2, 3, 1, 0])?.drivers.map(({ question, level }) => [question.id, level])).toEqual([
      ['e.p.q4', 0],
      ['e.p.q3', 1],
      ['e.p.q1', 2],
    ]);
  });

  it('has none if the model has none', () => {
    const bare = makeOneElementModel([{ id: 'p', questions: [{ id: 'q1', recommendations: [] }] }]);
    expect(gapsOf(bare, { p: 0 })[0]?.recommendation).toBeUndefined();
  });
});

describe('points', () => {
  const model = makeModel([
    {
      id: 'a',
      practices: [
        { id: 'p', weight: 3 },
        { id: 'q', questions: 2 },
      ],
    },
    {
      id: 'b',
      blocks: [
        { id: 'x', weight: 2, practices: [{ id: 'r' }, { id: 's', weight: 2 }] },
        { id: 'y', practices: [{ id: 't' }] },
      ],
    },
    { id: 'c', practices: [{ id: 'u' }] },
  ]);
  const cases: [string, Record<string, Short>][] = [
    ['everything scored', { p: 0, q: 1, r: 2, s: 1, t: 0, u: 2 }],
    ['a sibling without a score', { p: 0, r: 2, t: 0, u: 2 }],
    ['a block without a score', { p: 1, q: 0, r: 0, s: 1, u: 2 }],
    ['an element without a score', { p: 1, q: 0, r: 0, s: 1, t: 1 }],
    ['a sibling that does not apply', { p: 1, q: 'na', r: 0, s: 'na', t: 1, u: 0 }],
  ];

  it.each(cases)('match the gain of the overall score at the target: %s', (_, levels) => {
    const overallAt = (changed: Record<string, Short>): Assessment['said']['overall'] =>
      assessAnswers(model, answerPractices(model, changed)).said.overall;
    const before = overallAt(levels) ?? Number.NaN;
    const gaps = gapsOf(model, levels);
    expect(gaps.length).toBeGreaterThan(3);
    for (const { practice, points } of gaps) {
      // Every target is 75, which is level 3.
      expect((overallAt({ ...levels, [practice.id]: 3 }) ?? 0) - before).toBeCloseTo(points, 7);
    }
  });
});
