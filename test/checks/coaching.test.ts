/** Longer than 200 lines: a table of cases for each check of the topic. */
import { expect, it } from 'vitest';
import missingCadence from '#checks/coaching/missing-cadence.ts';
import missingCoachDevelopment from '#checks/coaching/missing-coach-development.ts';
import narrowFocus from '#checks/coaching/narrow-focus.ts';
import offlinePlaybook from '#checks/coaching/offline-playbook.ts';
import overCapacity from '#checks/coaching/over-capacity.ts';
import skillWithoutPlaybook from '#checks/coaching/skill-without-playbook.ts';
import uncoachedUnit from '#checks/coaching/uncoached-unit.ts';
import unevenCadence from '#checks/coaching/uneven-cadence.ts';
import { describeCheck, runOn } from '../support/checks/check-system.ts';

/** Makes a coaching section in flow style. */
const coaching = (text: string): string => `execution: {coaching: {${text}}}\n`;
const units = 'units: [{id: gulf}, {id: plains}]\n';
const roles = 'roles: [{id: hunter}, {id: farmer}]\n';

describeCheck(missingCadence, [
  {
    name: 'nothing declared at all',
    yaml: '',
    subjects: 1,
    finds: [['', 'execution/coaching/cadence/every unit', 'Coaching at Harbor Instruments has no schedule']],
  },
  {
    name: 'any cadence, without units and roles',
    yaml: coaching('cadence: [{every: P1W}]'),
    subjects: 1,
    finds: [],
  },
  {
    name: 'each unit once, naming its roles; failing counts the pairs',
    yaml: units + roles + coaching('cadence: [{unit: gulf, role: hunter, every: P1W}]'),
    subjects: 4,
    failing: 3,
    finds: [
      ['/execution/coaching/cadence', 'gulf/farmer', 'Coaching for `farmer` in `gulf` has no schedule'],
      [
        '/execution/coaching/cadence',
        'plains/farmer+hunter',
        'Coaching for `hunter` and `farmer` in `plains` has no schedule',
      ],
    ],
  },
  {
    name: 'a cadence for every role of a unit, and one for a role everywhere',
    yaml: units + roles + coaching('cadence: [{unit: gulf, every: P1W}, {role: hunter, every: P1W}]'),
    subjects: 4,
    failing: 1,
    finds: [['/execution/coaching/cadence', 'plains/farmer', 'Coaching for `farmer`']],
  },
  {
    name: 'roles without units',
    yaml: roles + coaching('cadence: [{role: hunter, every: P1W}]'),
    subjects: 2,
    finds: [['/execution/coaching/cadence', 'every unit/farmer', 'Coaching for `farmer`']],
  },
  {
    name: 'units without a coaching section',
    yaml: `${units}execution: {}`,
    subjects: 2,
    finds: [
      ['/execution', 'coaching/cadence/gulf', 'Coaching in `gulf` has no schedule'],
      ['/execution', 'coaching/cadence/plains', 'Coaching in `plains` has no schedule'],
    ],
  },
  {
    name: 'a unit with the name of an array property',
    yaml: `units: [{id: length}]\n${coaching('cadence: [{unit: gulf, every: P1W}]')}`,
    subjects: 1,
    finds: [['/execution/coaching/cadence', 'length', 'Coaching in `length` has no schedule']],
  },
]);

describeCheck(uncoachedUnit, [
  {
    name: 'nobody at all',
    yaml: '',
    subjects: 1,
    finds: [['', 'execution/coaching/coaches/every unit', 'names no coach']],
  },
  { name: 'a coach, without units', yaml: coaching('coaches: [{type: external}]'), subjects: 1, finds: [] },
  {
    name: 'a coach of every unit',
    yaml: units + coaching('coaches: [{type: manager}]'),
    subjects: 2,
    finds: [],
  },
  {
    name: 'units without a coach',
    yaml: units + coaching('coaches: [{type: manager, unit: delta}]'),
    subjects: 2,
    finds: [
      ['/execution/coaching/coaches', 'gulf', '`gulf` has no coach'],
      ['/execution/coaching/coaches', 'plains', '`plains` has no coach'],
    ],
  },
]);

/**
 * Makes a system with two skills, one segment with the given leads, and optional other execution sections.
 */
const withLeads = (leads: string, more = ''): string => `
method: {skills: [{id: diagnose}, {id: reframe}]}
execution:
  measurement: {segments: [{role: hunter, leads: [${leads}]}]}
  ${more}`;
const diagnosing = '{id: problem-cost, skill: diagnose, status: active}';

describeCheck(skillWithoutPlaybook, [
  { name: 'nothing declared', yaml: '', subjects: 0, finds: [] },
  {
    name: 'no coaching section',
    yaml: withLeads(diagnosing),
    subjects: 1,
    finds: [
      ['/execution', 'coaching/playbooks/diagnose', 'Sellers are working on `diagnose` (`problem-cost`)'],
    ],
  },
  {
    name: 'another playbook only',
    yaml: withLeads(diagnosing, 'coaching: {playbooks: [{skill: reframe}]}'),
    subjects: 1,
    finds: [['/execution/coaching/playbooks', 'diagnose', 'no playbook']],
  },
  {
    name: 'leads that are not active, and an undeclared skill',
    yaml: withLeads(
      '{id: a, skill: diagnose, status: planned}, {id: b, skill: reframe}, {id: c, skill: haggle, status: active}',
    ),
    subjects: 0,
    finds: [],
  },
  {
    name: 'two leads with the same skill',
    yaml: withLeads(`${diagnosing}, {id: first-meetings, skill: diagnose, status: active}`),
    subjects: 1,
    finds: [['/execution', 'coaching/playbooks/diagnose', '`problem-cost` and `first-meetings`']],
  },
]);

describeCheck(unevenCadence, [
  { name: 'nothing declared', yaml: '', subjects: 0, finds: [] },
  { name: 'one unit', yaml: coaching('cadence: [{unit: gulf, every: P1W}]'), subjects: 0, finds: [] },
  {
    name: 'the same rhythm written differently',
    yaml: coaching('cadence: [{unit: gulf, every: P2W}, {unit: plains, every: P14D}]'),
    subjects: 2,
    finds: [],
  },
  {
    name: 'one of three differs',
    yaml: coaching('cadence: [{unit: a, every: P1M}, {unit: b, every: P1W}, {unit: c, every: P1W}]'),
    subjects: 3,
    finds: [
      ['/execution/coaching/cadence/0/every', undefined, '`a` is scheduled every P1M, but for `b` every P1W'],
    ],
  },
  {
    name: 'against the general cadence, however rare it is',
    yaml: coaching('cadence: [{unit: a, every: P1M}, {unit: b, every: P1M}, {every: P1W}]'),
    subjects: 3,
    finds: [
      ['/execution/coaching/cadence/0/every', undefined, 'elsewhere every P1W'],
      ['/execution/coaching/cadence/1/every', undefined, 'elsewhere every P1W'],
    ],
  },
  {
    name: 'a reason',
    yaml: coaching('cadence: [{unit: a, every: P1M, reason: All of them passed}, {every: P1W}]'),
    subjects: 2,
    finds: [],
  },
  {
    name: 'different roles in one unit are not uneven units',
    yaml: coaching('cadence: [{unit: a, role: hunter, every: P1W}, {unit: a, role: farmer, every: P1M}]'),
    subjects: 0,
    finds: [],
  },
  {
    name: 'a role in one unit against every role in another',
    yaml: coaching('cadence: [{unit: a, role: hunter, every: P1W}, {unit: b, every: P1M}]'),
    subjects: 2,
    finds: [
      ['/execution/coaching/cadence/1/every', undefined, '`b` is scheduled every P1M, but for `a` every P1W'],
    ],
  },
]);

it('findings about a unit that has a schedule but no coach do not contradict each other', () => {
  const yaml = `units: [{id: gulf}, {id: plains}]\n${coaching(`
    coaches: [{type: manager, unit: plains}],
    cadence: [{unit: plains, every: P1W}, {unit: gulf, every: P2M}]`)}`;
  const found = [uncoachedUnit, unevenCadence, missingCadence].flatMap(
    (check) => runOn(check, yaml).failures,
  );
  expect(found.map(({ message }) => message)).toEqual([
    "`gulf` has no coach, so helping its sellers grow is nobody's job.",
    'Coaching for `gulf` is scheduled every P2M, but for `plains` every P1W, and nothing says why.',
  ]);
});

const at = (state: 'there' | 'missing' | 'outside' | 'unsafe' | 'address') => ({
  paths: new Map([['docs/diagnose.md', state]]),
});
const playbook = (more: string): string => coaching(`playbooks: [{skill: diagnose${more}}]`);
const known = ', url: docs/diagnose.md';

describeCheck(offlinePlaybook, [
  { name: 'no playbook', yaml: '', subjects: 0, finds: [] },
  {
    name: 'neither location nor review',
    yaml: playbook(''),
    subjects: 1,
    failing: 1,
    finds: [
      ['/execution/coaching/playbooks/0', 'url', 'where the playbook for `diagnose` is'],
      [
        '/execution/coaching/playbooks/0',
        'reviewedOn',
        'Nothing says when the playbook for `diagnose` was last reviewed',
      ],
    ],
  },
  {
    name: 'a dead path',
    yaml: playbook(`${known}, reviewedOn: 2026-11-01`),
    facts: at('missing'),
    subjects: 1,
    finds: [['/execution/coaching/playbooks/0/url', undefined, '`docs/diagnose.md`']],
  },
  {
    name: 'a path out of the repository',
    yaml: playbook(`${known}, reviewedOn: 2026-11-01`),
    facts: at('outside'),
    subjects: 1,
    finds: [
      [
        '/execution/coaching/playbooks/0/url',
        undefined,
        'The playbook for `diagnose` is not at `docs/diagnose.md`',
      ],
    ],
  },
  {
    name: 'an existing path, reviewed exactly a year ago',
    yaml: playbook(`${known}, reviewedOn: 2025-11-23`),
    facts: at('there'),
    subjects: 1,
    finds: [],
  },
  {
    name: 'reviewed a year and a day ago',
    yaml: playbook(`${known}, reviewedOn: 2025-11-22`),
    subjects: 1,
    finds: [['/execution/coaching/playbooks/0/reviewedOn', undefined, '2025-11-22', { dueTo: 'date' }]],
  },
]);

describeCheck(overCapacity, [
  { name: 'nothing declared', yaml: '', subjects: 0, finds: [] },
  {
    name: 'figures that are incomplete',
    yaml: coaching(
      'coaches: [{type: manager, sellers: 9}, {type: manager, hoursPerMonth: 1}], cadence: [{every: P1W, minutes: 60}]',
    ),
    subjects: 0,
    finds: [],
  },
  {
    name: 'a cadence without minutes, or with no time between sessions',
    yaml: coaching(
      'coaches: [{type: manager, sellers: 9, hoursPerMonth: 1}], cadence: [{every: P1W}, {every: P0D, minutes: 60}]',
    ),
    subjects: 0,
    finds: [],
  },
  {
    name: 'exactly enough',
    yaml: coaching(
      'coaches: [{type: manager, sellers: 10, hoursPerMonth: 10}], cadence: [{every: P1M, minutes: 60}]',
    ),
    subjects: 1,
    finds: [],
  },
  {
    name: 'a little too much, reported with enough digits',
    yaml: coaching(
      'coaches: [{type: manager, unit: gulf, sellers: 10, hoursPerMonth: 9.99}], cadence: [{every: P1M, minutes: 60}]',
    ),
    subjects: 1,
    finds: [
      [
        '/execution/coaching/coaches/0/hoursPerMonth',
        undefined,
        'at least 10 hours a month for 10 sellers in `gulf`',
      ],
    ],
  },
  {
    name: 'the cadence of the unit before the general one, and the least of two roles',
    yaml: coaching(`
      coaches: [
        {type: manager, unit: gulf, sellers: 10, hoursPerMonth: 10},
        {type: internal, unit: plains, sellers: 10, hoursPerMonth: 10},
        {type: external, sellers: 10, hoursPerMonth: 4}],
      cadence: [
        {unit: gulf, every: P1M, minutes: 60},
        {role: hunter, every: P1W, minutes: 60},
        {role: farmer, every: P1W, minutes: 30}]`),
    subjects: 3,
    finds: [
      ['/execution/coaching/coaches/1/hoursPerMonth', undefined, 'at least 21.8 hours'],
      ['/execution/coaching/coaches/2/hoursPerMonth', undefined, 'at least 10 hours'],
    ],
  },
]);

describeCheck(missingCoachDevelopment, [
  { name: 'no coach', yaml: coaching('cadence: [{every: P1W}]'), subjects: 0, finds: [] },
  {
    name: 'a coach without development',
    yaml: coaching('coaches: [{type: internal}]'),
    subjects: 1,
    finds: [
      [
        '/execution/coaching',
        'coachDevelopment',
        'Harbor Instruments has coaches but does not say how they get better at coaching',
      ],
    ],
  },
]);

describeCheck(narrowFocus, [
  { name: 'nobody is coached', yaml: coaching('playbooks: []'), subjects: 0, finds: [] },
  {
    name: 'coaching without a focus',
    yaml: coaching('cadence: [{every: P1W}]'),
    subjects: 3,
    finds: [
      ['/execution/coaching', 'focus/skill', '`skill`'],
      ['/execution/coaching', 'focus/deal', '`deal`'],
      ['/execution/coaching', 'focus/awareness', '`awareness`'],
    ],
  },
  {
    name: 'deals only',
    yaml: coaching('focus: [deal]'),
    subjects: 3,
    finds: [
      ['/execution/coaching/focus', 'skill', 'no better prepared', { at: 'key' }],
      ['/execution/coaching/focus', 'awareness', 'do not notice', { at: 'key' }],
    ],
  },
]);
