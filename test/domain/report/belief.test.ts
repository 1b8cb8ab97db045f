/** How far a report says that answers are a belief: guesses, claims, cases that were told, the lowest places. */
import { describe, expect, it } from 'vitest';
import { buildReport } from '#domain/report/report.ts';
import type { Role } from '#domain/model.ts';
import type { Answer } from '#domain/types/answers.ts';
import {
  type Short,
  assessAnswers,
  makeAnswers,
  makeEvidence,
  makeFreshEvidence,
} from '../../support/model/make-answers.ts';
import { makeOneElementModel } from '../../support/model/make-model.ts';

const model = makeOneElementModel([
  {
    id: 'p',
    questions: [
      {
        id: 'felt',
        guessFor: ['leader'],
        ask: { leader: 'What would they say?', seller: 'What do you say?' },
      },
      { id: 'seen', ask: { leader: 'Who does it?', seller: 'Do you do it?' } },
    ],
  },
]);

function reportOf(given: Readonly<Record<string, Short>>, role: Role = 'leader') {
  const answers = makeAnswers(given, { role });
  return buildReport({
    assessment: assessAnswers(model, given, { role }),
    answers,
    sources: [],
    findings: [],
    version: '1.2.3',
  });
}

const makeQuestions = (report: ReturnType<typeof reportOf>) =>
  report.elements[0]?.practices[0]?.questions ?? [];

describe('guesses', () => {
  it.each<[Role, Short, number]>([
    ['leader', 2, 1],
    ['leader', 0, 1],
    ['leader', 'unknown', 0],
    ['leader', 'na', 0],
    ['seller', 2, 0],
  ])('of a %s who answers %j: %d', (role, answer, count) => {
    const report = reportOf({ 'e.p.felt': answer, 'e.p.seen': 3 }, role);
    expect(report.summary.guesses).toBe(count);
    expect(makeQuestions(report).map(({ guess }) => guess)).toEqual([
      count === 1 ? true : undefined,
      undefined,
    ]);
  });
});

describe('claims', () => {
  const withEvidence = (level: number, ...evidence: NonNullable<Answer['evidence']>): Answer => ({
    level,
    evidence,
  });

  it.each<[string, Short, { made: number; withInstance: number; proven: number }]>([
    ['level 2', 2, { made: 0, withInstance: 0, proven: 0 }],
    ['level 3 without evidence', 3, { made: 1, withInstance: 0, proven: 0 }],
    ['a case', withEvidence(4, makeFreshEvidence('instance')), { made: 1, withInstance: 1, proven: 0 }],
    ['a policy', withEvidence(3, makeFreshEvidence('declaration')), { made: 1, withInstance: 0, proven: 0 }],
    [
      'a second person',
      withEvidence(4, makeFreshEvidence('affirmation')),
      { made: 1, withInstance: 0, proven: 1 },
    ],
    [
      'an undated second person',
      withEvidence(4, makeEvidence('affirmation')),
      { made: 1, withInstance: 0, proven: 0 },
    ],
    ['a record', withEvidence(3, makeFreshEvidence('artifact')), { made: 1, withInstance: 0, proven: 1 }],
    [
      'a case for level 2',
      withEvidence(2, makeFreshEvidence('instance')),
      { made: 0, withInstance: 0, proven: 0 },
    ],
  ])('%s', (_name, answer, claims) => {
    expect(reportOf({ 'e.p.felt': 1, 'e.p.seen': answer }).summary.claims).toEqual(claims);
  });

  it('a case that was told supports level 2 at most', () => {
    const report = reportOf({ 'e.p.seen': withEvidence(4, makeFreshEvidence('instance')) });
    expect(makeQuestions(report)[1]).toMatchObject({ level: 4, shownLevel: 2 });
  });
});

describe('the lowest place', () => {
  it('stands beside the level and changes no score', () => {
    const lowest = { level: 0, where: 'South' };
    const [with_, without] = [{ level: 3, lowest }, 3].map((answer) => reportOf({ 'e.p.seen': answer }));
    expect(makeQuestions(with_ as NonNullable<typeof with_>)[1]).toMatchObject({
      level: 3,
      label: 'Label 3',
      lowest,
    });
    expect(with_?.summary).toEqual(without?.summary);
    expect(with_?.gaps).toEqual(without?.gaps);
  });
});

describe('the first move of a pattern', () => {
  const pattern = { id: 'x', name: 'X', means: 'It is.', firstMove: 'Do it.', practices: ['p'] };
  const patterned = { ...model, patterns: [{ ...pattern, when: { value: 'p', atLeast: 0 } }] };
  const firstMoveAt = (level: number): string | undefined => {
    const given = { 'e.p.seen': { level, evidence: [makeFreshEvidence('artifact')] } };
    const assessment = assessAnswers(patterned, given);
    const report = buildReport({
      assessment,
      answers: makeAnswers(given),
      sources: [],
      findings: [],
      version: '1',
    });
    return report.patterns[0]?.firstMove;
  };

  it('gives way to the plan', () => {
    expect(firstMoveAt(1)).toBeUndefined();
    expect(firstMoveAt(4)).toBe('Do it.');
  });
});
