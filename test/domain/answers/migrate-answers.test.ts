import { describe, expect, it } from 'vitest';
import {
  carryOverAnswers,
  compareVersions,
  compareWithModel,
  findOutdatedAnswers,
  makeReference,
} from '#domain/answers/migrate-answers.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import { type Short, makeAnswers } from '../../support/model/make-answers.ts';
import { makeModel } from '../../support/model/make-model.ts';

/** Makes a model in which `new` changed in 1.2.0, `newer` in 2.0.0 and `old` never. */
function modelAt(version: string, more: Partial<Model> = {}): Model {
  const questions = [{ id: 'old' }, { id: 'new', changedIn: '1.2.0' }, { id: 'newer', changedIn: '2.0.0' }];
  return { ...makeModel([{ id: 'e', practices: [{ id: 'p', questions }] }]), version, ...more };
}

function answersTo(id: string, version: string, given: Readonly<Record<string, Short>>): AnswersDocument {
  return { ...makeAnswers(given), model: { id, version } };
}

const all = { 'e.p.old': 1, 'e.p.new': 2, 'e.p.newer': 3 };
const base = { id: 'base', version: '1.4.0' };

describe('compareVersions', () => {
  it.each([
    ['1.0.0', '1.0.0', 0],
    ['1.0.0', '1.0.1', -1],
    ['1.2.0', '1.10.0', -1],
    ['2.0.0', '1.99.99', 1],
    ['1.0.10', '1.0.9', 1],
    ['10.0.0', '9.0.0', 1],
  ])('%s and %s: %i', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
    expect(Math.sign(compareVersions(b, a)) + sign).toBe(0);
  });
});

describe('isFitting', () => {
  it.each([
    ['the same version', 'test-model', '2.0.0', 'yes'],
    ['an older patch', 'test-model', '1.9.9', 'yes'],
    ['an older major version', 'test-model', '1.0.0', 'yes'],
    ['a newer version', 'test-model', '2.0.1', 'newer'],
    ['the model that it extends', 'base', '1.4.0', 'yes'],
    ['an older version of the model that it extends', 'base', '1.0.0', 'yes'],
    ['a newer version of the model that it extends', 'base', '1.5.0', 'newer'],
    ['another model', 'other', '2.0.0', 'other'],
  ] as const)('answers to %s', (_name, id, version, expected) => {
    expect(compareWithModel(modelAt('2.0.0', { extends: [base] }), { id, version })).toBe(expected);
  });

  it('rejects answers to a base if there is none', () => {
    expect(compareWithModel(modelAt('2.0.0'), { id: 'base', version: '1.0.0' })).toBe('other');
  });
});

describe('findOutdatedAnswers', () => {
  it.each([
    ['1.0.0', ['e.p.new', 'e.p.newer']],
    ['1.1.9', ['e.p.new', 'e.p.newer']],
    ['1.2.0', ['e.p.newer']],
    ['1.10.0', ['e.p.newer']],
    ['2.0.0', []],
  ])('of answers to %s', (version, expected) => {
    expect(findOutdatedAnswers(answersTo('test-model', version, all), modelAt('2.1.0'))).toEqual(expected);
  });

  it('finds only answered questions', () => {
    expect(
      findOutdatedAnswers(answersTo('test-model', '1.0.0', { 'e.p.new': 'unknown' }), modelAt('2.0.0')),
    ).toEqual(['e.p.new']);
  });

  it('finds nothing if the version is the same, whatever the versions of questions', () => {
    // An overlay has versions of its own, and takes over questions of a base with a higher version.
    const overlay = modelAt('1.0.0', { extends: [base] });
    expect(findOutdatedAnswers(answersTo('test-model', '1.0.0', all), overlay)).toEqual([]);
    expect(findOutdatedAnswers(answersTo('base', '1.4.0', all), overlay)).toEqual([]);
  });
});

describe('makeReference', () => {
  it('refers to the model with its digest, or to the base that was answered', () => {
    const overlay = modelAt('2.0.0', { extends: [base] });
    expect(makeReference(overlay)).toEqual({ id: 'test-model', version: '2.0.0', digest: overlay.digest });
    expect(makeReference(overlay, 'base')).toEqual(base);
  });
});

describe('carryOverAnswers', () => {
  it('keeps unchanged answers, marked with this version, and the rest of the file', () => {
    const model = modelAt('2.0.0');
    const before = {
      ...answersTo('test-model', '1.2.0', all),
      closing: 'Nothing.',
      opening: { first: 'Half.' },
    };
    expect(carryOverAnswers(before, model)).toEqual({
      ...before,
      model: { id: 'test-model', version: '2.0.0', digest: model.digest },
      answers: { 'e.p.old': { level: 1 }, 'e.p.new': { level: 2 } },
    });
  });

  it('changes nothing when applied a second time', () => {
    const model = modelAt('2.0.0');
    const once = carryOverAnswers(answersTo('test-model', '1.0.0', all), model);
    expect(findOutdatedAnswers(once, model)).toEqual([]);
    expect(carryOverAnswers(once, model)).toEqual(once);
  });
});
