/** A date that cannot be right is found at its place, and silences no other check. */
import { describe, expect, it } from 'vitest';
import answersDate from '#checks/answers/out-of-range-date.ts';
import offlinePlaybook from '#checks/coaching/offline-playbook.ts';
import methodChurn from '#checks/method/method-churn.ts';
import unsourcedInsight from '#checks/method/unsourced-insight.ts';
import stalePurpose from '#checks/philosophy/stale-purpose-conversation.ts';
import systemDate from '#checks/system/out-of-range-date.ts';
import { toPointer } from '#document/read/fault.ts';
import { check } from '../../src/index.ts';
import { loadShippedModel } from '../support/model/shipped-model.ts';
import { describeCheck, parseAnswers, plainFacts, runOn } from '../support/checks/check-system.ts';

const model = await loadShippedModel();
const asOf = plainFacts.asOf;

describeCheck(systemDate, [
  { name: 'no date', yaml: '', subjects: 0, finds: [] },
  {
    name: 'dates of things that have not happened',
    yaml: `
reviewedOn: 9999-12-31
philosophy: {purpose: {statement: We help, askedSellersOn: 2062-01-01}}
execution:
  measurement:
    segments: [{role: hunter, leads: [{id: a, since: 2027-02-01, status: active}, {id: b, since: 2027-02-01, status: planned}]}]
  coaching: {playbooks: [{skill: diagnose, reviewedOn: 2026-12-24}]}`,
    subjects: 5,
    finds: [
      ['/reviewedOn', undefined, '`reviewedOn` is 9999-12-31, a date in the future'],
      ['/philosophy/purpose/askedSellersOn', undefined, 'a date in the future'],
      ['/execution/measurement/segments/0/leads/0/since', undefined, 'a date in the future'],
      ['/execution/coaching/playbooks/0/reviewedOn', undefined, 'a date in the future'],
    ],
  },
  {
    name: 'plans beyond any plan, and a goal that is overdue',
    yaml: `
execution:
  measurement: {goal: {lag: win rate, due: 2026-11-22}}
  leadership: {initiatives: [{name: Calls, start: 2026-10-01, end: 9999-12-31}]}
waivers: [{until: 9999-12-31}]`,
    subjects: 4,
    finds: [
      ['/execution/measurement/goal/due', undefined, 'has passed', { dueTo: 'date', severity: 'warning' }],
      ['/execution/leadership/initiatives/0/end', undefined, 'more than 10 years ahead'],
      ['/waivers/0/until', undefined, 'With this date, the waiver accepts nothing.'],
    ],
  },
]);

describeCheck(systemDate, [
  {
    name: 'initiatives that end before they start, or on the same day',
    yaml: `
execution:
  leadership:
    initiatives:
      - {name: Calls, start: 2026-10-01, end: 2026-09-30}
      - {name: Visits, start: 2026-10-01, end: 2026-10-01}
      - {name: Talks, end: 2026-09-30}
waivers: [{until: 1066-10-14}]`,
    subjects: 6,
    finds: [
      [
        '/waivers/0/until',
        undefined,
        '`until` is 1066-10-14, more than 100 years ago. With this date, the waiver accepts nothing.',
      ],
      [
        '/execution/leadership/initiatives/0/end',
        undefined,
        '`end` is 2026-09-30, before `start`, which is 2026-10-01, so the initiative `Calls` never ran.',
      ],
    ],
  },
]);

describe('check answers/out-of-range-date', () => {
  it('finds every date that has not come yet, or is too long ago', () => {
    const answers = parseAnswers(`
startedOn: 2031-01-05
answers:
  a.b.c:
    level: 4
    answeredOn: 2031-01-05
    evidence:
      - {kind: artifact, date: 2062-11-11, what: A record}
      - {kind: artifact, date: 0206-11-11, what: Another}
      - {kind: artifact, date: 2026-11-11, what: A good one}`);
    const { subjects, failures } = answersDate.run(answers, {
      model,
      facts: plainFacts,
      failingChecks: undefined,
    });
    expect(subjects).toBe(5);
    expect(failures.map(({ path }) => toPointer(path))).toEqual([
      '/startedOn',
      '/answers/a.b.c/evidence/0/date',
      '/answers/a.b.c/evidence/1/date',
      '/answers/a.b.c/answeredOn',
    ]);
    expect(failures[1]?.message).toContain('The evidence counts as undated.');
  });
});

describe('a date that has not come yet', () => {
  it.each([
    [
      'a review of a playbook',
      offlinePlaybook,
      'execution: {coaching: {playbooks: [{skill: a, url: "https://a.example/", reviewedOn: 9999-12-31}]}}',
    ],
    [
      'a review of an insight',
      unsourcedInsight,
      'method: {insights: [{id: a, source: Own records, reviewedOn: 9999-12-31}]}',
    ],
    [
      'a conversation with sellers',
      stalePurpose,
      'philosophy: {purpose: {statement: We help, askedSellersOn: 9999-12-31}}',
    ],
  ])('is not %s', (_, { run }, yaml) => {
    expect(runOn({ run } as typeof offlinePlaybook, yaml).failures).toHaveLength(1);
  });

  it('is no replaced method', () => {
    const yaml = 'method: {name: A, replaced: [{name: B, on: 9999-12-31}, {name: C, on: 9999-12-31}]}';
    expect(runOn(methodChurn, yaml).failures).toEqual([]);
  });

  it('does not let evidence pass the gate', async () => {
    const text = `kind: answers
schemaVersion: 1
model: {id: sales-system, version: 1.0.0}
organization: {name: Fernlake Pumps}
respondent: {role: leader}
scope: quick
answers:
  philosophy.stated-purpose.heard:
    level: 4
    evidence: [{kind: artifact, date: 2062-11-11, what: What five sellers said}]
`;
    const config = {
      kind: 'config',
      schemaVersion: 1,
      maxEvidenceAge: 'P12M',
      failSeverity: 'never',
    } as const;
    const { verdict, findings, scores } = await check(
      { text, file: 'answers.yaml' },
      { model, asOf, config },
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ check: 'answers/out-of-range-date', severity: 'error', line: 10 }),
    );
    expect(verdict.reasons.join(' ')).toContain(
      '1 piece of evidence in answers.yaml is undated or older than P12M',
    );
    const undated = await check(
      { text: text.replace('date: 2062-11-11, ', ''), file: 'answers.yaml' },
      { model, asOf },
    );
    expect(scores[0]?.shown).toBe(undated.scores[0]?.shown);
  });

  it('does not let a waiver accept anything for ever', async () => {
    const waived = async (until: string): Promise<number> => {
      const text = `kind: sales-system
schemaVersion: 1
organization: {name: Fernlake Pumps}
waivers: [{rule: system/missing-open-questions, path: /, reason: Later, owner: Ada, until: ${until}}]
`;
      return (await check({ text, file: 'sales-system.yaml' }, { model, asOf })).suppressed.length;
    };
    expect(await waived('2027-11-23')).toBe(1);
    expect(await waived('9999-12-31')).toBe(0);
  });
});
