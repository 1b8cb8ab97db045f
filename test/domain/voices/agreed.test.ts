import { describe, expect, it } from 'vitest';
import type { Answer } from '#domain/types/answers.ts';
import { combineAnswers } from '#domain/voices/combine.ts';
import { makeAnswers } from '../../support/model/make-answers.ts';
import { makeRespondents } from '../../support/model/make-respondents.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';

const model = await loadShippedModel();
const question = model.practices.flatMap(({ questions }) => questions)[0] ?? expect.fail('no question');
const record = { kind: 'artifact', date: '2026-11-20', what: 'The calendar' } as const;
const older = { kind: 'declaration', date: '2026-11-20', what: 'A policy' } as const;

/** Returns what governs after a leader said 3 with a record, a manager 1 with a policy, and both agreed. */
function governAfter(
  agreed: Answer,
): ReturnType<typeof combineAnswers>['questions'][number]['governing'] | undefined {
  const people = makeRespondents([
    { role: 'leader', answers: { [question.id]: { level: 3, evidence: [record] } } },
    { role: 'manager', answers: { [question.id]: { level: 1, evidence: [older] } } },
  ]);
  const team = {
    ...makeAnswers({ [question.id]: agreed }, { role: 'leader' }),
    agreed: { on: '2026-11-21', voices: 2 },
  };
  return combineAnswers(model, [...people, team], '2026-11-23').questions[0]?.governing;
}

describe('an answer that a team agreed on', () => {
  it('governs with the evidence for its level, whoever had it', () => {
    expect(governAfter({ level: 2 })).toMatchObject({
      by: 'agreed',
      answer: { level: 2, evidence: [record] },
    });
    expect(governAfter({ level: 1, evidence: [older] })?.answer?.evidence).toEqual([older, older, record]);
    expect(governAfter({ level: 4 })?.answer).toEqual({ level: 4 });
  });

  it.each([{ unknown: true }, { notApplicable: 'out-of-scope' }] satisfies Answer[])(
    'governs without a level too: %o',
    (answer) => {
      expect(governAfter(answer)).toMatchObject({ by: 'agreed', answer });
    },
  );
});
