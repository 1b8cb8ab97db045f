import { describe, expect, it } from 'vitest';
import {
  describeAnswer,
  getAnswer,
  toNotApplicable,
  toUnknown,
  makeAnswer,
  findFirstOpen,
  isSettled,
  estimateMinutes,
  listOpenQuestions,
  setAnswer,
  addEvidence,
  setNote,
} from '#domain/interview/interview.ts';
import { listQuestions } from '#domain/model.ts';
import type { Answer } from '#domain/types/answers.ts';
import { makeEvidence, makeFreshEvidence, makeAnswers, today } from '../../support/model/make-answers.ts';
import { makeOneElementModel } from '../../support/model/make-model.ts';

const model = makeOneElementModel([{ id: 'p', questions: 3 }]);
const questions = listQuestions(model);
const [first, second, third] = questions;
if (first === undefined || second === undefined || third === undefined) throw new Error('three questions');

const full: Answer = {
  level: 2,
  evidence: [makeFreshEvidence('artifact')],
  note: 'A note',
  answeredOn: '2026-01-01',
};

describe('estimateMinutes', () => {
  it.each([
    [0, 0],
    [1, 2],
    [2, 3],
    [12, 18],
    [43, 65],
  ])('%d questions take about %d minutes', (count, minutes) => {
    expect(estimateMinutes(count)).toBe(minutes);
  });
});

describe('the first open question', () => {
  it.each([
    ['nothing answered', {}, 0, 3],
    ['the first answered', { 'e.p.q1': 0 }, 1, 2],
    ['unknown and not applicable are answers', { 'e.p.q1': 'unknown', 'e.p.q2': 'na' }, 2, 1],
    ['a gap between answers', { 'e.p.q1': 1, 'e.p.q3': 1 }, 1, 1],
    ['all answered', { 'e.p.q1': 1, 'e.p.q2': 1, 'e.p.q3': 1 }, 3, 0],
    ['answers to other questions', { 'e.p.q9': 1 }, 0, 3],
  ] as const)('%s', (_, given, place, open) => {
    const answers = makeAnswers(given);
    expect(findFirstOpen(questions, answers)).toBe(place);
    expect(listOpenQuestions(questions, answers)).toHaveLength(open);
  });

  it('does not mistake an inherited property for an answer', () => {
    const answers = makeAnswers({});
    const odd = { ...first, id: 'toString' };
    expect(isSettled(answers, odd)).toBe(false);
    expect(getAnswer(answers, odd)).toBeUndefined();
  });
});

describe('withAnswer', () => {
  it('sets one answer and leaves the rest and the original unchanged', () => {
    const before = makeAnswers({ 'e.p.q1': 1, 'e.p.q2': 2 });
    const after = setAnswer(before, second, { level: 4 });
    expect(after.answers).toEqual({ 'e.p.q1': { level: 1 }, 'e.p.q2': { level: 4 } });
    expect(before.answers['e.p.q2']).toEqual({ level: 2 });
    expect(getAnswer(after, second)).toEqual({ level: 4 });
    expect(getAnswer(after, third)).toBeUndefined();
  });
});

describe('an answer', () => {
  it.each<[string, Answer, Answer]>([
    ['a first level', makeAnswer(undefined, 0, today), { level: 0, answeredOn: today }],
    [
      'a new level keeps evidence and note',
      makeAnswer(full, 3, today),
      { ...full, level: 3, answeredOn: today },
    ],
    [
      'a level removes unknown',
      makeAnswer({ unknown: true, note: 'A note' }, 1, today),
      { level: 1, note: 'A note', answeredOn: today },
    ],
    [
      'a level removes the reason',
      makeAnswer({ notApplicable: 'out-of-scope' }, 1, today),
      { level: 1, answeredOn: today },
    ],
    [
      'unknown keeps evidence and note and removes the level',
      toUnknown(full, today),
      { unknown: true, evidence: [makeFreshEvidence('artifact')], note: 'A note', answeredOn: today },
    ],
    ['unknown from nothing', toUnknown(undefined, today), { unknown: true, answeredOn: today }],
    [
      'not applicable, with an explanation',
      toNotApplicable('out-of-scope', 'Not ours', today),
      { notApplicable: 'out-of-scope', note: 'Not ours', answeredOn: today },
    ],
    [
      'not applicable, without an explanation',
      toNotApplicable('out-of-scope', '', today),
      { notApplicable: 'out-of-scope', answeredOn: today },
    ],
    [
      'evidence is added at the end',
      addEvidence(full, makeEvidence('declaration')),
      { ...full, evidence: [makeFreshEvidence('artifact'), makeEvidence('declaration')] },
    ],
    [
      'first evidence',
      addEvidence({ level: 1 }, makeFreshEvidence('artifact')),
      { level: 1, evidence: [makeFreshEvidence('artifact')] },
    ],
    ['a note', setNote({ level: 1 }, 'Said so'), { level: 1, note: 'Said so' }],
    ['another note', setNote({ level: 1, note: 'Old' }, 'New'), { level: 1, note: 'New' }],
    ['an empty note removes it', setNote({ level: 1, note: 'Old' }, ''), { level: 1 }],
  ])('%s', (_, actual, expected) => {
    expect(actual).toStrictEqual(expected);
  });

  it.each<[Answer, string]>([
    [{ level: 0 }, 'level 0'],
    [{ unknown: true }, 'unknown'],
    [{ notApplicable: 'out-of-scope' }, 'does not apply: Not covered.'],
    [{ notApplicable: 'gone' }, 'does not apply: gone'],
  ])('describes %j: %s', (answer, expected) => {
    expect(describeAnswer(answer, model, model.messages)).toBe(expected);
  });
});
