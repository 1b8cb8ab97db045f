import { describe, expect, it } from 'vitest';
import type { Role } from '#domain/model.ts';
import { type Scope, makeQuestionnaire, getWording } from '#domain/scoring/questionnaire.ts';
import { assessAnswers } from '../../support/model/make-answers.ts';
import { makeOneElementModel } from '../../support/model/make-model.ts';

const model = makeOneElementModel([
  {
    id: 'p',
    questions: [
      { id: 'all', quick: true, ask: { leader: 'L', manager: 'M', seller: 'S' } },
      { id: 'managers', ask: { leader: 'L', manager: 'M' } },
      { id: 'leaders', quick: true },
      { id: 'customers', ask: { leader: 'L', customer: 'C' } },
    ],
  },
]);

describe('asked set', () => {
  it.each<[Role, Scope, string[]]>([
    ['leader', 'full', ['all', 'managers', 'leaders', 'customers']],
    ['leader', 'quick', ['all', 'leaders']],
    ['manager', 'full', ['all', 'managers']],
    ['manager', 'quick', ['all']],
    ['seller', 'full', ['all']],
    ['seller', 'quick', ['all']],
    ['customer', 'full', ['customers']],
    ['customer', 'quick', []],
    ['enablement', 'full', []],
  ])('a %s is asked in a %s audit', (role, scope, expected) => {
    expect(makeQuestionnaire(model, role, scope).map(({ id }) => id)).toEqual(
      expected.map((id) => `e.p.${id}`),
    );
  });

  it('defaults to a full audit', () => {
    expect(assessAnswers(model, {}).asked).toHaveLength(4);
  });

  it('ignores answers to questions that were not asked', () => {
    const given = { 'e.p.all': 4, 'e.p.managers': 0 };
    const quick = assessAnswers(model, given, { role: 'manager', scope: 'quick' });
    expect(quick.said.overall).toBe(100);
    expect(quick.low.overall).toBe(100);
    expect(quick.coverage).toBe(1);
    expect(assessAnswers(model, given, { role: 'manager' }).said.overall).toBe(50);
  });

  it.each<[Role, string]>([
    ['leader', 'L'],
    ['seller', 'S'],
    ['customer', 'L'],
  ])('uses the wording for a %s, or else the one for the leader', (role, words) => {
    const [question] = makeQuestionnaire(model, 'leader', 'full');
    expect(question && getWording(question, role)).toBe(words);
  });
});
