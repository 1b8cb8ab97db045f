/** What the plan buys, and the shortest path to an element in place: examples, and properties over small models. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '#domain/model.ts';
import { type Gap, findGaps } from '#domain/plan/gaps.ts';
import { assessAfter } from '#domain/plan/outcome.ts';
import { makePlan } from '#domain/plan/plan.ts';
import { findRoad } from '#domain/plan/road.ts';
import type { Assessment } from '#domain/scoring/assess.ts';
import { type Short, assessAnswers, makeProvenAnswer } from '../../support/model/make-answers.ts';
import { makeFourElementModel, makeModel, makeOneElementModel } from '../../support/model/make-model.ts';
import { scaleRuns } from '../../support/runs.ts';

const after = (model: Model, given: Record<string, Short>): Assessment => {
  const assessment = assessAnswers(model, given);
  return assessAfter(assessment, makePlan(assessment, findGaps(assessment)));
};

describe('what the plan buys', () => {
  it('raises the questions that drive a gap as far as its recommendation goes', () => {
    const model = makeOneElementModel([{ id: 'p', questions: 3 }, { id: 'r' }]);
    // The recommendation of level 0 is for levels 0 and 1, so it leads to level 2.
    const levels = after(model, { 'e.p.q1': 0, 'e.p.q2': 1, 'e.p.q3': 3, 'e.r.q1': 2 }).asked.map(
      ({ level }) => level,
    );
    expect(levels).toEqual([2, 2, 3, 3]);
  });

  it('adds the evidence of a claim to prove, and answers nothing that is unknown', () => {
    const four = makeFourElementModel();
    const proved = after(four, {
      'a.a1.q1': 4,
      'b.b1.q1': makeProvenAnswer(4),
      'c.c1.q1': 4,
      'd.d1.q1': makeProvenAnswer(4),
    });
    expect(proved.inPlace).toBe(4);
    expect(proved.shownInPlace?.size).toBe(4);
    expect(after(four, { 'a.a1.q1': 4 }).score).toBeNull();
  });
});

const road = (model: Model, given: Record<string, Short>): readonly string[] | null => {
  const assessment = assessAnswers(model, given);
  const [element] = model.elements;
  if (element === undefined) throw new Error('The model has no element.');
  return findRoad(assessment, element, findGaps(assessment))?.map(({ practice }) => practice.id) ?? null;
};

describe('the shortest path', () => {
  const model = makeOneElementModel([{ id: 'p' }, { id: 'q' }, { id: 'r', dependsOn: ['p'] }]);

  it.each<[string, Record<string, Short>, readonly string[] | null]>([
    ['in place', { 'e.p.q1': 3, 'e.q.q1': 3, 'e.r.q1': 3 }, []],
    ['one neglected practice', { 'e.p.q1': 1, 'e.q.q1': 4, 'e.r.q1': 4 }, ['p']],
    ['too low on average', { 'e.p.q1': 2, 'e.q.q1': 2, 'e.r.q1': 2 }, ['p', 'q']],
    ['in the order of work', { 'e.p.q1': 1, 'e.q.q1': 4, 'e.r.q1': 0 }, ['p', 'r']],
    ['unknown', { 'e.p.q1': 1, 'e.q.q1': 'unknown', 'e.r.q1': 'unknown' }, null],
    ['not answered', {}, null],
  ])('%s', (_name, given, expected) => {
    expect(road(model, given)).toEqual(expected);
  });

  it('is unknown where every target is too low', () => {
    expect(road(makeOneElementModel([{ id: 'p', target: 50 }]), { 'e.p.q1': 1 })).toBeNull();
  });
});

const weight = fc.constantFrom(0.5, 1, 2, 3);
const anyPractice = fc.record({
  weight,
  target: fc.constantFrom(50, 62.5, 75, 100),
  questions: fc.array(fc.record({ weight, level: fc.option(fc.integer({ min: 0, max: 4 })) }), {
    minLength: 1,
    maxLength: 2,
  }),
});
const anyPart = fc.record({ weight, practices: fc.array(anyPractice, { minLength: 1, maxLength: 3 }) });

/** Small elements with answers, with blocks or without. */
const anyCase = fc
  .record({ parts: fc.array(anyPart, { minLength: 1, maxLength: 3 }), hasBlocks: fc.boolean() })
  .map(({ parts, hasBlocks }) => {
    const given: Record<string, Short> = {};
    const blocks = parts.map((part, place) => ({
      id: `b${place}`,
      weight: part.weight,
      practices: part.practices.map(({ questions, ...practice }, index) => {
        const id = `p${place}-${index}`;
        return {
          ...practice,
          id,
          questions: questions.map((question, number) => {
            given[`e.${id}.q${number}`] = question.level ?? 'unknown';
            return { id: `q${number}`, weight: question.weight };
          }),
        };
      }),
    }));
    const element = hasBlocks ? { blocks } : { practices: blocks.flatMap(({ practices }) => practices) };
    return { model: makeModel([{ id: 'e', ...element }]), given };
  });

/** Returns the answers with the questions of some practices at least at the level of their target. */
function bringUp(given: Record<string, Short>, gaps: readonly Gap[]): Record<string, Short> {
  return Object.fromEntries(
    Object.entries(given).map(([id, answer]) => {
      const gap = gaps.find(({ practice }) => practice.id === id.split('.')[1]);
      return [
        id,
        gap === undefined || typeof answer !== 'number'
          ? answer
          : Math.max(answer, Math.ceil(gap.practice.target / 25)),
      ];
    }),
  );
}

const isInPlace = (model: Model, given: Record<string, Short>): boolean =>
  assessAnswers(model, given).status.get('e') === 'in-place';

describe('properties', () => {
  it('a road leads to an element in place, and no smaller set of practices does', () => {
    fc.assert(
      fc.property(anyCase, ({ model, given }) => {
        const assessment = assessAnswers(model, given);
        const gaps = findGaps(assessment);
        const [element] = model.elements;
        if (element === undefined) throw new Error('The model has no element.');
        const found = findRoad(assessment, element, gaps);
        const status = assessment.status.get('e');
        const isKnown = status !== 'unknown' && status !== 'not-asked';
        // Every set of gaps, as the bits of a number.
        const sizes = Array.from({ length: 2 ** gaps.length }, (_, set) =>
          gaps.filter((_gap, bit) => Math.floor(set / 2 ** bit) % 2 === 1),
        )
          .filter((some) => isKnown && isInPlace(model, bringUp(given, some)))
          .map((some) => some.length);
        expect(found?.length).toBe(sizes.length === 0 ? undefined : Math.min(...sizes));
        if (found === null) return;
        expect(isInPlace(model, bringUp(given, found))).toBe(true);
        expect(found).toEqual(gaps.filter((gap) => found.includes(gap)));
      }),
      scaleRuns(60),
    );
  });

  it('the outcome is the score of the answers changed by hand, and never lower than today', () => {
    fc.assert(
      fc.property(anyCase, ({ model, given }) => {
        const assessment = assessAnswers(model, given);
        const plan = makePlan(assessment, findGaps(assessment));
        const changed = { ...given };
        for (const move of plan.now)
          if (move.move === 'close')
            for (const { question, level } of move.gap.drivers)
              changed[question.id] = Math.max(
                level,
                Math.max(...(move.gap.recommendation?.levels ?? [-1])) + 1,
              );
        const outcome = assessAfter(assessment, plan);
        const byHand = assessAnswers(model, changed);
        expect(outcome.said).toEqual(byHand.said);
        expect([outcome.score, outcome.inPlace, outcome.status]).toEqual([
          byHand.score,
          byHand.inPlace,
          byHand.status,
        ]);
        expect(outcome.score ?? 0).toBeGreaterThanOrEqual(assessment.score ?? 0);
        expect(outcome.inPlace).toBeGreaterThanOrEqual(assessment.inPlace);
      }),
      scaleRuns(60),
    );
  });
});
