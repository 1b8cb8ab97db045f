import { describe, expect, it } from 'vitest';
import type { Evidence } from '#domain/types/answers.ts';
import { assessAnswers, makeEvidence, makeFreshEvidence } from '../../support/model/make-answers.ts';
import { makeModel, makeOneElementModel } from '../../support/model/make-model.ts';

/** One year before the date of the tests. */
const boundary = '2025-11-23';
const tooOld = '2025-11-22';
const model = makeOneElementModel([{ id: 'p', questions: 2 }]);

describe('shown level', () => {
  it.each<[string, Evidence[], number]>([
    ['no evidence on this answer', [], 0],
    ['declaration', [makeFreshEvidence('declaration')], 2],
    ['affirmation', [makeFreshEvidence('affirmation')], 3],
    ['artifact', [makeFreshEvidence('artifact')], 4],
    ['undated declaration', [makeEvidence('declaration')], 1],
    ['undated affirmation', [makeEvidence('affirmation')], 2],
    ['undated artifact', [makeEvidence('artifact')], 3],
    ['as old as allowed, to the day', [makeEvidence('artifact', boundary)], 4],
    ['one day older', [makeEvidence('artifact', tooOld)], 3],
    ['old declaration', [makeEvidence('declaration', tooOld)], 1],
    ['from a day that has not come yet, like undated', [makeEvidence('artifact', '2027-01-01')], 3],
    ['in the last year that a date can name', [makeEvidence('artifact', '9999-12-31')], 3],
    [
      'the best of several',
      [makeFreshEvidence('declaration'), makeFreshEvidence('artifact'), makeFreshEvidence('affirmation')],
      4,
    ],
    [
      'an old artifact beside a fresh affirmation',
      [makeEvidence('artifact'), makeFreshEvidence('affirmation')],
      3,
    ],
    ['two weak ones do not add up', [makeFreshEvidence('declaration'), makeFreshEvidence('declaration')], 2],
  ])('%s', (_, evidence, expected) => {
    const { asked } = assessAnswers(model, {
      'e.p.q1': { level: 4, ...(evidence.length > 0 && { evidence }) },
      'e.p.q2': { level: 4, evidence: [makeFreshEvidence('artifact')] },
    });
    expect(asked[0]?.shownLevel).toBe(expected);
  });

  it.each([0, 1, 2, 3, 4])('is never above the said level %d', (level) => {
    const { asked, shown } = assessAnswers(model, {
      'e.p.q1': { level, evidence: [makeFreshEvidence('artifact')] },
    });
    expect(asked[0]?.shownLevel).toBe(level);
    expect(shown.practices.get('p')).toBe(level * 25);
  });

  it.each([
    ['P3M', '2026-08-23', 4],
    ['P3M', '2026-08-22', 3],
    ['P2W', '2026-11-09', 4],
    ['P2W', '2026-11-08', 3],
  ])('uses the age limit of the question: %s, dated %s', (evidenceMaxAge, date, expected) => {
    const own = makeOneElementModel([{ id: 'p', questions: [{ id: 'q1', evidenceMaxAge }] }]);
    const { asked } = assessAnswers(own, {
      'e.p.q1': { level: 4, evidence: [makeEvidence('artifact', date)] },
    });
    expect(asked[0]?.shownLevel).toBe(expected);
  });

  it('uses caps and costs of the model', () => {
    const own = makeOneElementModel([{ id: 'p' }], {
      evidenceCaps: { none: 1, instance: 1, declaration: 1, affirmation: 2, artifact: 3 },
      staleEvidenceCosts: 3,
    });
    const level = (evidence: Evidence[]) =>
      assessAnswers(own, { 'e.p.q1': { level: 4, evidence } }).asked[0]?.shownLevel;
    expect(level([makeFreshEvidence('artifact')])).toBe(3);
    expect(level([makeEvidence('affirmation')])).toBe(1);
  });
});

describe('shown', () => {
  it('is null everywhere without any evidence', () => {
    const { shown, shownInPlace, asked } = assessAnswers(model, { 'e.p.q1': 4, 'e.p.q2': 4 });
    expect([...shown.practices.values(), ...shown.elements.values(), shown.overall]).toEqual([
      null,
      null,
      null,
    ]);
    expect(shownInPlace).toBeNull();
    expect(asked.map(({ shownLevel }) => shownLevel)).toEqual([null, null]);
  });

  it('is 0 for an answer without evidence if another answer has evidence', () => {
    const two = makeModel([
      { id: 'a', practices: [{ id: 'p' }] },
      { id: 'b', practices: [{ id: 'q' }] },
    ]);
    const { shown, shownInPlace } = assessAnswers(two, {
      'a.p.q1': 4,
      'b.q.q1': { level: 4, evidence: [makeFreshEvidence('artifact')] },
    });
    expect([shown.elements.get('a'), shown.elements.get('b'), shown.overall]).toEqual([0, 100, 50]);
    expect(shownInPlace?.size).toBe(1);
  });

  it('averages the answered questions only', () => {
    const { shown } = assessAnswers(model, {
      'e.p.q1': { level: 2, evidence: [makeFreshEvidence('artifact')] },
    });
    expect(shown.practices.get('p')).toBe(50);
  });

  // "A not-applicable answer never changes a sibling"; "Unknown counts as unanswered".
  it.each([
    ['not applicable', { notApplicable: 'out-of-scope' }],
    ['unknown', { unknown: true as const }],
  ])('is null if only an answer that is %s has evidence', (_, answer) => {
    const { shown, shownInPlace } = assessAnswers(model, {
      'e.p.q1': 4,
      'e.p.q2': { ...answer, evidence: [makeFreshEvidence('artifact')] },
    });
    expect(shown.practices.get('p')).toBeNull();
    expect(shownInPlace).toBeNull();
  });

  it('counts elements in place in the shown lens', () => {
    const two = makeModel([
      { id: 'a', practices: [{ id: 'p' }] },
      { id: 'b', practices: [{ id: 'q' }] },
    ]);
    const { inPlace, shownInPlace } = assessAnswers(two, {
      'a.p.q1': { level: 4, evidence: [makeFreshEvidence('declaration')] },
      'b.q.q1': { level: 3, evidence: [makeFreshEvidence('affirmation')] },
    });
    expect([inPlace, shownInPlace?.size]).toEqual([2, 1]);
  });
});
