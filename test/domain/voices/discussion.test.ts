import { describe, expect, it } from 'vitest';
import type { QuestionVoices, VoiceCell } from '#domain/types/report.ts';
import { buildVoices } from '#domain/voices/build-voices.ts';
import { combineAnswers } from '#domain/voices/combine.ts';
import { listDiscussed, measureGap } from '#domain/voices/discussion.ts';
import { type Person, makeRespondents } from '../../support/model/make-respondents.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';

const model = await loadShippedModel();
const rules = model.scoring.voices;

const cell = (median: number | null, reading: 'agree' | 'split' = 'agree'): VoiceCell => ({
  count: 3,
  median,
  agreement: { reading, deviation: 0, rwg: null },
});

/** Makes what people answered to a question. */
function makeVoices(id: string, values: Partial<QuestionVoices> = {}): QuestionVoices {
  return {
    id,
    kind: 'felt',
    governs: 'sellers',
    because: '',
    byRole: {},
    byUnit: [],
    gap: 0,
    gapReading: 'agree',
    spread: 0,
    ...values,
  };
}

const list = (questions: readonly QuestionVoices[], agreed: readonly string[] = []): string[] =>
  listDiscussed(questions, rules, (id) => agreed.includes(id)).map(({ id }) => id);

describe('the questions of a session', () => {
  it.each([
    ['a gap to talk about', { gap: 1 }, true],
    ['a gap the other way', { gap: -1 }, true],
    ['a smaller gap', { gap: 0.5 }, false],
    ['units that are disputed', { spread: 1.5 }, true],
    ['units that are nearer', { spread: 1 }, false],
    ['a role that is split', { byRole: { seller: cell(1, 'split') } }, true],
    [
      'a unit that is split',
      { byUnit: [{ role: 'seller', units: ['North'], answers: cell(1, 'split') }] },
      true,
    ],
    ['sellers who are not shown', { gap: null, byRole: { seller: null, leader: cell(4) } }, false],
    [
      'managers who differ from the leader',
      { gap: null, byRole: { manager: cell(1), leader: cell(4) } },
      true,
    ],
  ] satisfies [string, Partial<QuestionVoices>, boolean][])('%s', (_name, values, isListed) => {
    expect(list([makeVoices('a', values)])).toEqual(isListed ? ['a'] : []);
  });

  it('come by gap, then by the spread of units, then in asking order, and end with those agreed before', () => {
    const questions = [
      makeVoices('agreed'),
      makeVoices('nothing'),
      makeVoices('third', { gap: 1, spread: 0.5 }),
      makeVoices('fourth', { gap: 1, spread: null }),
      makeVoices('first', { gap: -3 }),
      makeVoices('second', { gap: 1, spread: 2 }),
    ];
    expect(list(questions, ['agreed'])).toEqual(['first', 'second', 'third', 'fourth', 'agreed']);
  });

  it('measure the gap between leaders and sellers, else between any two roles', () => {
    const byRole = { leader: cell(3), manager: cell(1), seller: cell(2), customer: cell(null) };
    expect(measureGap(makeVoices('a', { gap: 1, byRole }))).toBe(1);
    expect(measureGap(makeVoices('a', { gap: null, byRole }))).toBe(2);
    expect(measureGap(makeVoices('a', { gap: null, byRole: { leader: cell(3) } }))).toBe(0);
  });

  it('do not depend on which seller of a small group said what', () => {
    const id = 'execution.coaching-cadence.last-session';
    const discuss = (levels: readonly number[]): string[] => {
      const people: Person[] = [
        { role: 'leader', answers: { [id]: { level: 3 } } },
        { role: 'manager', answers: { [id]: { level: 3 } } },
        ...levels.map((level): Person => ({ role: 'seller', answers: { [id]: { level } } })),
      ];
      const combination = combineAnswers(model, makeRespondents(people), '2026-11-23');
      return list(buildVoices(model, combination).questions);
    };
    expect(discuss([0, 0, 0, 0])).toEqual(discuss([3, 3, 3, 3]));
    expect(discuss([0, 0, 0, 0, 1])).toEqual([id]);
  });
});
