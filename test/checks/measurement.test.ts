/** Longer than 200 lines: a table of cases for each check of the topic. */
import { describe, expect, it } from 'vitest';
import lagAsLead from '#checks/measurement/lag-as-lead.ts';
import leadWithoutBehavior from '#checks/measurement/lead-without-behavior.ts';
import leadWithoutProficiency from '#checks/measurement/lead-without-proficiency.ts';
import missingGoal from '#checks/measurement/missing-goal.ts';
import missingOwner from '#checks/measurement/missing-owner.ts';
import missingSegment from '#checks/measurement/missing-segment.ts';
import oneSizeFitsAll from '#checks/measurement/one-size-fits-all.ts';
import separateOnboarding from '#checks/measurement/separate-onboarding.ts';
import tooFewLeads from '#checks/measurement/too-few-leads.ts';
import tooManyLeads from '#checks/measurement/too-many-leads.ts';
import uncoachedLead from '#checks/measurement/uncoached-lead.ts';
import { isResult } from '#checks/queries/result-words.ts';
import { describeCheck } from '../support/checks/check-system.ts';

const at = '/execution/measurement';
const first = `${at}/segments/0`;

/** Makes a system with segments. */
const segments = (...entries: string[]): string =>
  `execution: {measurement: {segments: [${entries.join(', ')}]}}`;

/** Makes a segment of a role with leads. */
const segment = (role: string, ...leads: string[]): string => `{role: ${role}, leads: [${leads.join(', ')}]}`;

const active = (id: string, more = ''): string => `{id: ${id}, status: active${more && `, ${more}`}}`;

const partial = [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  { name: 'an execution without measurement', yaml: 'execution: {}', subjects: 0, finds: [] },
  { name: 'a segment without leads', yaml: segments('{role: hunter}'), subjects: 0, finds: [] },
] as const;

describeCheck(tooManyLeads, [
  ...partial,
  {
    name: 'three active leads pass, with any number of others',
    yaml: segments(
      segment(
        'hunter',
        active('a'),
        active('b'),
        active('c'),
        '{id: d}',
        '{id: e, status: proficient}',
        '{id: f, status: retired}',
      ),
    ),
    subjects: 1,
    finds: [],
  },
  {
    name: 'four in one segment, five in another, none in a third',
    yaml: segments(
      segment('hunter', active('a'), active('b'), active('c'), active('d')),
      segment('farmer', '{id: a, status: planned}'),
      segment('scout', active('a'), active('b'), active('c'), active('d'), active('e')),
    ),
    subjects: 2,
    finds: [
      [`${first}/leads`, undefined, '`hunter` works on 4 leads', { at: 'key' }],
      [`${at}/segments/2/leads`, undefined, '`scout` works on 5 leads', { at: 'key' }],
    ],
  },
  {
    name: 'two declarations of a segment are merged',
    yaml: segments(
      segment('hunter', active('a'), active('b')),
      segment('farmer', active('a')),
      segment('hunter', active('c'), active('d')),
    ),
    subjects: 2,
    finds: [[`${first}/leads`, undefined, 'works on 4 leads']],
  },
]);

describeCheck(tooFewLeads, [
  ...partial.slice(0, 2),
  {
    name: 'a segment without leads',
    yaml: segments('{role: hunter}'),
    subjects: 1,
    finds: [[first, 'leads', '`hunter` has no active lead']],
  },
  {
    name: 'an empty list, one active lead, two',
    yaml: segments(
      segment('hunter'),
      '{role: hunter, tenure: new, leads: [{id: a, status: active}, {id: b}]}',
      segment('farmer', active('a'), active('b')),
    ),
    subjects: 3,
    finds: [
      [`${first}/leads`, undefined, 'no active lead', { at: 'key' }],
      [`${at}/segments/1/leads`, undefined, '`hunter/new` works on `a` alone', { at: 'key' }],
    ],
  },
]);

const hunters = 'roles: [{id: hunter, tenures: [{id: new}, {id: seasoned}]}]\n';

describeCheck(missingSegment, [
  {
    name: 'neither roles nor segments',
    yaml: '',
    subjects: 1,
    finds: [['', 'roles', 'Harbor Instruments declares no sales roles']],
  },
  {
    name: 'an empty list of roles',
    yaml: 'roles: []',
    subjects: 1,
    finds: [['/roles', undefined, 'Harbor Instruments declares no sales roles', { at: 'key' }]],
  },
  {
    name: 'a failure for each pair, with the same identity however much of the section exists',
    yaml: hunters,
    subjects: 2,
    finds: [
      ['', 'execution/measurement/segments/hunter/new', '`hunter/new`', { at: 'key' }],
      ['', 'execution/measurement/segments/hunter/seasoned', '`hunter/seasoned`', { at: 'key' }],
    ],
  },
  {
    name: 'a role without tenures, and a role with one, only warn',
    yaml: `roles: [{id: farmer}, {id: scout, tenures: [{id: new}]}]\n${segments()}`,
    subjects: 2,
    finds: [
      [`${at}/segments`, 'farmer', '`farmer`', { at: 'key', severity: 'warning' }],
      [`${at}/segments`, 'scout/new', '`scout/new`', { at: 'key', severity: 'warning' }],
    ],
  },
  {
    name: 'one segment is enough for a role with one tenure, with or without the tenure',
    yaml: `roles: [{id: farmer, tenures: []}, {id: scout, tenures: [{id: new}]}]\n${segments('{role: farmer}', '{role: scout}')}`,
    subjects: 2,
    finds: [],
  },
  {
    name: 'one segment for two tenures is not enough',
    yaml: `${hunters}${segments('{role: hunter}', '{role: hunter, tenure: seasoned}')}`,
    subjects: 2,
    finds: [[`${at}/segments`, 'hunter/new', 'only one for every `hunter`', { at: 'key' }]],
  },
  {
    name: 'the tenure of another role does not count',
    yaml: `${hunters}${segments('{role: farmer, tenure: new}', '{role: hunter, tenure: seasoned}')}`,
    subjects: 2,
    finds: [[`${at}/segments`, 'hunter/new', 'Nothing says what']],
  },
]);

const owner = (text: string): string => `execution: {measurement: {owner: ${text}}}`;

describeCheck(missingOwner, [
  {
    name: 'no section at all',
    yaml: '',
    subjects: 1,
    finds: [['', 'execution/measurement/owner', 'Nobody at Harbor Instruments']],
  },
  {
    name: 'a section without an owner',
    yaml: 'execution: {measurement: {}}',
    subjects: 1,
    finds: [[at, 'owner', 'Nobody']],
  },
  {
    name: 'an owner without duties',
    yaml: owner('{name: Priya Nair}'),
    subjects: 1,
    finds: [[`${at}/owner`, 'duties', 'choosing what to measure and checking whether']],
  },
  {
    name: 'no duty',
    yaml: owner('{name: Priya Nair, duties: []}'),
    subjects: 1,
    finds: [[`${at}/owner/duties`, 'design+measure', 'Priya Nair owns', { at: 'key' }]],
  },
  {
    name: 'one duty',
    yaml: owner('{name: Priya Nair, duties: [measure, measure]}'),
    subjects: 1,
    finds: [[`${at}/owner/duties`, 'design', 'choosing what to measure is nobody', { at: 'key' }]],
  },
  {
    name: 'an outside firm',
    yaml: owner('{name: Fieldnote, type: external, duties: [measure, design]}'),
    subjects: 1,
    finds: [],
  },
]);

describeCheck(missingGoal, [
  {
    name: 'no section at all',
    yaml: '',
    subjects: 2,
    failing: 2,
    finds: [['', 'execution/measurement/goal/baseline+lag', 'does not name the one result']],
  },
  {
    name: 'an empty goal',
    yaml: 'execution: {measurement: {goal: {target: 32%}}}',
    subjects: 2,
    failing: 2,
    finds: [[`${at}/goal`, 'baseline+lag', 'does not name the one result', { at: 'key' }]],
  },
  {
    name: 'a goal without a baseline',
    yaml: 'execution: {measurement: {goal: {lag: win rate}}}',
    subjects: 2,
    finds: [[`${at}/goal`, 'baseline', 'its starting point is missing', { at: 'key' }]],
  },
  {
    name: 'a baseline of nothing, which is zero',
    yaml: 'execution: {measurement: {goal: {baseline: 0}}}',
    subjects: 2,
    finds: [[`${at}/goal`, 'lag', 'The goal has a baseline but no result', { at: 'key' }]],
  },
  {
    name: 'leads that drive nothing; a retired one is ignored',
    yaml: `
execution:
  measurement:
    goal: {lag: win rate, baseline: 0}
    segments:
      - {role: hunter, leads: [{id: a, drives: win rate}, {id: b, status: planned}, {id: c, status: retired}]}
      - {role: farmer, leads: [{id: d, drives: a}, {id: e, status: active}]}`,
    subjects: 6,
    finds: [
      [`${first}/leads/1`, 'drives', '`b` of `hunter`'],
      [`${at}/segments/1/leads/1`, 'drives', '`e` of `farmer`'],
    ],
  },
]);

describeCheck(leadWithoutBehavior, [
  ...partial,
  {
    name: 'active and planned leads and those without a status need a behavior, retired ones do not',
    yaml: segments(
      segment('hunter', active('a'), '{id: b, status: planned}', '{id: c, status: retired}'),
      segment('farmer', '{id: d}', '{id: e, behavior: Asks who decides}'),
    ),
    subjects: 4,
    finds: [
      [`${first}/leads/0`, 'behavior', '`a` of `hunter`'],
      [`${first}/leads/1`, 'behavior', '`b` of `hunter`'],
      [`${at}/segments/1/leads/0`, 'behavior', '`d` of `farmer`'],
    ],
  },
]);

describeCheck(leadWithoutProficiency, [
  ...partial,
  {
    name: 'only active leads need a test',
    yaml: segments(
      segment('hunter', active('a', 'proficiency: Three in a row'), active('b'), '{id: c}'),
      segment('farmer', '{id: d, status: planned}', '{id: e, status: proficient}', active('f')),
    ),
    subjects: 3,
    finds: [
      [`${first}/leads/1`, 'proficiency', '`hunter` works on `b`'],
      [`${at}/segments/1/leads/2`, 'proficiency', '`farmer` works on `f`'],
    ],
  },
]);

describeCheck(separateOnboarding, [
  {
    name: 'no section at all',
    yaml: '',
    subjects: 1,
    finds: [['', 'execution/onboarding', 'does not say how new sellers start']],
  },
  {
    name: 'an execution without onboarding',
    yaml: 'execution: {}',
    subjects: 1,
    finds: [['/execution', 'onboarding', 'Harbor Instruments', {}]],
  },
  {
    name: 'an onboarding without segments',
    yaml: 'execution: {onboarding: {}}',
    subjects: 1,
    finds: [['/execution/onboarding', 'segments', 'names no segment', { at: 'key' }]],
  },
  {
    name: 'an empty list of segments, and two differences without a reason',
    yaml: 'execution: {onboarding: {segments: [], differs: [{what: A course}, {what: B, why: C}, {what: D}]}}',
    subjects: 4,
    finds: [
      ['/execution/onboarding/segments', undefined, 'names no segment', { at: 'key' }],
      ['/execution/onboarding/differs/0', 'why', '("A course")'],
      ['/execution/onboarding/differs/2', 'why', '("D")'],
    ],
  },
  {
    name: 'the same path',
    yaml: 'execution: {onboarding: {segments: [hunter/new]}}',
    subjects: 1,
    finds: [],
  },
]);

const [a, b, c] = [active('a'), active('b'), active('c')] as const;

describeCheck(oneSizeFitsAll, [
  ...partial,
  { name: 'one segment alone', yaml: segments(segment('hunter', a, b)), subjects: 0, finds: [] },
  {
    name: 'a segment without active leads is not compared',
    yaml: segments(segment('hunter', a), segment('farmer', '{id: a}')),
    subjects: 0,
    finds: [],
  },
  {
    name: 'the same leads in another order',
    yaml: segments(segment('hunter', a, b), segment('farmer', b, a, '{id: c}')),
    subjects: 1,
    finds: [[`${at}/segments`, undefined, '`hunter` and `farmer` all work on the same', { at: 'key' }]],
  },
  {
    name: 'one of three differs',
    yaml: segments(segment('hunter', a, b), segment('farmer', a, b), segment('scout', a, b, c)),
    subjects: 1,
    finds: [],
  },
  {
    name: 'the same metrics under other ids',
    yaml: segments(
      segment('hunter', active('a', 'metric: Deciders met')),
      segment('farmer', active('b', 'metric: deciders met')),
    ),
    subjects: 1,
    finds: [[`${at}/segments`, undefined, 'the same leads']],
  },
  {
    name: 'different rungs of one ladder are a difference',
    yaml: segments(segment('hunter', '{id: a, status: proficient}', b), segment('farmer', a, '{id: b}')),
    subjects: 1,
    finds: [],
  },
]);

describeCheck(lagAsLead, [
  ...partial,
  {
    name: 'results and work; active leads only',
    yaml: segments(
      segment(
        'hunter',
        active('a', 'metric: Quota attainment'),
        active('b', 'metric: Meetings with the one who decides'),
        '{id: c, metric: Revenue}',
      ),
      segment('farmer', active('bookings'), active('use-reviewed')),
    ),
    subjects: 4,
    finds: [
      [`${first}/leads/0/metric`, undefined, '`a` of `hunter` counts "Quota attainment", which is a result'],
      [`${at}/segments/1/leads/0/id`, undefined, '`bookings` of `farmer` counts "bookings"'],
    ],
  },
  {
    name: 'the goal itself, whatever its wording',
    yaml: `
execution:
  measurement:
    goal: {lag: Renewals after two years}
    segments: [{role: farmer, leads: [{id: a, metric: renewals after two years, status: active}]}]`,
    subjects: 1,
    finds: [[`${first}/leads/0/metric`, undefined, 'the goal itself']],
  },
]);

describe('isResult', () => {
  it.each([
    'Revenue',
    'Revenue per seller',
    'Revenue a quarter',
    'Bookings, monthly',
    'Bookings monthly',
    'Revenue growth',
    'Total monthly revenue in euros',
    'New bookings',
    'Quota',
    'Quota attainment',
    '% of quota',
    'Attainment of quota',
    'Percentage of quota achieved',
    'Sales',
    'Sales volume',
    'Gross margin',
    'Market share',
    'Win rate',
    'Closing rate by quarter',
    'Closed-won deals',
    'Number of deals won',
    'Number of closed deals',
    'Order intake',
    'New ARR',
    'Growth in\n  profit',
    'Revenue (EUR)',
  ])('%s', (metric) => {
    expect(isResult(metric)).toBe(true);
  });

  it.each([
    'First meetings in which the customer names the cost of the problem',
    'Meetings about lost revenue',
    'Share of offers with a revenue case',
    'Revenue conversations held',
    'Sales calls with an agenda sent before',
    'Sales meetings opened with a question',
    'Deals with a named decider',
    'Quota reviews without surprises',
    'Bookings cases rehearsed',
    'Win-loss interviews',
    'Customers asked why they won',
    'Share of meetings',
    'Next steps agreed',
    '%',
    'in',
  ])('rejects %s', (metric) => {
    expect(isResult(metric)).toBe(false);
  });

  it('is fast for a long text', () => {
    expect(isResult('number of '.repeat(30))).toBe(false);
    expect(isResult(`x${' growth'.repeat(42)}`)).toBe(false);
  });
});

const coached = (leads: string, coaching: string): string => `
method: {skills: [{id: diagnose}, {id: qualify}]}
execution:
  measurement: {segments: [{role: hunter, leads: [${leads}]}]}
  coaching: ${coaching}`;

describeCheck(uncoachedLead, [
  ...partial,
  {
    name: 'another check reports a missing cadence',
    yaml: coached(active('a', 'skill: diagnose'), '{playbooks: [{skill: diagnose}]}'),
    subjects: 0,
    finds: [],
  },
  {
    name: 'another check reports a missing playbook',
    yaml: coached(active('a', 'skill: diagnose'), '{cadence: [{every: P1W}], playbooks: []}'),
    subjects: 0,
    finds: [],
  },
  {
    name: 'no skill, no playbook, an undeclared skill, a lead that is not active',
    yaml: coached(
      `${active('a')}, ${active('b', 'skill: qualify')}, ${active('c', 'skill: gone')}, {id: d}, ${active('e', 'skill: diagnose')}`,
      '{cadence: [{every: P1W}], playbooks: [{skill: diagnose}]}',
    ),
    subjects: 3,
    finds: [
      [`${first}/leads/0`, 'skill', 'names no skill behind it'],
      [`${first}/leads/1/skill`, undefined, '`qualify` has no playbook'],
    ],
  },
  {
    name: 'a role that nobody coaches',
    yaml: coached(
      active('a', 'skill: diagnose'),
      '{cadence: [{role: farmer, every: P1W}], playbooks: [{skill: diagnose}]}',
    ),
    subjects: 1,
    finds: [[`${first}/leads/0`, 'cadence', 'nothing says how often `hunter` is coached']],
  },
  {
    name: 'a role that is coached in one unit',
    yaml: coached(
      active('a', 'skill: diagnose'),
      '{cadence: [{unit: gulf, role: hunter, every: P1W}], playbooks: [{skill: diagnose}]}',
    ),
    subjects: 1,
    finds: [],
  },
]);
