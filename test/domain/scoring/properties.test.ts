/** Longer than 200 lines: every property uses the same generated models and answers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assessment, assess } from '#domain/scoring/assess.ts';
import { findGaps } from '#domain/plan/gaps.ts';
import type { Lens } from '#domain/scoring/roll-up.ts';
import { type Model, listQuestions } from '#domain/model.ts';
import { makePlan } from '#domain/plan/plan.ts';
import { buildReport } from '#domain/report/report.ts';
import type { Answer, AnswersDocument } from '#domain/types/answers.ts';
import { makeAnswers, today } from '../../support/model/make-answers.ts';
import { type PracticeSpec, makeModel } from '../../support/model/make-model.ts';
import { scaleRuns } from '../../support/runs.ts';

const settings = scaleRuns(100);

interface Shape {
  readonly weight: number;
  readonly target: number;
  /** Weights of the questions. */
  readonly questions: readonly number[];
  /** Positions of prerequisites. Only earlier practices count, so there is never a cycle. */
  readonly needs: readonly number[];
}

const weight = fc.constantFrom(0.1, 0.3, 0.7, 1, 1.5, 2, 3);
const shapes: fc.Arbitrary<Shape[]> = fc.array(
  fc.record({
    weight,
    target: fc.constantFrom(50, 62.5, 75, 100),
    questions: fc.array(weight, { maxLength: 3 }),
    needs: fc.array(fc.nat(10), { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 3 },
);
const anyElement = fc.oneof(
  shapes.map((practices) => ({ practices, blocks: [] })),
  fc
    .array(fc.record({ weight, practices: shapes }), { minLength: 1, maxLength: 3 })
    .map((blocks) => ({ practices: [], blocks })),
);

const anyModel: fc.Arbitrary<Model> = fc.array(anyElement, { minLength: 1, maxLength: 4 }).map((elements) => {
  const made: string[] = [];
  const makeSpec = ({ questions, needs, ...rest }: Shape): PracticeSpec => {
    // 7 and 101 are coprime: ids are distinct and do not follow the sequence, which ties depend on.
    const id = `p${(made.length * 7 + 50) % 101}`;
    const dependsOn = [...new Set(needs.flatMap((place) => made[place] ?? []))];
    made.push(id);
    return {
      ...rest,
      id,
      dependsOn,
      questions: questions.map((each, index) => ({ id: `q${index}`, weight: each })),
    };
  };
  return makeModel(
    elements.map(({ practices, blocks }, index) => ({
      id: `e${index}`,
      practices: practices.map(makeSpec),
      blocks: blocks.map((block, place) => ({
        id: `b${place}`,
        weight: block.weight,
        practices: block.practices.map(makeSpec),
      })),
    })),
  );
});

const evidence = fc.record(
  {
    kind: fc.constantFrom('declaration', 'affirmation', 'artifact'),
    what: fc.constant('Something'),
    date: fc.constantFrom(today, '2025-11-23', '2025-11-22', '2030-01-01'),
  },
  { requiredKeys: ['kind', 'what'] },
);
const extras = { evidence: fc.array(evidence, { minLength: 1, maxLength: 2 }) };
const answered = fc.record({ level: fc.integer({ min: 0, max: 4 }), ...extras }, { requiredKeys: ['level'] });
const unknown = fc.record({ unknown: fc.constant(true as const), ...extras }, { requiredKeys: ['unknown'] });
const notApplicable = fc.record(
  { notApplicable: fc.constant('out-of-scope'), ...extras },
  { requiredKeys: ['notApplicable'] },
);
const maybeAnswer: fc.Arbitrary<Answer | undefined> = fc.oneof(
  { weight: 6, arbitrary: answered },
  { weight: 1, arbitrary: unknown },
  { weight: 1, arbitrary: notApplicable },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

type Given = Readonly<Record<string, Answer>>;

/** Generates a model with answers to it. */
const anyCase: fc.Arbitrary<{ model: Model; given: Given }> = anyModel.chain((model) =>
  fc.tuple(...listQuestions(model).map(() => maybeAnswer)).map((answers) => ({
    model,
    given: Object.fromEntries(
      listQuestions(model).flatMap(({ id }, index) => {
        const answer = answers[index];
        return answer === undefined ? [] : [[id, answer]];
      }),
    ),
  })),
);
/** Generates the same, with one of the questions. */
const anyCaseAt = anyCase
  .filter(({ model }) => listQuestions(model).length > 0)
  .chain(({ model, given }) =>
    fc.record({
      model: fc.constant(model),
      given: fc.constant(given),
      id: fc.constantFrom(...listQuestions(model).map((question) => question.id)),
    }),
  );

function score(model: Model, given: Given): Assessment {
  return assess(model, makeAnswers(given), undefined, today);
}

function renderReport(model: Model, answers: AnswersDocument): string {
  const assessment = assess(model, answers, undefined, today);
  return JSON.stringify(buildReport({ assessment, answers, sources: [], findings: [], version: '0.1.0' }));
}

/** Flattens a lens to scores by the id of their subject. */
function listScores({ practices, blocks, elements, overall }: Lens): Map<string, number | null> {
  return new Map([
    ...[...practices].map(([id, value]) => [`practice ${id}`, value] as const),
    ...[...blocks].map(([id, value]) => [`block ${id}`, value] as const),
    ...[...elements].map(([id, value]) => [`element ${id}`, value] as const),
    ['overall', overall] as const,
  ]);
}

/** Returns the ids whose score in `after` is lower than in `before`, or null in only one of them. */
function findLowered(before: Lens, after: Lens): string[] {
  const later = listScores(after);
  return [...listScores(before)].flatMap(([key, value]) => {
    const now = later.get(key) ?? null;
    const holds = value === null || now === null ? value === now : now >= value;
    return holds ? [] : [`${key}: ${value} to ${now}`];
  });
}

function omitAnswer(given: Given, id: string): Given {
  return Object.fromEntries(Object.entries(given).filter(([key]) => key !== id));
}

/** Returns all that is known about every question and practice except one. */
function describeOthers({ asked, said, shown, low, high }: Assessment, id: string) {
  const home = id.split('.')[1] ?? '';
  return {
    questions: asked
      .filter(({ question }) => question.id !== id)
      .map(({ question, state, level, shownLevel }) => [question.id, state, level, shownLevel]),
    practices: [said, shown, low, high].map(({ practices }) =>
      [...practices].filter(([practice]) => practice !== home),
    ),
  };
}

describe('properties of the scoring', () => {
  it('raising a level never lowers any score of said, shown or range', () => {
    fc.assert(
      fc.property(anyCaseAt, fc.integer({ min: 1, max: 4 }), ({ model, given, id }, by) => {
        const level = given[id]?.level;
        fc.pre(level !== undefined && level < 4);
        const before = score(model, given);
        const raised = { ...given[id], level: Math.min(4, (level ?? 0) + by) };
        const after = score(model, { ...given, [id]: raised });
        for (const lens of ['said', 'shown', 'low', 'high'] as const) {
          expect(findLowered(before[lens], after[lens])).toEqual([]);
        }
        expect(after.score ?? -1).toBeGreaterThanOrEqual(before.score ?? -1);
      }),
      settings,
    );
  });

  it('a not-applicable answer never changes a sibling', () => {
    fc.assert(
      fc.property(anyCaseAt, notApplicable, ({ model, given, id }, answer) => {
        const open = score(model, omitAnswer(given, id));
        const excluded = score(model, { ...given, [id]: answer });
        expect(describeOthers(excluded, id)).toEqual(describeOthers(open, id));
        // The score of its own practice depends on the siblings.
        expect(excluded.said).toEqual(open.said);
        expect(excluded.shown).toEqual(open.shown);
      }),
      settings,
    );
  });

  it('unknown never counts as zero: it has the same effect as an open question', () => {
    fc.assert(
      fc.property(anyCaseAt, unknown, ({ model, given, id }, answer) => {
        const open = score(model, omitAnswer(given, id));
        const admitted = score(model, { ...given, [id]: answer });
        for (const lens of ['said', 'shown', 'low', 'high'] as const) {
          expect(admitted[lens]).toEqual(open[lens]);
        }
        expect([admitted.status, admitted.coverage]).toEqual([open.status, open.coverage]);
      }),
      settings,
    );
  });

  it('a practice has a score exactly if one of its questions has a level, and not below the lowest', () => {
    fc.assert(
      fc.property(anyCase, ({ model, given }) => {
        const { said, asked } = score(model, given);
        for (const { id } of model.practices) {
          const levels = asked.flatMap(({ question, level }) =>
            question.practice === id && level !== null ? [level] : [],
          );
          const value = said.practices.get(id) ?? null;
          expect(value === null).toBe(levels.length === 0);
          expect(value ?? 100).toBeGreaterThanOrEqual(Math.min(4, ...levels) * 25);
        }
      }),
      settings,
    );
  });

  it('the order of the answers is irrelevant', () => {
    fc.assert(
      fc.property(
        anyCase.chain(({ model, given }) =>
          fc.record({
            model: fc.constant(model),
            given: fc.constant(given),
            shuffled: fc.shuffledSubarray(Object.entries(given), { minLength: Object.keys(given).length }),
          }),
        ),
        ({ model, given, shuffled }) => {
          expect(renderReport(model, makeAnswers(Object.fromEntries(shuffled)))).toBe(
            renderReport(model, makeAnswers(given)),
          );
        },
      ),
      settings,
    );
  });

  it('low <= score <= high and shown <= said, everywhere', () => {
    fc.assert(
      fc.property(anyCase, ({ model, given }) => {
        const assessment = score(model, given);
        const [said, shown, low, high] = (['said', 'shown', 'low', 'high'] as const).map((lens) =>
          listScores(assessment[lens]),
        );
        for (const [key, value] of said ?? []) {
          if (value === null) continue;
          expect(low?.get(key)).toBeLessThanOrEqual(value);
          expect(high?.get(key)).toBeGreaterThanOrEqual(value);
          expect(shown?.get(key) ?? 0).toBeLessThanOrEqual(value);
        }
        for (const [key, value] of low ?? []) expect(value ?? 0).toBeLessThanOrEqual(high?.get(key) ?? 0);
        for (const { level, shownLevel } of assessment.asked) {
          expect(shownLevel ?? 0).toBeLessThanOrEqual(level ?? 0);
        }
      }),
      settings,
    );
  });

  it('every gap is ranked exactly once and never before a blocker', () => {
    fc.assert(
      fc.property(anyCase, ({ model, given }) => {
        const assessment = score(model, given);
        const ranked = findGaps(assessment).map(({ practice }) => practice.id);
        const below = model.practices.filter(
          ({ id, target }) => (assessment.said.practices.get(id) ?? 100) < target,
        );
        expect(ranked.toSorted()).toEqual(below.map(({ id }) => id).toSorted());
        for (const { practice, blockedBy } of findGaps(assessment)) {
          for (const { id } of blockedBy) {
            expect(ranked.indexOf(id)).toBeGreaterThanOrEqual(0);
            expect(ranked.indexOf(id)).toBeLessThan(ranked.indexOf(practice.id));
          }
        }
      }),
      settings,
    );
  });

  it('a plan has at most three moves now and every gap exactly once', () => {
    fc.assert(
      fc.property(anyCase, ({ model, given }) => {
        const assessment = score(model, given);
        const gaps = findGaps(assessment);
        const { now, next, later } = makePlan(assessment, gaps);
        expect(now.length).toBeLessThanOrEqual(3);
        expect(next.length).toBeLessThanOrEqual(3);
        const closed = now.flatMap((move) => (move.move === 'close' ? [move.gap] : []));
        expect(closed.every(({ blockedBy }) => blockedBy.length === 0)).toBe(true);
        expect(new Set([...closed, ...next, ...later])).toEqual(new Set(gaps));
        expect(closed.length + next.length + later.length).toBe(gaps.length);
        const asking = now.filter(({ move }) => move === 'find-out');
        const canBeAsked = assessment.asked.some(
          ({ question, state }) =>
            assessment.status.get(question.element) === 'unknown' &&
            (state === 'unknown' || state === 'unanswered'),
        );
        expect(asking).toHaveLength(canBeAsked ? 1 : 0);
      }),
      settings,
    );
  });

  it('overall and balance are null exactly while an element is unknown or nothing has a score', () => {
    fc.assert(
      fc.property(anyCase, ({ model, given }) => {
        const { status, score: overall, balance } = score(model, given);
        const ignorant = [...status.values()].includes('unknown');
        const scored = [...status.values()].some((one) => one !== 'not-asked');
        expect(overall === null).toBe(ignorant || !scored);
        expect(ignorant && balance !== null).toBe(false);
      }),
      settings,
    );
  });

  it('the same inputs give the same JSON and are not changed', () => {
    fc.assert(
      fc.property(anyCase, ({ model, given }) => {
        const answers = makeAnswers(given);
        const before = JSON.stringify([model, answers]);
        const first = renderReport(model, answers);
        expect(renderReport(structuredClone(model), structuredClone(answers))).toBe(first);
        expect(JSON.stringify([model, answers])).toBe(before);
      }),
      settings,
    );
  });
});
