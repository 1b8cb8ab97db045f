/** Longer than 200 lines: a table of cases for each check. */
import danglingReference from '#checks/system/dangling-reference.ts';
import duplicateId from '#checks/system/duplicate-id.ts';
import emptyElement from '#checks/system/empty-element.ts';
import lopsided from '#checks/system/lopsided.ts';
import missingOpenQuestions from '#checks/system/missing-open-questions.ts';
import placeholderText from '#checks/system/placeholder-text.ts';
import staleReview from '#checks/system/stale-review.ts';
import { describeCheck } from '../support/checks/check-system.ts';

describeCheck(emptyElement, [
  {
    name: 'nothing at all',
    yaml: '',
    subjects: 4,
    finds: ['philosophy', 'process', 'method', 'execution'].map(
      (id) => ['', id, `nothing under \`${id}\``] as const,
    ),
  },
  {
    name: 'sections with only empty values',
    yaml: `
philosophy: {purpose: {}, toughQuestions: []}
process: {owner: Priya Nair}
method: {skills: []}
execution: {coaching: {cadence: []}, practice: []}`,
    subjects: 4,
    finds: [
      ['/philosophy', undefined, 'why your sellers', { at: 'key' }],
      ['/method', undefined, 'how they do it', { at: 'key' }],
      ['/execution', undefined, 'habit', { at: 'key' }],
    ],
  },
]);

/**
 * Makes a system with skills and a goal, one segment with the given lead, and optional other execution
 * sections.
 */
const withLead = (lead: string, more = ''): string => `
roles: [{id: hunter, tenures: [{id: new}]}]
method: {skills: [{id: diagnose}]}
execution:
  measurement:
    goal: {lag: Win rate of new customers}
    segments: [{role: hunter, tenure: new, leads: [{id: cost, metric: Costs named}, ${lead}]}]
  ${more}`;
const leadAt = '/execution/measurement/segments/0/leads/1';

describeCheck(danglingReference, [
  { name: 'nothing declared', yaml: '', subjects: 0, finds: [] },
  {
    name: 'every kind of reference, right',
    yaml: `
units: [{id: gulf}]
roles: [{id: hunter, tenures: [{id: new}]}]
process: {stages: [{id: qualify, conversation: diagnose}]}
method: {skills: [{id: diagnose}]}
execution:
  measurement:
    goal: {lag: win rate}
    segments: [{role: hunter, tenure: new, leads: [{id: cost, skill: diagnose, drives: Win  Rate}]}]
  leadership:
    expectations: [Every offer has a problem, {what: Two visits, unit: gulf}]
    boundaries: [{what: No discount, unit: gulf}]
    initiatives: [{name: One, serves: cost}]
  coaching:
    coaches: [{type: manager, unit: gulf}]
    cadence: [{unit: gulf, role: hunter, every: P1W}]
    playbooks: [{skill: diagnose}]
  practice: [{skill: diagnose}]
  onboarding: {segments: [hunter/new]}`,
    subjects: 14,
    finds: [],
  },
  {
    name: 'every kind of reference, wrong',
    yaml: `
units: [{id: gulf}]
roles: [{id: hunter, tenures: [{id: new}]}]
process: {stages: [{id: qualify, conversation: haggle}]}
method: {skills: [{id: diagnose}]}
execution:
  measurement:
    goal: {lag: win rate}
    segments:
      - {role: hunter, tenure: old, leads: [{id: cost, skill: haggle, drives: revenue}]}
      - {role: farmer, tenure: new}
  leadership:
    expectations: [{what: Two visits, unit: north}]
    boundaries: [{what: No discount, unit: north}]
    initiatives: [{name: One, serves: morale}]
  coaching:
    coaches: [{type: manager, unit: north}]
    cadence: [{unit: north, role: farmer, every: P1W}]
    playbooks: [{skill: haggle}]
  practice: [{skill: haggle}]
  onboarding: {segments: [hunter/new]}`,
    subjects: 15,
    finds: [
      ['/process/stages/0/conversation', undefined, '`haggle` is not a skill in `method.skills`'],
      [
        '/execution/measurement/segments/0/tenure',
        undefined,
        '`old` is not a tenure of `hunter` in `roles[].tenures`',
      ],
      [
        '/execution/measurement/segments/0/leads/0/skill',
        undefined,
        '`haggle` is not a skill in `method.skills`',
      ],
      [
        '/execution/measurement/segments/0/leads/0/drives',
        undefined,
        '`revenue` is not a goal or lead in `execution.measurement`',
      ],
      ['/execution/measurement/segments/1/role', undefined, '`farmer` is not a role in `roles`'],
      ['/execution/leadership/expectations/0/unit', undefined, '`north` is not a unit in `units`'],
      ['/execution/leadership/boundaries/0/unit', undefined, '`north` is not a unit in `units`'],
      [
        '/execution/leadership/initiatives/0/serves',
        undefined,
        '`morale` is not a goal, lead or skill in this file',
      ],
      ['/execution/coaching/coaches/0/unit', undefined, '`north`'],
      ['/execution/coaching/cadence/0/unit', undefined, '`north`'],
      ['/execution/coaching/cadence/0/role', undefined, '`farmer`'],
      ['/execution/coaching/playbooks/0/skill', undefined, '`haggle`'],
      ['/execution/practice/0/skill', undefined, '`haggle`'],
      [
        '/execution/onboarding/segments/0',
        undefined,
        '`hunter/new` is not a segment in `execution.measurement.segments`',
      ],
    ],
  },
  {
    name: 'other checks report missing skills, segments and goals',
    yaml: `
process: {stages: [{id: qualify, conversation: diagnose}]}
execution:
  measurement: {segments: []}
  leadership: {initiatives: [{name: One, serves: A better year}]}
  onboarding: {segments: [hunter/new]}
  practice: [{skill: diagnose}]`,
    subjects: 0,
    finds: [],
  },
  {
    name: 'a unit in a system without units',
    yaml: 'execution: {coaching: {coaches: [{type: manager, unit: gulf}]}}',
    subjects: 1,
    finds: [['/execution/coaching/coaches/0/unit', undefined, '`gulf` is not a unit in `units`']],
  },
  { name: 'a part of the goal', yaml: withLead('{id: a, drives: win rate}'), subjects: 3, finds: [] },
  { name: 'the word goal', yaml: withLead('{id: a, drives: goal}'), subjects: 3, finds: [] },
  { name: 'another lead', yaml: withLead('{id: a, drives: cost}'), subjects: 3, finds: [] },
  {
    name: 'the metric of another lead',
    yaml: withLead('{id: a, drives: costs named}'),
    subjects: 3,
    finds: [],
  },
  {
    name: 'itself',
    yaml: withLead('{id: a, drives: b}, {id: b, drives: b}'),
    subjects: 4,
    finds: [
      [
        '/execution/measurement/segments/0/leads/2/drives',
        undefined,
        '`b` is not a goal or lead in `execution.measurement`',
      ],
    ],
  },
  {
    name: 'an undeclared lead',
    yaml: withLead('{id: a, drives: visits}'),
    subjects: 3,
    finds: [[`${leadAt}/drives`, undefined, '`visits`']],
  },
]);

describeCheck(duplicateId, [
  { name: 'nothing declared', yaml: '', subjects: 0, finds: [] },
  {
    name: 'every list of ids',
    yaml: `
units: [{id: a}, {id: b}, {id: a}, {id: a}]
roles: [{id: r, tenures: [{id: t}, {id: t}]}, {id: r}]
process: {stages: [{id: s}, {id: s}]}
method: {insights: [{id: i}, {id: i}], skills: [{id: k}, {id: k}]}
execution:
  measurement:
    segments: [{role: r, tenure: t, leads: [{id: l}, {id: l}]}, {role: r, tenure: t}, {role: r}]`,
    subjects: 19,
    finds: [
      ['/units/2/id', undefined, 'unit `a` is already entry 1 of its list; this is entry 3'],
      ['/units/3/id', undefined, 'entry 4'],
      ['/roles/1/id', undefined, 'role `r`'],
      ['/roles/0/tenures/1/id', undefined, 'tenure of `r` `t`'],
      ['/process/stages/1/id', undefined, 'stage `s`'],
      ['/method/insights/1/id', undefined, 'insight `i`'],
      ['/method/skills/1/id', undefined, 'skill `k`'],
      ['/execution/measurement/segments/1/role', undefined, 'segment `r/t`'],
      ['/execution/measurement/segments/0/leads/1/id', undefined, 'lead of `r/t` `l`'],
    ],
  },
  {
    name: 'the same id in lists of different things',
    yaml: `
units: [{id: a}]
roles: [{id: a, tenures: [{id: a}]}, {id: b, tenures: [{id: a}]}]
execution: {measurement: {segments: [{role: a, leads: [{id: a}]}, {role: b, leads: [{id: a}]}]}}`,
    subjects: 9,
    finds: [],
  },
]);

const questions = (texts: readonly string[]): string =>
  `philosophy: {toughQuestions: ${JSON.stringify(texts)}}`;

describeCheck(placeholderText, [
  { name: 'only the name of the organization', yaml: '', subjects: 1, finds: [] },
  {
    name: 'every kind of placeholder',
    yaml: questions([
      'TODO: ask Priya',
      'by tbd',
      'Lorem Ipsum dolor',
      '???',
      '…',
      'todo',
      'XXX',
      'FIXME later',
      '...',
    ]),
    subjects: 10,
    finds: ['TODO', 'tbd', 'Lorem Ipsum', '???', '…', 'todo', 'XXX', 'FIXME', '...'].map(
      (placeholder, index) =>
        [
          `/philosophy/toughQuestions/${index}`,
          undefined,
          `\`toughQuestions\` still says \`${placeholder}\``,
        ] as const,
    ),
  },
  {
    name: 'words that only look similar',
    yaml: questions([
      'Por que todo cambia?',
      'What is on your todo list?',
      'TODOS',
      'outbdoor',
      'And then ...?',
      'Why?',
    ]),
    subjects: 7,
    finds: [],
  },
  { name: 'open questions may contain placeholders', yaml: 'openQuestions: [TBD]', subjects: 1, finds: [] },
  {
    name: 'deep inside',
    yaml: 'execution: {measurement: {owner: {name: TBD}, goal: {baseline: 3}}}',
    subjects: 2,
    finds: [['/execution/measurement/owner/name', undefined, '`name` still says `TBD`']],
  },
]);

describeCheck(staleReview, [
  { name: 'never reviewed', yaml: '', subjects: 1, finds: [['', 'reviewedOn', 'Nothing says when Harbor']] },
  { name: 'half a year ago to the day', yaml: 'reviewedOn: 2026-05-23', subjects: 1, finds: [] },
  {
    name: 'half a year and a day ago',
    yaml: 'reviewedOn: 2026-05-22',
    subjects: 1,
    finds: [['/reviewedOn', undefined, '2026-05-22', { dueTo: 'date' }]],
  },
]);

describeCheck(lopsided, [
  { name: 'nothing declared', yaml: '', subjects: 0, finds: [] },
  { name: 'empty bookends', yaml: 'process: {owner: Priya Nair}', subjects: 0, finds: [] },
  {
    name: 'three times as much',
    yaml: 'process: {owner: a}\nmethod: {name: b, since: 2026-01-01}\nexecution: {practice: [{skill: a}]}',
    subjects: 1,
    finds: [
      [
        '',
        undefined,
        'Harbor Instruments declares 3 details about process and method but only 1 about philosophy and execution',
      ],
    ],
  },
  {
    name: 'just less than three times as much',
    yaml: 'process: {owner: a}\nmethod: {name: b}\nexecution: {practice: [{skill: a}]}',
    subjects: 1,
    finds: [],
  },
]);

describeCheck(missingOpenQuestions, [
  {
    name: 'absent',
    yaml: '',
    subjects: 1,
    finds: [['', 'openQuestions', 'Harbor Instruments lists no open questions']],
  },
  {
    name: 'empty',
    yaml: 'openQuestions: []',
    subjects: 1,
    finds: [['/openQuestions', undefined, 'Harbor Instruments', { at: 'key' }]],
  },
]);
