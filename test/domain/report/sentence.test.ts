import { describe, expect, it } from 'vitest';
import { buildReport } from '#domain/report/report.ts';
import { writeSentence } from '#domain/report/sentence.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';
import {
  type Short,
  assessAnswers,
  makeAnswers,
  makeProvenAnswer,
} from '../../support/model/make-answers.ts';
import { makeFourElementModel, makeModel } from '../../support/model/make-model.ts';

const model = makeFourElementModel();
const names = ['a', 'b', 'c', 'd'] as const;

const sentenceOf = (...given: readonly (Short | undefined)[]): string => {
  const answers = Object.fromEntries(
    names.flatMap((name, index) =>
      given[index] === undefined ? [] : [[`${name}.${name}1.q1`, given[index]]],
    ),
  ) as Record<string, Short>;
  return writeSentence(assessAnswers(model, answers)).replaceAll('Name of ', '');
};

const proven = makeProvenAnswer(4);

describe('the sentence', () => {
  it.each<[string, (Short | undefined)[]]>([
    ['proven: a, b, c and d;', [proven, proven, proven, proven]],
    ['claimed: a, b, c and d;', [4, 3, 4, 3]],
    ['proven: b; claimed: c; missing: a and d;', [1, proven, 4, 0]],
    ['partial: a and b; missing: c and d;', [2, 2, 1, 0]],
    ['claimed: a; unknown: b, c and d;', [4, 'unknown', undefined, 'unknown']],
    ['unknown: a, b, c and d;', []],
  ])('%s', (expected, given) => {
    expect(sentenceOf(...given)).toBe(expected);
  });

  it('says which elements in place the declared system disputes', () => {
    const answers = { 'a.a1.q1': 4, 'b.b1.q1': 0, 'c.c1.q1': 3, 'd.d1.q1': 0 } as const;
    const sentence = writeSentence(assessAnswers(model, answers), new Set(['a', 'b', 'c']));
    expect(sentence.replaceAll('Name of ', '')).toBe(
      'claimed: a and c; missing: b and d; disputed: a and c;',
    );
  });

  it('says what was not asked', () => {
    const quick = makeModel([
      { id: 'a', practices: [{ id: 'a1', questions: [{ id: 'q1', quick: true }] }] },
      { id: 'b', practices: [{ id: 'b1' }] },
    ]);
    const assessment = assessAnswers(quick, { 'a.a1.q1': 3 }, { scope: 'quick' });
    expect(writeSentence(assessment)).toBe('claimed: Name of a; not asked: Name of b;');
  });
});

describe('contradictions', () => {
  const contested = makeModel([
    {
      id: 'a',
      practices: [{ id: 'a1', questions: [{ id: 'q1', disprovedBy: ['x/y', 'x/z'] }, { id: 'q2' }] }],
    },
    { id: 'b', practices: [{ id: 'b1', questions: [{ id: 'q1', disprovedBy: ['x/y'] }] }] },
  ]);
  const outcome = (check: string, failing: number): CheckOutcome => ({
    check,
    practice: null,
    severity: 'error',
    subjects: 1,
    failing,
  });

  it.each<[Record<string, Short>, CheckOutcome[] | undefined, number, string[]]>([
    [{ 'a.a1.q1': 4, 'a.a1.q2': 4, 'b.b1.q1': 2 }, [outcome('x/y', 1)], 1, ['a']],
    [{ 'a.a1.q1': 4, 'a.a1.q2': 4, 'b.b1.q1': 3 }, [outcome('x/y', 1), outcome('x/z', 1)], 2, ['a', 'b']],
    [{ 'a.a1.q1': 3, 'a.a1.q2': 0 }, [outcome('x/z', 1)], 1, []],
    [{ 'a.a1.q1': 4 }, [outcome('x/y', 0)], 0, []],
    [{ 'a.a1.q1': 2 }, [outcome('x/y', 1)], 0, []],
    [{ 'a.a1.q1': 4 }, undefined, 0, []],
  ])('%j', (given, outcomes, count, ids) => {
    const report = buildReport({
      assessment: assessAnswers(contested, given),
      answers: makeAnswers(given),
      sources: [],
      findings: [],
      ...(outcomes && { outcomes }),
      version: '1.0.0',
    });
    expect(report.summary.contradictions).toBe(count);
    expect(report.elements.filter((element) => element.contested === true).map(({ id }) => id)).toEqual(ids);
  });
});
