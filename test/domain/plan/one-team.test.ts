import { describe, expect, it } from 'vitest';
import { findGaps } from '#domain/plan/gaps.ts';
import { isOneTeam } from '#domain/plan/one-team.ts';
import { type Question, selectRecommendation } from '#domain/model.ts';
import { assess } from '#domain/scoring/assess.ts';
import type { Context } from '#domain/types/answers.ts';
import { makeAnswers, today } from '../../support/model/make-answers.ts';
import { makeOneElementModel } from '../../support/model/make-model.ts';

const plain = makeOneElementModel([{ id: 'p' }]);
const [question] = plain.practices.flatMap(({ questions }) => questions) as [Question];
const recommendations = question.recommendations.map((each) => ({
  ...each,
  owner: 'Sales managers',
  inOneTeam: { owner: 'The owner' },
}));
const model = makeOneElementModel([{ id: 'p', questions: [{ id: 'q1', recommendations }] }]);

function assessWith(context: Context | undefined) {
  const answers = { ...makeAnswers({ 'e.p.q1': 1 }), ...(context && { context }) };
  return assess(model, answers, undefined, today);
}

describe('one team', () => {
  it.each<[Context | undefined, boolean]>([
    [{ managers: 0 }, true],
    [{ managers: 0, sellers: 200 }, true],
    [{ managers: 1, sellers: 5 }, false],
    [{ sellers: 10 }, true],
    [{ sellers: 11 }, false],
    [{}, false],
    [undefined, false],
  ])('%j: %s', (context, expected) => {
    const assessment = assessWith(context);
    expect(isOneTeam(assessment)).toBe(expected);
    expect(findGaps(assessment)[0]?.recommendation?.owner).toBe(expected ? 'The owner' : 'Sales managers');
  });

  it('keeps what reads the same', () => {
    const [own] = model.practices.flatMap(({ questions }) => questions) as [Question];
    const [base, mine] = [selectRecommendation(own, 1), selectRecommendation(own, 1, true)];
    expect(mine).toEqual({ ...base, owner: 'The owner' });
    expect(selectRecommendation(question, 1, true)).toEqual(question.recommendations[0]);
  });
});
