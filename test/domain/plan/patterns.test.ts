/** Longer than 200 lines: a table, every pattern with answers on both sides of its condition. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Pattern } from '#domain/model.ts';
import { listQuestions } from '#domain/model.ts';
import { type Reason, findPatterns, getLevel } from '#domain/plan/patterns.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';
import { type Short, assessAnswers } from '../../support/model/make-answers.ts';
import { makeOneElementModel } from '../../support/model/make-model.ts';

const model = await loadShippedModel();
const ids = listQuestions(model).map(({ id }) => id);

/** Levels by id of an element, a block, a practice or a question. Later ones override earlier ones. */
type Levels = Readonly<Record<string, number>>;

/** Answers every question with level 3, except those below the given ids. */
function makeAnswers(levels: Levels): Record<string, Short> {
  return Object.fromEntries(
    listQuestions(model).map((question): [string, Short] => {
      const names = new Set([
        question.element,
        `${question.element}.${question.block}`,
        question.practice,
        question.id,
      ]);
      const last = Object.entries(levels).findLast(([id]) => names.has(id));
      return [question.id, last?.[1] ?? 3];
    }),
  );
}

const outcome = (check: string, failing: number, subjects = 1): CheckOutcome => ({
  check,
  practice: null,
  severity: 'error',
  subjects,
  failing,
});

/** Describes a reason as id and level, or as check and outcome. */
function describeReason({ id, level, where, fails }: Reason): string {
  if (fails !== undefined) return `${id} ${fails ? 'fails' : 'passes'}`;
  const rounded = Math.round((level ?? NaN) * 10) / 10;
  return where === undefined ? `${id} ${rounded}` : `${id} ${rounded} in ${where}`;
}

/** Returns the matching patterns of the model, each as `id: because`. */
function listMatches(levels: Levels, outcomes: readonly CheckOutcome[] = []): string[] {
  return findPatterns(assessAnswers(model, makeAnswers(levels)), outcomes).map(
    ({ pattern, because }) => `${pattern.id}: ${because.map(describeReason).join('; ')}`,
  );
}

interface Row {
  readonly id: string;
  readonly on: Levels;
  readonly because: string;
  /** Just below the threshold, or only one half of the condition. */
  readonly off: readonly Levels[];
  readonly outcomes?: readonly CheckOutcome[];
  readonly offOutcomes?: readonly CheckOutcome[];
}

const heard = 'philosophy.stated-purpose.heard';
const hardQuestion = 'philosophy.belief-and-permission.hard-question';
const together = 'method.joint-work.worked-together';
const twoOrThree = 'execution.few-lead-metrics.two-or-three';
const checker = 'execution.owned-goal.checker';
const running = 'execution.few-initiatives.running-initiatives';
const training = 'execution.few-initiatives.training-in-use';
const changes = 'execution.steady-expectations.changes';
const ownWork = 'execution.role-modeling.own-work';
const example = 'execution.role-modeling.visible-example';
const session = 'execution.coaching-cadence.last-session';
const followThrough = 'execution.coaching-cadence.follow-through';
const ninetyDays = 'execution.proficiency-ladder.first-ninety-days';

const rows: readonly Row[] = [
  {
    id: 'process-heavy',
    on: { philosophy: 2, execution: 2 },
    because: 'balance 1',
    off: [{ philosophy: 2, execution: 2, [session]: 3 }],
  },
  {
    id: 'table-stakes',
    on: { 'shared-stages': 2, method: 2, 'method.diagnosis.known-problem': 1 },
    because: 'process 2.7; method 1.8',
    off: [
      { 'shared-stages': 2, method: 2 },
      {
        'shared-stages': 2,
        'process.buyer-proof.customer-act': 2,
        'process.use-and-learning.win-loss': 2,
        method: 1,
      },
    ],
  },
  {
    id: 'method-without-belief',
    on: {
      'joint-work': 2,
      diagnosis: 2,
      'method.diagnosis.known-problem': 3,
      philosophy: 2,
      [hardQuestion]: 1,
    },
    because: 'method 2.5; philosophy 1.9',
    off: [{ philosophy: 2 }, { 'joint-work': 2, diagnosis: 2, philosophy: 1 }],
  },
  {
    id: 'belief-without-craft',
    on: { method: 2, 'method.insight.shown': 1 },
    because: 'philosophy 3; method 1.7',
    off: [{ method: 2 }, { method: 1, philosophy: 2 }],
  },
  {
    id: 'done-to',
    on: { diagnosis: 2, 'method.diagnosis.known-problem': 3, [together]: 1 },
    because: `diagnosis 2.5; insight 3; ${together} 1`,
    off: [{ [together]: 2 }, { diagnosis: 2, [together]: 1 }, { insight: 2, [together]: 1 }],
  },
  {
    id: 'poster-purpose',
    on: { [heard]: 1 },
    because: `philosophy/missing-purpose passes; ${heard} 1`,
    off: [{ [heard]: 2 }],
    outcomes: [outcome('philosophy/missing-purpose', 0)],
    offOutcomes: [outcome('philosophy/missing-purpose', 1)],
  },
  {
    id: 'inside-out-stall',
    on: { diagnosis: 2, 'method.diagnosis.declined-deal': 3, [hardQuestion]: 1 },
    because: `diagnosis 2.5; ${hardQuestion} 1`,
    off: [{ [hardQuestion]: 2 }, { diagnosis: 2, [hardQuestion]: 1 }],
  },
  {
    id: 'measurement-overload',
    on: {},
    because: 'measurement/too-many-leads fails',
    off: [],
    outcomes: [outcome('measurement/too-many-leads', 1, 4)],
    offOutcomes: [outcome('measurement/too-many-leads', 0, 4)],
  },
  {
    id: 'scoreboard-only',
    on: { [twoOrThree]: 0 },
    because: `${twoOrThree} 0`,
    off: [{ [twoOrThree]: 1 }],
  },
  {
    id: 'scoreboard-only',
    on: {},
    because: 'measurement/lag-as-lead fails',
    off: [],
    outcomes: [outcome('measurement/lag-as-lead', 2, 2)],
    offOutcomes: [outcome('measurement/lag-as-lead', 0, 0)],
  },
  {
    id: 'orphan-metrics',
    on: { 'few-lead-metrics': 2, [twoOrThree]: 3, [checker]: 1 },
    because: `few-lead-metrics 2.5; ${checker} 1`,
    off: [{ [checker]: 2 }, { 'few-lead-metrics': 2, [checker]: 1 }],
  },
  {
    id: 'flavor-of-the-month',
    on: { [running]: 1 },
    because: `${running} 1`,
    off: [{ [running]: 2, [training]: 2 }],
  },
  {
    id: 'flavor-of-the-month',
    on: { [running]: 2, [training]: 1 },
    because: `${training} 1; ${running} 2`,
    off: [{ [running]: 3, [training]: 0 }],
  },
  {
    id: 'moving-goalposts',
    on: { [changes]: 1 },
    because: `${changes} 1`,
    off: [{ [changes]: 2 }],
  },
  {
    id: 'do-as-i-say',
    on: { [ownWork]: 1 },
    because: `${ownWork} 1`,
    off: [{ [ownWork]: 2 }],
  },
  {
    id: 'do-as-i-say',
    on: { [twoOrThree]: 3, [example]: 1 },
    because: `${twoOrThree} 3; ${example} 1`,
    off: [
      { [twoOrThree]: 2, [example]: 1 },
      { [twoOrThree]: 3, [example]: 2 },
    ],
  },
  {
    id: 'inspection-as-coaching',
    on: { [session]: 3, [followThrough]: 1 },
    because: `${session} 3; ${followThrough} 1`,
    off: [
      { [session]: 2, [followThrough]: 1 },
      { [session]: 3, [followThrough]: 2 },
    ],
  },
  {
    id: 'train-and-forget',
    on: { 'execution.practice': 2, 'execution.designed-practice.rehearsed': 1 },
    because: 'method 3; execution.practice 1.5',
    off: [{ 'execution.practice': 2, 'execution.coaching': 2 }],
  },
  {
    id: 'train-and-forget',
    on: { 'execution.coaching': 1, 'execution.practice': 1 },
    because: 'method 3; execution.coaching 1; execution.practice 1',
    off: [{ 'execution.coaching': 1, 'joint-work': 2, diagnosis: 2 }],
  },
  {
    id: 'sink-or-swim',
    on: { 'few-lead-metrics': 2, [twoOrThree]: 3, [ninetyDays]: 1 },
    because: `few-lead-metrics 2.5; ${ninetyDays} 1`,
    off: [{ [ninetyDays]: 2 }, { 'few-lead-metrics': 2, [ninetyDays]: 1 }],
  },
];

/** Patterns that compare several respondents; the answers of one cannot match them. */
const ofSeveralVoices = ['coaching-in-name'];

const startsWith = (id: string) => (text: string) => text.startsWith(`${id}:`);

describe('the shipped patterns', () => {
  it('are these eighteen, in this order', () => {
    expect(model.patterns.map(({ id }) => id)).toEqual([
      'process-heavy',
      'table-stakes',
      'method-without-belief',
      'belief-without-craft',
      'done-to',
      'poster-purpose',
      'inside-out-stall',
      'measurement-overload',
      'scoreboard-only',
      'orphan-metrics',
      'flavor-of-the-month',
      'moving-goalposts',
      'do-as-i-say',
      'coaching-lottery',
      'coaching-in-name',
      'inspection-as-coaching',
      'train-and-forget',
      'sink-or-swim',
    ]);
  });

  it('all have a case in this file', () => {
    const cases = new Set([...rows.map(({ id }) => id), ...ofSeveralVoices, 'coaching-lottery']);
    expect([...cases].toSorted()).toEqual(model.patterns.map(({ id }) => id).toSorted());
  });

  it.each([0, 1, 2, 3, 4])('level %d throughout is not lopsided', (level) => {
    const everything = { philosophy: level, process: level, method: level, execution: level };
    const lopsided = ['process-heavy', 'table-stakes', 'method-without-belief', 'belief-without-craft'];
    expect(listMatches(everything).filter((text) => lopsided.some((id) => startsWith(id)(text)))).toEqual([]);
  });

  it('do not match if every answer is level 3', () => expect(listMatches({})).toEqual([]));

  it.each(rows)('$id matches $on', ({ id, on, because, outcomes }) => {
    expect(listMatches(on, outcomes).filter(startsWith(id))).toEqual([`${id}: ${because}`]);
  });

  it.each(rows.flatMap(({ id, off, outcomes }) => off.map((levels) => ({ id, levels, outcomes }))))(
    '$id does not match $levels',
    ({ id, levels, outcomes }) => {
      expect(listMatches(levels, outcomes).filter(startsWith(id))).toEqual([]);
    },
  );

  it.each(rows.filter(({ offOutcomes }) => offOutcomes !== undefined))(
    '$id does not match without its check: $offOutcomes',
    ({ id, on, offOutcomes }) => {
      expect(listMatches(on, offOutcomes).filter(startsWith(id))).toEqual([]);
      expect(listMatches(on, []).filter(startsWith(id))).toEqual([]);
    },
  );
});

const anyShort: fc.Arbitrary<Short | undefined> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 4 }) },
  fc.constant('unknown' as const),
  fc.constant('na' as const),
  fc.constant(undefined),
);
const anyAnswers = fc
  .tuple(...ids.map(() => anyShort))
  .map((shorts) =>
    Object.fromEntries(
      ids.flatMap((id, index) => (shorts[index] === undefined ? [] : [[id, shorts[index]]])),
    ),
  ) as fc.Arbitrary<Record<string, Short>>;
const anyRole = fc.constantFrom('leader' as const, 'manager' as const, 'seller' as const);

describe('the answers of one person', () => {
  it('never match a pattern that compares several respondents', () => {
    fc.assert(
      fc.property(anyAnswers, anyRole, (answers, role) => {
        const matches = findPatterns(assessAnswers(model, answers, { role })).map(
          ({ pattern }) => pattern.id,
        );
        expect(matches.filter((id) => ofSeveralVoices.includes(id))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('match on known values only', () => {
    fc.assert(
      fc.property(anyAnswers, anyRole, (answers, role) => {
        const assessment = assessAnswers(model, answers, { role });
        for (const { because } of findPatterns(assessment)) {
          expect(because.length).toBeGreaterThan(0);
          for (const { id, level, where } of because) {
            expect(level).toBeTypeOf('number');
            expect(where === undefined ? getLevel(assessment, id) : level).toBe(level);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never match more patterns when an answer becomes unknown', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...ids), (answers, id) => {
        const after = findPatterns(assessAnswers(model, { ...answers, [id]: 'unknown' }));
        for (const { because } of after) expect(because.some((reason) => reason.id === id)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('match no pattern if nothing is known', () => {
    const nothing = Object.fromEntries(ids.map((id): [string, Short] => [id, 'unknown']));
    expect(findPatterns(assessAnswers(model, nothing))).toEqual([]);
    expect(findPatterns(assessAnswers(model, {}))).toEqual([]);
  });
});

/** Makes a pattern with a condition. */
const makePattern = (id: string, when: Condition): Pattern => ({
  id,
  name: 'X',
  when,
  means: 'It is.',
  firstMove: 'Do it.',
  practices: ['p'],
});

describe('because', () => {
  const made = makeOneElementModel([{ id: 'p', questions: [{ id: 'a' }, { id: 'b', weight: 28 }] }]);

  /** Returns the reasons of a pattern on the mean of two questions with the weights 1 and 28, if it matches. */
  function because(when: Condition, a: Short, b: Short): readonly Reason[] | undefined {
    const assessment = assessAnswers(
      { ...made, patterns: [makePattern('x', when)] },
      { 'e.p.a': a, 'e.p.b': b },
    );
    return findPatterns(assessment)[0]?.because;
  }

  it.each<[Condition, number, number, string | undefined]>([
    [{ value: 'p', below: 2 }, 1, 2, 'p 2'],
    [{ value: 'p', atMost: 1.9 }, 1, 2, undefined],
    [{ value: 'p', atLeast: 1.96 }, 1, 2, 'p 2'],
    [{ value: 'p', atLeast: 1, below: 2 }, 1, 2, 'p 2'],
    [{ value: 'p', atLeast: 1, below: 1.5 }, 1, 2, undefined],
    [{ value: 'p', equals: 3 }, 3, 3, 'p 3'],
    [{ value: 'e', atLeast: 2.4 }, 3, 2, undefined],
    [{ value: 'e', atLeast: 2.03 }, 3, 2, 'e 2'],
    [{ value: 'e.p.a', atMost: 0 }, 0, 2, 'e.p.a 0'],
    [{ value: 'p' }, 3, 3, undefined],
    [{ value: 'nothing', atLeast: 0 }, 3, 3, undefined],
    [{ lowest: 'e.p.a', atMost: 1 }, 3, 3, undefined],
    [
      {
        any: [
          { value: 'p', below: 4 },
          { value: 'p', atLeast: 1 },
        ],
      },
      3,
      3,
      'p 3',
    ],
  ])('%j at %d and %d', (when, low, high, expected) => {
    expect(because(when, low, high)?.map(describeReason).join()).toEqual(expected);
  });

  it.each([
    [{ lowest: 'e.p.a', atMost: 1 }, 'e.p.a 1 in South'],
    [{ lowest: 'e.p.a', atMost: 0 }, undefined],
    [{ lowest: 'e.p.b', atMost: 1 }, undefined],
    [{ lowest: 'e.p.a' }, undefined],
  ])('%j where it is lowest at 1 in the South', (when, expected) => {
    const answer = { level: 3, lowest: { level: 1, where: 'South' } };
    expect(because(when, answer, 3)?.map(describeReason).join()).toEqual(expected);
  });
});

describe('the order of patterns', () => {
  it('is by the number of answers behind them, then that of the model', () => {
    const when: Condition = { value: 'e', atLeast: 0 };
    const patterns = [
      makePattern('one-answer', { value: 'e.p.a', atLeast: 0 }),
      makePattern('a-check', { check: 'x/y', fails: true }),
      makePattern('all-answers', when),
      makePattern('as-many', { value: 'p', atLeast: 0 }),
    ];
    const made = makeOneElementModel([{ id: 'p', questions: 3 }, { id: 'q' }]);
    const answers = { 'e.p.q1': 1, 'e.p.q2': 2, 'e.p.q3': 'unknown', 'e.q.q1': 'na' } as const;
    const named = patterns.map((pattern) =>
      pattern.id === 'one-answer' ? { ...pattern, when: { value: 'e.p.q1', atLeast: 0 } } : pattern,
    );
    const found = findPatterns(assessAnswers({ ...made, patterns: named }, answers), [outcome('x/y', 1)]);
    expect(found.map(({ pattern, support }) => [pattern.id, support])).toEqual([
      ['all-answers', 2],
      ['as-many', 2],
      ['one-answer', 1],
      ['a-check', 1],
    ]);
  });
});

describe('coaching-lottery', () => {
  it.each([
    [{ level: 2, lowest: { level: 1, where: 'South' } }, true],
    [{ level: 2, lowest: { level: 0, where: 'South' } }, true],
    [{ level: 3, lowest: { level: 2, where: 'South' } }, false],
    [{ level: 1, lowest: { level: 0, where: 'South' } }, false],
    [3, false],
  ])('works from the lowest place of one answer: %j', (answer, expected) => {
    const found = findPatterns(assessAnswers(model, { ...makeAnswers({}), [session]: answer }));
    expect(found.some(({ pattern }) => pattern.id === 'coaching-lottery')).toBe(expected);
  });
});
