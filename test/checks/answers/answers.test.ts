import { describe, expect, it } from 'vitest';
import contradictsSystem from '#checks/answers/contradicts-system.ts';
import incomplete from '#checks/answers/incomplete.ts';
import modelMismatch from '#checks/answers/model-mismatch.ts';
import overclaimed from '#checks/answers/overclaimed.ts';
import stale from '#checks/answers/stale.ts';
import unknownQuestion from '#checks/answers/unknown-question.ts';
import { type AnswersCheck, type CheckResult, findExistingPath } from '#checks/define-check.ts';
import { toPointer } from '#document/read/fault.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument, Evidence } from '#domain/types/answers.ts';
import { plainFacts } from '../../support/checks/check-system.ts';
import { type Short, makeEvidence, makeAnswers } from '../../support/model/make-answers.ts';
import { makeOneElementModel } from '../../support/model/make-model.ts';

/**
 * Practice `p` of element `e`: two checks disprove `a`, none disproves `b`, and a seller is asked only `a`.
 */
const model: Model = makeOneElementModel([
  {
    id: 'p',
    questions: [
      { id: 'a', disprovedBy: ['x/one', 'x/two'], quick: true, ask: { leader: 'A?', seller: 'A?' } },
      { id: 'b' },
      { id: 'c' },
      { id: 'd' },
      { id: 'f' },
    ],
  },
]);

function run(
  check: AnswersCheck,
  answers: AnswersDocument,
  given: { failing?: readonly string[]; model?: Model } = {},
): CheckResult {
  const failingChecks = given.failing === undefined ? undefined : new Set(given.failing);
  return check.run(answers, { model: given.model ?? model, facts: plainFacts, failingChecks });
}

/** Summarizes the findings of a check of answers, and verifies that each position exists. */
function summarize(check: AnswersCheck, answers: AnswersDocument, failing?: readonly string[]) {
  const { subjects, failures } = run(check, answers, { ...(failing && { failing }) });
  for (const { path, message, fix } of failures) {
    expect(findExistingPath(answers, path)).toEqual(path);
    expect(message).toMatch(/[.?!]$/);
    expect(fix).toMatch(/[.?!]$/);
  }
  return { subjects, at: failures.map(({ path }) => toPointer(path)) };
}

describe('check answers/unknown-question', () => {
  it('points to each unknown id, and says why a retired one is gone', () => {
    const answers = makeAnswers({ 'e.p.a': 1, 'e.p.z': 2, 'e.p.old': 3 });
    const retired = [{ id: 'e.p.old', since: '1.0.0', why: 'It asked two things.' }];
    expect(run(unknownQuestion, answers, { model: { ...model, retired } })).toMatchObject({
      subjects: 3,
      failures: [
        { path: ['answers', 'e.p.z'], at: 'key', message: expect.stringContaining('no question `e.p.z`') },
        { path: ['answers', 'e.p.old'], at: 'key', message: expect.stringContaining('It asked two things.') },
      ],
    });
    expect(summarize(unknownQuestion, makeAnswers({}))).toEqual({ subjects: 0, at: [] });
  });
});

describe('check answers/model-mismatch', () => {
  it.each([
    ['test-model', '1.0.0', []],
    ['test-model', '0.9.0', []],
    ['test-model', '1.0.1', ['/model/version']],
    ['another', '1.0.0', ['/model/id']],
  ])('%s %s', (id, version, at) => {
    expect(summarize(modelMismatch, { ...makeAnswers({}), model: { id, version } })).toEqual({
      subjects: 1,
      at,
    });
  });
});

describe('check answers/overclaimed', () => {
  const proved = (level: number, ...evidence: readonly Evidence[]): Short => ({
    level,
    evidence: [...evidence],
  });

  it.each<[string, Short, boolean, 'date'?]>([
    ['level 2 with nothing', 2, false],
    ['level 3 with nothing', 3, true],
    ['level 4 with nothing', 4, true],
    ['unknown', 'unknown', false],
    ['a fresh declaration', proved(4, makeEvidence('declaration', '2026-11-01')), false],
    ['a declaration of a year ago to the day', proved(4, makeEvidence('declaration', '2025-11-23')), false],
    [
      'a declaration of a year and a day ago',
      proved(4, makeEvidence('declaration', '2025-11-22')),
      true,
      'date',
    ],
    ['an undated declaration', proved(4, makeEvidence('declaration')), true],
    ['an undated affirmation', proved(4, makeEvidence('affirmation')), false],
    ['an old artifact', proved(4, makeEvidence('artifact', '2001-01-01')), false],
  ])('%s', (_, short, fails, dueTo) => {
    const { failures } = run(overclaimed, makeAnswers({ 'e.p.a': short }));
    expect(failures.map(({ path }) => toPointer(path))).toEqual(fails ? ['/answers/e.p.a/level'] : []);
    expect(failures[0]?.dueTo).toBe(dueTo);
  });

  it('counts the high levels of known questions', () => {
    const answers = makeAnswers({ 'e.p.a': 3, 'e.p.b': 1, 'e.p.z': 4 });
    expect(summarize(overclaimed, answers)).toEqual({ subjects: 1, at: ['/answers/e.p.a/level'] });
  });
});

describe('check answers/contradicts-system', () => {
  it.each<[string, number, readonly string[] | undefined, number, readonly string[]]>([
    ['no declared system', 4, undefined, 0, []],
    ['nothing fails', 4, [], 1, []],
    ['another check fails', 4, ['x/three'], 1, []],
    ['a check fails that disproves it', 3, ['x/two'], 1, ['/answers/e.p.a/level']],
    ['a level that claims nothing', 2, ['x/two'], 0, []],
  ])('%s', (_, level, failing, subjects, at) => {
    const answers = makeAnswers({ 'e.p.a': level, 'e.p.b': 4, 'e.p.z': 4 });
    expect(summarize(contradictsSystem, answers, failing)).toEqual({ subjects, at });
  });

  it('names every check that disproves an answer', () => {
    const { failures } = run(contradictsSystem, makeAnswers({ 'e.p.a': 3 }), { failing: ['x/one', 'x/two'] });
    expect(failures[0]?.message).toContain('Harbor Instruments fails `x/one` and `x/two`');
  });
});

describe('check answers/stale', () => {
  it('fails after a year and a day, due to the date alone', () => {
    const answers = makeAnswers({
      'e.p.a': { level: 1, answeredOn: '2025-11-23' },
      'e.p.b': { unknown: true, answeredOn: '2025-11-22' },
      'e.p.c': 1,
    });
    expect(summarize(stale, answers)).toEqual({ subjects: 2, at: ['/answers/e.p.b/answeredOn'] });
    expect(run(stale, answers).failures[0]?.dueTo).toBe('date');
  });
});

describe('check answers/incomplete', () => {
  it('reports the number of open questions once, and the first three', () => {
    const result = run(incomplete, makeAnswers({}));
    expect(result).toMatchObject({ subjects: 5, failing: 5, failures: [{ path: ['answers'], at: 'key' }] });
    expect(result.failures[0]?.message).toBe(
      '5 of 5 questions are unanswered: `e.p.a`, `e.p.b`, `e.p.c` and 2 more.',
    );
  });

  it('counts unknown and not applicable as answered', () => {
    const answers = makeAnswers({ 'e.p.a': 'unknown', 'e.p.b': 'na', 'e.p.c': 0, 'e.p.d': 1 });
    const result = run(incomplete, answers);
    expect(result).toMatchObject({ subjects: 5, failing: 1 });
    expect(result.failures[0]?.message).toContain('1 of 5 questions is unanswered: `e.p.f`');
  });

  it('counts only the questions of the role and the scope', () => {
    for (const who of [{ role: 'seller' }, { scope: 'quick' }] as const) {
      expect(run(incomplete, makeAnswers({ 'e.p.a': 1 }, who))).toEqual({ subjects: 1, failures: [] });
    }
  });
});
