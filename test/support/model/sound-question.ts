import { expect } from 'vitest';
import { checks } from '#checks/index.ts';
import type { Model, Question } from '#domain/model.ts';
import { makeWordingChecker } from '#document/model/wording.ts';

/** Ids of the checks of a declared system. */
const checkIds = new Set(checks.filter(({ over }) => over === 'sales-system').map(({ id }) => id));

/** Expects a question to meet the rules for all shipped questions. */
export function expectSoundQuestion(question: Question, { language, wording, scale }: Model): void {
  const rules = wording[language];
  expect(rules).toBeDefined();
  expect(makeWordingChecker(rules, scale.windows)(question)).toEqual([]);
  for (const [role, text] of Object.entries(question.ask)) {
    expect([role, text.length]).toEqual([role, Math.min(text.length, 160)]);
    expect(text).not.toMatch(/^(Do|Is|Are|Have) (you|your) (think|feel|believe)/);
  }
  expect(question.ask).toHaveProperty('leader');
  expect(Object.keys(question.ask)).toContain(question.bestAnsweredBy);
  expect(question.levels).toHaveLength(5);
  for (const { label, means } of question.levels) {
    expect(label.length).toBeLessThanOrEqual(40);
    expect(means.length).toBeLessThanOrEqual(110);
  }
  expect(question.probe).toMatch(/\?$/);
  expect(question.recommendations.map(({ levels }) => levels)).toEqual([[0, 1], [2], [3]]);
  for (const { levels: _levels, touches: _touches, inOneTeam = {}, ...fields } of question.recommendations) {
    expect(Object.keys(fields).toSorted()).toEqual([
      'days30',
      'days60',
      'days90',
      'do',
      'effectAfter',
      'effort',
      'evidenceOfDone',
      'owner',
      'successMeasure',
    ]);
    for (const text of [...Object.values(fields), ...Object.values(inOneTeam)])
      expect(text.trim()).toMatch(/\p{L}{2}/u);
    expect(fields.effort).toContain(rules?.estimate);
    expect(fields.effectAfter).toContain(rules?.estimate);
    // The success measure says what is wanted, and then what would show that it failed.
    expect(fields.successMeasure).toMatch(/[.;:] \S/);
  }
  expect(question.disprovedBy.filter((id) => !checkIds.has(id))).toEqual([]);
  expect(question.evidence.some(({ kind }) => kind === 'artifact')).toBe(true);
  expect(question.notApplicableReasons.length > 0).toBe(question.mayNotApply);
}
