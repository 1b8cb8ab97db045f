/** Longer than 200 lines: a table of cases for each check. */
import { expect, it } from 'vitest';
import methodChurn from '#checks/method/method-churn.ts';
import missingBuyerFeedback from '#checks/method/missing-buyer-feedback.ts';
import missingMethod from '#checks/method/missing-method.ts';
import missingSkillKind from '#checks/method/missing-skill-kind.ts';
import skillWithoutBehavior from '#checks/method/skill-without-behavior.ts';
import unsourcedInsight from '#checks/method/unsourced-insight.ts';
import { describeCheck, runOn } from '../support/checks/check-system.ts';

describeCheck(missingMethod, [
  {
    name: 'no section at all',
    yaml: '',
    subjects: 1,
    finds: [['', 'method/skills', 'Harbor Instruments declares no method']],
  },
  {
    name: 'an empty section',
    yaml: 'method: {}',
    subjects: 1,
    finds: [['/method', 'skills', 'declares no method', { at: 'key' }]],
  },
  {
    name: 'a name without skills',
    yaml: 'method: {name: Problem First}',
    subjects: 1,
    finds: [['/method', 'skills', '"Problem First" names no skill', { at: 'key' }]],
  },
  {
    name: 'a name with an empty list',
    yaml: 'method: {name: Problem First, skills: []}',
    subjects: 1,
    finds: [['/method/skills', undefined, '"Problem First" names no skill', { at: 'key' }]],
  },
  {
    name: 'skills without a method name only warn',
    yaml: 'method: {skills: [{id: diagnose}]}',
    subjects: 1,
    finds: [
      [
        '/method',
        'name',
        'Harbor Instruments declares skills but does not name its method',
        { at: 'key', severity: 'warning' },
      ],
    ],
  },
  {
    name: 'a name and a skill',
    yaml: 'method: {name: Problem First, skills: [{id: diagnose}]}',
    subjects: 1,
    finds: [],
  },
]);

describeCheck(missingSkillKind, [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  { name: 'no skills', yaml: 'method: {skills: []}', subjects: 0, finds: [] },
  {
    name: 'a kind that is not one of the four',
    yaml: 'method: {skills: [{id: ask, kind: question}]}',
    subjects: 4,
    finds: [
      ['/method/skills', 'diagnose', 'The method of Harbor Instruments has no skill of kind `diagnose`'],
      ['/method/skills', 'qualify', 'no skill of kind `qualify`', { at: 'key' }],
      ['/method/skills', 'insight', 'no skill of kind `insight`', { at: 'key' }],
      ['/method/skills', 'reframe', 'no skill of kind `reframe`', { at: 'key' }],
    ],
  },
  {
    name: 'two of some kinds, none of another',
    yaml: `
method:
  name: Problem First
  skills:
    - {id: a, kind: diagnose}
    - {id: b, kind: diagnose}
    - {id: c, kind: reframe}
    - {id: d, kind: insight}
    - {id: e}`,
    subjects: 4,
    finds: [['/method/skills', 'qualify', 'The method "Problem First" has no skill', { at: 'key' }]],
  },
]);

it('offers a skill that has no kind yet', () => {
  const [failure] = runOn(missingSkillKind, 'method: {skills: [{id: probe}]}').failures;
  expect(failure?.fix).toContain('(`probe`)');
});

describeCheck(skillWithoutBehavior, [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  { name: 'no skills', yaml: 'method: {name: Problem First}', subjects: 0, finds: [] },
  {
    name: 'one missing, one empty, one present',
    yaml: 'method: {skills: [{id: diagnose}, {id: qualify, behaviors: []}, {id: ask, behaviors: [Waits]}]}',
    subjects: 3,
    finds: [
      ['/method/skills/0', 'behaviors', 'The skill `diagnose`'],
      ['/method/skills/1/behaviors', undefined, 'The skill `qualify`', { at: 'key' }],
    ],
  },
]);

describeCheck(unsourcedInsight, [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  { name: 'no insights', yaml: 'method: {insights: []}', subjects: 0, finds: [] },
  {
    name: 'an insight counts once as failing, with a failure for each thing that it lacks',
    yaml: `
method:
  insights:
    - id: repeats
    - {id: waiting, source: Service records}
    - {id: waste, reviewedOn: 2026-08-03}
    - {id: drift, source: Service records, reviewedOn: 2019-08-03}`,
    subjects: 4,
    failing: 3,
    finds: [
      ['/method/insights/0', 'source', '`repeats` has no source'],
      ['/method/insights/0', 'reviewedOn', '`repeats` has no review date'],
      ['/method/insights/1', 'reviewedOn', '`waiting` has no review date'],
      ['/method/insights/2', 'source', '`waste` has no source'],
    ],
  },
]);

describeCheck(methodChurn, [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  { name: 'a method without a name or replaced methods', yaml: 'method: {}', subjects: 0, finds: [] },
  {
    name: 'a method without replaced methods',
    yaml: 'method: {name: Problem First}',
    subjects: 1,
    finds: [],
  },
  {
    name: 'one replaced',
    yaml: 'method: {replaced: [{name: Spark, on: 2026-01-01}]}',
    subjects: 1,
    finds: [],
  },
  {
    name: 'two, the older exactly 36 months ago',
    yaml: 'method: {replaced: [{name: Spark, on: 2023-11-23}, {name: Path, on: 2026-05-01}]}',
    subjects: 1,
    finds: [
      [
        '/method/replaced',
        undefined,
        '2 methods were replaced within 36 months: "Spark" (2023-11-23), "Path"',
        { at: 'key' },
      ],
    ],
  },
  {
    name: 'two, the older a day more than 36 months ago',
    yaml: 'method: {replaced: [{name: Spark, on: 2023-11-22}, {name: Path, on: 2026-05-01}]}',
    subjects: 1,
    finds: [],
  },
  {
    name: 'two without a date',
    yaml: 'method: {replaced: [{name: Spark}, {name: Path}]}',
    subjects: 1,
    finds: [],
  },
  {
    name: 'more than a message names',
    yaml: `
method:
  name: Problem First
  replaced:
    - {name: A, on: 2026-01-01}
    - {name: B, on: 2026-02-01}
    - {name: C, on: 2026-03-01}
    - {name: D, on: 2026-04-01}`,
    subjects: 1,
    finds: [
      ['/method/replaced', undefined, '4 methods were replaced within 36 months: "A" (2026-01-01), "B"'],
    ],
  },
]);

it.each([
  [missingMethod, '{}', 'Add `method.name` and `method.skills`'],
  [missingMethod, '{name: Problem First}', 'Add `method.skills`'],
  [
    methodChurn,
    '{replaced: [{name: A, on: 2026-01-01}, {name: B, on: 2026-02-01}]}',
    'Keep the current method and coach it',
  ],
  [
    methodChurn,
    '{name: Path, replaced: [{name: A, on: 2026-01-01}, {name: B, on: 2026-02-01}]}',
    'Keep "Path"',
  ],
])('the fix fits the method $1', (check, method, fix) => {
  expect(runOn(check, `method: ${method}`).failures[0]?.fix).toContain(fix);
});

it('does not blame a company without a method for changing it', () => {
  expect(methodChurn.subjectRequired).toBe(false);
});

describeCheck(missingBuyerFeedback, [
  {
    name: 'no section at all',
    yaml: '',
    subjects: 1,
    finds: [['', 'method/buyerFeedback', 'Harbor Instruments']],
  },
  {
    name: 'a method without it',
    yaml: 'method: {name: Problem First}',
    subjects: 1,
    finds: [
      [
        '/method',
        'buyerFeedback',
        'Harbor Instruments does not say where it keeps what customers say about how they were sold to',
        { at: 'key' },
      ],
    ],
  },
  { name: 'a place', yaml: 'method: {buyerFeedback: docs/calls.md}', subjects: 1, finds: [] },
]);
