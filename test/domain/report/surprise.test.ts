import { describe, expect, it } from 'vitest';
import { findSurprise } from '#domain/report/surprise.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';
import type { Finding } from '#domain/types/report.ts';
import {
  type Short,
  assessAnswers,
  makeFreshEvidence,
  makeProvenAnswer,
} from '../../support/model/make-answers.ts';
import { makeOneElementModel } from '../../support/model/make-model.ts';

const model = makeOneElementModel([
  {
    id: 'p',
    questions: [
      { id: 'q1', disprovedBy: ['x/warns', 'x/errs'] },
      { id: 'q2', disprovedBy: ['x/warns', 'x/half'] },
      { id: 'q3', disprovedBy: ['x/half'], weight: 2 },
      { id: 'q4', disprovedBy: ['x/half'] },
    ],
  },
]);

const outcome = (
  check: string,
  severity: CheckOutcome['severity'],
  failing: number,
  subjects = failing,
): CheckOutcome => ({ check, practice: null, severity, subjects, failing });

const errs = outcome('x/errs', 'error', 1);
const warns = outcome('x/warns', 'warning', 1);
const half = outcome('x/half', 'error', 1, 2);
const findings: Finding[] = [
  { check: 'x/errs', severity: 'error', message: 'Nothing is asked of `order`.' },
  { check: 'x/errs', severity: 'error', message: 'Another place.' },
];
const surprise = (given: Record<string, Short>, outcomes?: CheckOutcome[]): ReturnType<typeof findSurprise> =>
  findSurprise(assessAnswers(model, given), outcomes, findings);

describe('the contradiction that surprises most', () => {
  it.each<[string, Record<string, Short>, CheckOutcome[], string, string]>([
    ['the highest level first', { 'e.p.q1': 3, 'e.p.q2': 4 }, [errs, warns], 'e.p.q2', 'x/warns'],
    ['then the worst severity', { 'e.p.q1': 4, 'e.p.q2': 4 }, [warns, errs], 'e.p.q1', 'x/errs'],
    ['then the largest failing share', { 'e.p.q3': 4, 'e.p.q1': 4 }, [half, errs], 'e.p.q1', 'x/errs'],
    ['then the heaviest question', { 'e.p.q2': 3, 'e.p.q3': 3 }, [half], 'e.p.q3', 'x/half'],
    ['then the one asked first', { 'e.p.q2': 3, 'e.p.q4': 3 }, [half], 'e.p.q2', 'x/half'],
  ])('%s', (_name, given, outcomes, question, check) => {
    expect(surprise(given, outcomes)).toMatchObject({ question, against: 'declared', check });
  });

  it('says what was asked, what was said, and what the declared system says', () => {
    expect(surprise({ 'e.p.q1': 4 }, [errs])?.sentence).toBe(
      'Ask e.p.q1? e.p.q1 at 4 But declared: Nothing is asked of “order”.',
    );
    expect(surprise({ 'e.p.q2': 4 }, [half])?.sentence).toBe('Ask e.p.q2? e.p.q2 at 4 But declared.');
  });

  it('is the widest distance to the evidence where nothing declared contradicts', () => {
    const declared = { level: 3, evidence: [makeFreshEvidence('declaration')] };
    expect(surprise({ 'e.p.q1': declared, 'e.p.q2': { ...declared, level: 4 } })).toEqual({
      question: 'e.p.q2',
      against: 'shown',
      sentence: 'Ask e.p.q2? e.p.q2 at 4 But shown: e.p.q2 at 2',
    });
    expect(surprise({ 'e.p.q1': declared, 'e.p.q2': 3 }, [])?.sentence).toBe(
      'Ask e.p.q2? e.p.q2 at 3 But nothing is shown.',
    );
  });

  it.each<[string, Record<string, Short>]>([
    ['no high answer', { 'e.p.q1': 2, 'e.p.q2': makeProvenAnswer(2) }],
    ['no evidence anywhere', { 'e.p.q1': 4 }],
    ['evidence one level short', { 'e.p.q1': { level: 3, evidence: [makeFreshEvidence('declaration')] } }],
  ])('is none: %s', (_name, given) => {
    expect(surprise(given)).toBeUndefined();
  });
});
