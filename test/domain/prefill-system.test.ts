import { describe, expect, it } from 'vitest';
import { prefillFrom } from '#domain/prefill-system.ts';
import { makeAnswers } from '../support/model/make-answers.ts';

const heard = 'philosophy.stated-purpose.heard';

describe('prefillFrom', () => {
  it.each([
    [
      'a dated record of answers',
      { kind: 'artifact', date: '2026-10-01', what: 'Five sellers asked unrehearsed' },
      '2026-10-01',
    ],
    ['a record without a date', { kind: 'artifact', what: 'Five sellers asked' }, undefined],
    ['a plan', { kind: 'declaration', date: '2026-10-01', what: 'Sellers are asked each spring' }, undefined],
    ['something else', { kind: 'artifact', date: '2026-10-01', what: 'Photo of the poster' }, undefined],
    ['a denial', { kind: 'artifact', date: '2026-10-01', what: 'Nobody was asked' }, undefined],
  ] as const)('finds when sellers were asked in %s, or does not', (_, evidence, asked) => {
    const learned = prefillFrom(makeAnswers({ [heard]: { level: 2, evidence: [evidence] } }));
    expect(learned.values.map(({ value }) => value)).toEqual(asked === undefined ? [] : [asked]);
  });

  it('takes the last date, and none if the answer is that nobody asked', () => {
    const evidence = (date: string) => [{ kind: 'artifact' as const, date, what: 'What they said' }];
    const both = { [heard]: { level: 1, evidence: [...evidence('2026-03-01'), ...evidence('2026-05-01')] } };
    expect(prefillFrom(makeAnswers(both)).values).toEqual([
      { path: ['philosophy', 'purpose', 'askedSellersOn'], value: '2026-05-01' },
    ]);
    expect(
      prefillFrom(makeAnswers({ [heard]: { level: 0, evidence: evidence('2026-03-01') } })).values,
    ).toEqual([]);
  });

  it('copies a reference only if the system asks for it, at a level at which it exists', () => {
    const record = [{ kind: 'artifact' as const, what: 'By deal', ref: 'docs/errors.csv' }];
    const id = 'process.use-and-learning.forecast-error';
    const path = ['process', 'forecast', 'errorLog'];
    expect(prefillFrom(makeAnswers({ [id]: { level: 2, evidence: record } })).values).toEqual([
      { path, value: 'docs/errors.csv' },
    ]);
    expect(prefillFrom(makeAnswers({ [id]: { level: 1, evidence: record } })).values).toEqual([]);
    expect(prefillFrom(makeAnswers({ [id]: { unknown: true, evidence: record } })).values).toEqual([]);
    expect(
      prefillFrom(makeAnswers({ 'process.shared-stages.stage-agreement': { level: 4, evidence: record } }))
        .values,
    ).toEqual([]);
  });

  it.each([
    ['Gulf', 'Gulf'],
    ['All regions', undefined],
    [undefined, undefined],
  ])('takes unit %j as %j: one that means everyone is left out', (unit, taken) => {
    const respondent = { role: 'leader', ...(unit !== undefined && { unit }) } as const;
    expect(prefillFrom({ ...makeAnswers({}), respondent }).unit).toBe(taken);
  });
});
