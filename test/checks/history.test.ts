/**
 * The checks that read the history of the declared system.
 * Longer than 200 lines: a table of histories for each check.
 */
import { describe, expect, it } from 'vitest';
import movingGoalposts from '#checks/leadership/moving-goalposts.ts';
import prematureLead from '#checks/measurement/premature-lead.ts';
import { type Commit, describeHistoryCheck, runOver } from '../support/checks/check-history.ts';

const goal = (text: string, changes = ''): string =>
  `execution: {measurement: {goal: {${text}}}, leadership: {changes: [${changes}]}}`;

const works = (leads: string, due = 'due: 2026-12-31', role = 'hunter'): string =>
  `execution: {measurement: {goal: {${due}}, segments: [{role: ${role}, tenure: new, leads: [${leads}]}]}}`;

const goalAt = '/execution/measurement/goal';
const segmentAt = '/execution/measurement/segments/0';

/** Makes a history of two commits and the working copy: before, after a change on a date, and now. */
const over = (before: string, date: string, after: string, now = after): Commit[] => [
  ['2026-01-10', before],
  [date, after],
  ['2026-11-23', now],
];

describeHistoryCheck(movingGoalposts, [
  {
    name: 'its own failing example',
    commits: over(
      goal('lag: win rate, target: 30%, due: 2026-12-31'),
      '2026-03-02',
      movingGoalposts.example.fails,
    ),
    finds: [[goalAt, 'changes/2026-03-02', 'commit c2 (2026-03-02)']],
  },
  {
    name: 'its own passing example',
    commits: over(
      goal('lag: win rate, target: 30%, due: 2026-12-31'),
      '2026-03-02',
      movingGoalposts.example.passes,
    ),
    finds: [],
  },
  {
    name: 'lag, target and due at once, with their old values',
    commits: over(
      goal('lag: win rate, target: 30, due: 2026-12-31'),
      '2026-03-02',
      goal('lag: revenue, target: 32, due: 2026-06-30'),
    ),
    finds: [
      [
        goalAt,
        'changes/2026-03-02',
        'before the goal was due on 2026-12-31: `lag` went from win rate to revenue, `target` went from 30 to 32, `due` went from 2026-12-31 to 2026-06-30.',
      ],
    ],
  },
  {
    name: 'the same goal in another spelling',
    commits: over(
      goal('lag: Win rate, target: 33 %, due: 2026-12-31'),
      '2026-03-02',
      goal('lag: win  rate, target: 33%, due: 2026-12-31'),
    ),
    finds: [],
  },
  {
    name: 'the day before it is due',
    commits: over(goal('target: 1, due: 2026-06-30'), '2026-06-29', goal('target: 2, due: 2026-06-30')),
    finds: [[goalAt, 'changes/2026-06-29', '`target` went from 1 to 2']],
  },
  {
    name: 'on the day that it is due a new cycle begins',
    commits: over(goal('target: 1, due: 2026-06-30'), '2026-06-30', goal('target: 2, due: 2026-12-31')),
    finds: [],
  },
  {
    name: 'without a due date there is no cycle',
    commits: over(goal('target: 1'), '2026-03-02', goal('target: 2, due: 2026-12-31')),
    finds: [],
  },
  {
    name: 'setting it for the first time, its baseline, and the same number as text move nothing',
    commits: over(
      goal('target: 30, due: 2026-12-31'),
      '2026-03-02',
      goal("lag: win rate, baseline: 24, target: '30', due: 2026-12-31"),
    ),
    finds: [],
  },
  {
    name: 'a goal that is removed, in part and as a whole',
    commits: [
      ['2026-01-10', goal('lag: win rate, target: 30, due: 2026-12-31')],
      ['2026-03-02', goal('lag: win rate, due: 2026-12-31')],
      ['2026-05-02', 'execution: {measurement: {}}'],
      ['2026-11-23', 'execution: {measurement: {}}'],
    ],
    finds: [
      ['/execution/measurement', 'goal/changes/2026-03-02', '`target` went from 30 to nothing'],
      ['/execution/measurement', 'goal/changes/2026-05-02', 'the goal was removed'],
    ],
  },
  ...(
    [
      ['2026-01-30', false],
      ['2026-01-31', true],
      ['2026-03-03', true],
      ['2026-04-03', true],
      ['2026-04-04', false],
    ] as const
  ).map(([date, recorded]) => ({
    name: `an entry of ${date} for a change of 2026-03-03`,
    commits: over(
      goal('target: 1, due: 2026-12-31'),
      '2026-03-03',
      goal('target: 2, due: 2026-12-31'),
      goal('target: 2, due: 2026-12-31', `{date: ${date}}`),
    ),
    finds: recorded ? [] : ([[goalAt, 'changes/2026-03-03', 'No entry']] as const),
  })),
  {
    name: 'each day has its own failure, two commits of one day share theirs, the working copy counts too',
    commits: [
      ['2026-01-10', goal('target: 1, due: 2026-12-31')],
      ['2026-03-02', goal('target: 2, due: 2026-12-31')],
      ['2026-03-02', goal('target: 3, due: 2026-12-31')],
      ['2026-05-02', goal('target: 4, due: 2026-12-31')],
      ['2026-11-23', goal('target: 5, due: 2026-12-31', '{date: 2026-05-10}')],
    ],
    finds: [
      [goalAt, 'changes/2026-03-02', '`target` went from 1 to 2, `target` went from 2 to 3'],
      [goalAt, 'changes/2026-11-23', 'moved in the working copy (2026-11-23)'],
    ],
  },
  {
    name: 'leads that come, go and get another target',
    commits: over(works('{id: a, target: 1}, {id: b}'), '2026-03-02', works('{id: a, target: 2}, {id: c}')),
    finds: [
      [
        segmentAt,
        'changes/2026-03-02',
        '`hunter/new` moved in commit c2 (2026-03-02), before the goal was due on 2026-12-31: `c` was added, the target of `a` went from 1 to 2, `b` was removed.',
      ],
    ],
  },
  {
    name: 'many leads at once are counted',
    commits: over(works('{id: a}'), '2026-03-02', works('{id: b}, {id: c}, {id: d}, {id: e}')),
    finds: [[segmentAt, 'changes/2026-03-02', '`b` was added, `c` was added, `d` was added and 2 more']],
  },
  {
    name: 'status, order, and initial targets or leads move nothing',
    commits: [
      ['2026-01-10', works('')],
      ['2026-02-10', works('{id: a}, {id: b, status: active}')],
      ['2026-11-23', works('{id: b, status: proficient}, {id: a, target: 3}')],
    ],
    finds: [],
  },
  {
    name: 'a new segment moves nothing, a removed one does',
    commits: over(works('{id: a}'), '2026-03-02', works('{id: a}', 'due: 2026-12-31', 'farmer')),
    finds: [['/execution/measurement/segments', 'hunter/new/changes/2026-03-02', 'the segment was removed']],
  },
  {
    name: 'everything is removed',
    commits: over(works('{id: a}'), '2026-03-02', ''),
    finds: [
      ['', 'execution/measurement/goal/changes/2026-03-02', 'the goal was removed'],
      ['', 'execution/measurement/segments/hunter/new/changes/2026-03-02', 'the segment was removed'],
    ],
  },
]);

describe('subjects of moving-goalposts', () => {
  it('count the goal and each segment once, however often they moved', () => {
    const { subjects, failing, failures } = runOver(movingGoalposts, [
      ['2026-01-10', goal('target: 1, due: 2026-12-31')],
      ['2026-03-02', goal('target: 2, due: 2026-12-31')],
      ['2026-05-02', goal('target: 3, due: 2026-12-31')],
      ['2026-11-23', goal('target: 3, due: 2026-12-31')],
    ]);
    expect([subjects, failing, failures.length]).toEqual([1, 1, 2]);
  });
});

const hunter = (a: string, b: string, c = 'planned'): string =>
  works(`{id: a, status: ${a}}, {id: b, status: ${b}}, {id: c, status: ${c}}`);

const leadAt = (index: number): string => `${segmentAt}/leads/${index}/status`;

describeHistoryCheck(prematureLead, [
  {
    name: 'its own failing example',
    commits: [
      [
        '2026-01-10',
        works('{id: decider-met, status: planned}, {id: cost-named, status: active}').replace(
          ', tenure: new',
          '',
        ),
      ],
      ['2026-11-23', prematureLead.example.fails],
    ],
    finds: [
      [leadAt(1), undefined, '`decider-met` of `hunter` became active in the working copy (2026-11-23)'],
    ],
  },
  {
    name: 'its own passing example',
    commits: [
      [
        '2026-01-10',
        works('{id: decider-met, status: planned}, {id: cost-named, status: active}').replace(
          ', tenure: new',
          '',
        ),
      ],
      ['2026-11-23', prematureLead.example.passes],
    ],
    finds: [],
  },
  {
    name: 'activated while another is still active',
    commits: over(hunter('active', 'planned'), '2026-03-02', hunter('active', 'active')),
    finds: [
      [
        leadAt(1),
        undefined,
        '`b` of `hunter/new` became active in commit c2 (2026-03-02) while `a` was not yet mastered.',
      ],
    ],
  },
  {
    name: 'activated while two others are active',
    commits: over(hunter('active', 'active'), '2026-03-02', hunter('active', 'active', 'active')),
    finds: [
      [
        leadAt(2),
        undefined,
        '`c` of `hunter/new` became active in commit c2 (2026-03-02) while `a` and `b` were not yet mastered',
      ],
    ],
  },
  {
    name: 'started together, in an empty segment or from the first commit',
    commits: [
      ['2026-01-10', works('')],
      ['2026-02-10', hunter('active', 'active')],
      ['2026-11-23', hunter('active', 'active')],
    ],
    finds: [],
  },
  ...(['proficient', 'retired', 'planned'] as const).map((status) => ({
    name: `taken on as the earlier one becomes ${status}`,
    commits: over(hunter('active', 'planned'), '2026-03-02', hunter(status, 'active')),
    finds: [],
  })),
  {
    name: 'activated when the earlier one is removed',
    commits: over(hunter('active', 'planned'), '2026-03-02', works('{id: b, status: active}')),
    finds: [],
  },
  {
    name: 'over when the earlier one is mastered',
    commits: over(
      hunter('active', 'planned'),
      '2026-03-02',
      hunter('active', 'active'),
      hunter('proficient', 'active'),
    ),
    finds: [],
  },
  {
    name: 'over when the early one is planned again',
    commits: over(
      hunter('active', 'planned'),
      '2026-03-02',
      hunter('active', 'active'),
      hunter('active', 'planned'),
    ),
    finds: [],
  },
  {
    name: 'an earlier one that is activated again is then the early one',
    commits: [
      ['2026-01-10', hunter('active', 'planned')],
      ['2026-02-10', hunter('active', 'active')],
      ['2026-03-10', hunter('proficient', 'active')],
      ['2026-11-23', hunter('active', 'active')],
    ],
    finds: [[leadAt(0), undefined, '`a` of `hunter/new` became active in the working copy']],
  },
  {
    name: 'another segment has a ladder of its own',
    commits: over(
      works('{id: a, status: active}', 'lag: win rate', 'hunter'),
      '2026-03-02',
      'execution: {measurement: {segments: [{role: hunter, leads: [{id: b, status: active}]}, {role: hunter, tenure: new, leads: [{id: a, status: active}]}]}}',
    ),
    finds: [],
  },
]);

it('a premature lead is about the leads that were unfinished, so that a baseline accepts no other ones', () => {
  const states = ['active', 'planned'].map((third) =>
    works(`{id: a, status: active}, {id: b, status: planned}, {id: c, status: ${third}}`),
  );
  const now = works('{id: a, status: active}, {id: b, status: active}, {id: c, status: active}');
  const subjects = states.map((before) =>
    runOver(prematureLead, [
      ['2026-01-10', before],
      ['2026-11-23', now],
    ]).failures.map((failure) => failure.subjects),
  );
  expect(subjects).toEqual([[['a', 'c']], [['a'], ['a']]]);
});
