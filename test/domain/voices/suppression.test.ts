/** An attack on the protection of sellers: whatever is printed, each of them could have answered differently. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#domain/scoring/assess.ts';
import { buildReport } from '#domain/report/report.ts';
import { buildVoices } from '#domain/voices/build-voices.ts';
import { combineAnswers, getVoices } from '#domain/voices/combine.ts';
import { groupSellers } from '#domain/voices/protect-sellers.ts';
import type { Answer } from '#domain/types/answers.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';
import { makeFreshEvidence, today } from '../../support/model/make-answers.ts';
import { makeModel } from '../../support/model/make-model.ts';
import { type Person, makeRespondents } from '../../support/model/make-respondents.ts';
import { scaleRuns } from '../../support/runs.ts';

// Every sentence of the report has to be the same, so these are the real ones.
const { messages } = await loadShippedModel();
const ask = { leader: '?', manager: '?', seller: '?', customer: '?' };
const base = makeModel([
  {
    id: 'a',
    practices: [
      {
        id: 'p',
        questions: [
          { id: 'q1', kind: 'felt', ask },
          { id: 'q2', kind: 'decided', ask },
        ],
      },
    ],
  },
  { id: 'b', practices: [{ id: 'r', questions: [{ id: 'q3', kind: 'seen', ask }] }] },
]);
const model = {
  ...base,
  messages,
  patterns: [
    {
      id: 'lottery',
      name: 'Lottery',
      when: {
        any: [
          { spread: 'a.p.q1', atLeast: 1 },
          { difference: 'a.p.q2', atLeast: 1 },
        ],
      },
      ...{ means: 'It depends.', firstMove: 'Ask.', practices: ['p'] },
    },
  ],
  readings: [
    { id: 'apart', name: 'Apart', when: { units: { atLeast: 1 } }, means: 'Apart.', firstMove: 'Ask.' },
    { id: 'above', name: 'Above', when: { gap: { atMost: -1 } }, means: 'Above.', firstMove: 'Ask.' },
  ],
} as typeof base;
const ids = ['a.p.q1', 'a.p.q2', 'b.r.q3'];

const answers: readonly (Answer | undefined)[] = [
  ...[0, 1, 2, 3, 4].map((level) => ({ level })),
  { unknown: true },
  { notApplicable: 'out-of-scope' },
  undefined,
];

/** Makes a report, which stands for all its renderings. */
function print(people: readonly Person[], minGroup: number, withNames = false): string {
  const combination = combineAnswers(model, makeRespondents(people), today, { minGroup, withNames });
  const assessment = assess(model, combination.answers, undefined, today, getVoices(combination));
  const voices = buildVoices(model, combination);
  return JSON.stringify(
    buildReport({
      assessment,
      answers: combination.answers,
      sources: [],
      findings: [],
      voices,
      version: '0',
    }),
  );
}

const isSame = (a: Answer | undefined, b: Answer | undefined): boolean =>
  a?.level === b?.level && a?.unknown === b?.unknown && a?.notApplicable === b?.notApplicable;

/** Returns people with the answer of one of them to a question replaced. */
function replace(people: readonly Person[], index: number, id: string, answer: Answer | undefined): Person[] {
  return people.map((person, place) => {
    if (place !== index) return person;
    const { [id]: _old, ...others } = person.answers;
    return { ...person, answers: answer === undefined ? others : { ...others, [id]: answer } };
  });
}

/** Finds a company in which a seller answered differently, and which prints the same. */
function findTwin(people: readonly Person[], index: number, id: string, minGroup: number): boolean {
  const printed = print(people, minGroup);
  const own = people[index]?.answers[id];
  const prints = (twin: readonly Person[]): boolean => print(twin, minGroup) === printed;
  return (
    people.some(({ role, answers: { [id]: other } }, place) => {
      if (role !== 'seller' || place === index || isSame(own, other)) return false;
      return prints(replace(replace(people, index, id, other), place, id, own));
    }) || answers.some((other) => !isSame(own, other) && prints(replace(people, index, id, other)))
  );
}

const anySpoken = fc
  .tuple(fc.constantFrom(...answers), fc.boolean(), fc.boolean())
  .map(([answer, hasNote, hasEvidence]): Answer | undefined =>
    answer === undefined
      ? undefined
      : {
          ...answer,
          ...(hasNote && { note: 'A note.' }),
          ...(hasEvidence && answer.level !== undefined && { evidence: [makeFreshEvidence('artifact')] }),
        },
  );

/** Answers that are mostly the same, because the same answers are what is hard to protect. */
const anyAnswers = fc
  .tuple(...ids.map(() => fc.oneof({ weight: 2, arbitrary: fc.constant({ level: 2 }) }, anySpoken)))
  .map((given) =>
    Object.fromEntries(ids.flatMap((id, index) => (given[index] === undefined ? [] : [[id, given[index]]]))),
  );

const anyUnit = fc.constantFrom('North', 'South', 'West', undefined);
const anySeller = fc.record({
  role: fc.constant('seller' as const),
  unit: anyUnit,
  name: fc.constantFrom('Kim', 'Lou', undefined),
  answers: anyAnswers,
});
const anyOther = fc.record({
  role: fc.constantFrom('leader' as const, 'manager' as const, 'customer' as const),
  unit: anyUnit,
  answers: anyAnswers,
});
const anyCompany = fc
  .tuple(
    fc.array(anySeller, { minLength: 1, maxLength: 11 }),
    fc.array(anyOther, { maxLength: 4 }),
    fc.constantFrom(3, 4, 5),
  )
  .map(([sellers, others, minGroup]) => ({ people: [...sellers, ...others] as Person[], minGroup }));

describe('a report of several respondents', () => {
  it('does not determine the answer of any seller', () => {
    fc.assert(
      fc.property(anyCompany, fc.constantFrom(...ids), ({ people, minGroup }, id) => {
        const exposed = people.filter(
          ({ role }, index) => role === 'seller' && !findTwin(people, index, id, minGroup),
        );
        expect(exposed).toEqual([]);
      }),
      scaleRuns(60),
    );
  });

  it('does not depend on the order of the respondents', () => {
    fc.assert(
      fc.property(
        anyCompany.chain(({ people, minGroup }) =>
          fc.tuple(
            fc.constant(people),
            fc.shuffledSubarray(people, { minLength: people.length }),
            fc.constant(minGroup),
          ),
        ),
        fc.boolean(),
        ([people, shuffled, minGroup], withNames) => {
          expect(print(shuffled, minGroup, withNames)).toBe(print(people, minGroup, withNames));
        },
      ),
      scaleRuns(60),
    );
  });

  it('shows no group below the minimum, and none can be subtracted from the whole', () => {
    fc.assert(
      fc.property(anyCompany, ({ people, minGroup }) => {
        const sellers = combineAnswers(model, makeRespondents(people), today).audience.respondents.filter(
          ({ answers: { respondent } }) => respondent.role === 'seller',
        );
        const groups = groupSellers(sellers, minGroup).map((group) => group.sellers.length);
        expect(groups.reduce((sum, size) => sum + size, 0)).toBe(sellers.length);
        expect(Math.min(minGroup, ...groups)).toBe(Math.min(minGroup, sellers.length));
      }),
      scaleRuns(100),
    );
  });

  it('has neither names, notes nor evidence of sellers', () => {
    const sellers = Array.from({ length: 6 }, (_, index): Person => ({
      role: 'seller',
      name: 'Kim Lee',
      answers: { 'a.p.q1': { level: index % 4, note: 'Secret.', evidence: [makeFreshEvidence('artifact')] } },
    }));
    expect(print(sellers, 5)).not.toMatch(/Kim|Secret|artifact/);
    expect(print(sellers, 5, true)).toMatch(/Kim Lee.*Secret/);
  });
});
