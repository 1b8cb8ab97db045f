import flavorOfTheMonth from '#checks/leadership/flavor-of-the-month.ts';
import missingExpectations from '#checks/leadership/missing-expectations.ts';
import missingModeling from '#checks/leadership/missing-modeling.ts';
import unevenExpectations from '#checks/leadership/uneven-expectations.ts';
import { describeCheck } from '../support/checks/check-system.ts';

const at = '/execution/leadership';

const leadership = (text: string): string => `execution: {leadership: {${text}}}`;

describeCheck(missingExpectations, [
  {
    name: 'no section at all',
    yaml: '',
    subjects: 2,
    finds: [
      ['', 'execution/leadership/expectations', 'does not say what it expects of sellers'],
      ['', 'execution/leadership/boundaries', 'off limits'],
    ],
  },
  {
    name: 'one empty, one missing',
    yaml: leadership('expectations: []'),
    subjects: 2,
    finds: [
      [`${at}/expectations`, undefined, 'does not say what it expects of sellers', { at: 'key' }],
      [at, 'boundaries', 'off limits'],
    ],
  },
  {
    name: 'both, one of them for a unit',
    yaml: leadership('expectations: [Listen], boundaries: [{what: No gifts, unit: gulf}]'),
    subjects: 2,
    finds: [],
  },
]);

describeCheck(unevenExpectations, [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  {
    name: 'for everybody',
    yaml: leadership('expectations: [Listen, {what: Ask first}]'),
    subjects: 0,
    finds: [],
  },
  {
    name: 'units with and without a reason, in both lists',
    yaml: leadership(
      'expectations: [Listen, {what: Ten visits, unit: gulf}, {what: Calls, unit: plains, reason: Distance}], boundaries: [{what: No gifts, unit: gulf}]',
    ),
    subjects: 3,
    finds: [
      [`${at}/expectations/1`, 'reason', '"Ten visits" applies only to `gulf`'],
      [`${at}/boundaries/0`, 'reason', '"No gifts" applies only to `gulf`'],
    ],
  },
]);

describeCheck(missingModeling, [
  {
    name: 'no section at all',
    yaml: '',
    subjects: 2,
    finds: [
      [
        '',
        'execution/leadership/modeling/leader',
        'behaviors leaders at Harbor Instruments model themselves',
        { at: 'key' },
      ],
      [
        '',
        'execution/leadership/modeling/manager',
        'behaviors managers at Harbor Instruments model themselves',
        { at: 'key' },
      ],
    ],
  },
  {
    name: 'an empty list',
    yaml: leadership('modeling: []'),
    subjects: 2,
    finds: [
      [`${at}/modeling`, 'leader', 'behaviors leaders'],
      [`${at}/modeling`, 'manager', 'behaviors managers'],
    ],
  },
  {
    name: 'managers only, and a leader who does nothing in particular',
    yaml: leadership(
      'modeling: [{who: manager}, {who: manager, what: Rides along}, {who: leader, every: P1M}]',
    ),
    subjects: 2,
    finds: [[`${at}/modeling/2`, 'what', 'leaders lead by example']],
  },
]);

const initiatives = (...entries: string[]): string => leadership(`initiatives: [${entries.join(', ')}]`);
const open = (name: string, more = ''): string => `{name: ${name}, serves: diagnose${more && `, ${more}`}}`;

describeCheck(flavorOfTheMonth, [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  { name: 'no initiative', yaml: initiatives(), subjects: 0, finds: [] },
  { name: 'three at once', yaml: initiatives(open('A'), open('B'), open('C')), subjects: 4, finds: [] },
  {
    name: 'four at once, one of them on its last day and one on its first',
    yaml: initiatives(
      open('A'),
      open('B', 'start: 2025-01-01'),
      open('C', 'start: 2026-11-23'),
      open('D', 'end: 2026-11-23'),
    ),
    subjects: 5,
    finds: [
      [`${at}/initiatives`, undefined, '4 initiatives are running at once (A, B, C, D)', { at: 'key' }],
    ],
  },
  {
    name: 'one that ended yesterday and one that starts tomorrow do not run',
    yaml: initiatives(
      open('A'),
      open('B'),
      open('C', 'start: 2026-11-24'),
      open('D', 'start: 2026-01-01, end: 2026-11-22'),
    ),
    subjects: 5,
    finds: [],
  },
  {
    name: 'ended after 89 days and after 90',
    yaml: initiatives(
      open('A', 'start: 2026-01-01, end: 2026-03-31'),
      open('B', 'start: 2026-01-01, end: 2026-04-01'),
    ),
    subjects: 3,
    finds: [[`${at}/initiatives/0/end`, undefined, '"A" ended 89 days after it started']],
  },
  {
    name: 'an early end counts for a year, and not before its date',
    yaml: initiatives(
      open('A', 'start: 2025-11-22, end: 2025-11-23'),
      open('B', 'start: 2025-11-01, end: 2025-11-22'),
      open('C', 'start: 2026-11-01, end: 2026-11-30'),
    ),
    subjects: 4,
    finds: [[`${at}/initiatives/0/end`, undefined, '"A" ended 1 day after']],
  },
  {
    name: 'initiatives without `serves`: open, future, ended, and undated',
    yaml: initiatives(
      '{name: A}',
      '{name: B, start: 2027-01-01}',
      '{name: C, start: 2026-01-01, end: 2026-06-30}',
      '{name: D, end: 2026-06-30}',
    ),
    subjects: 5,
    finds: [
      [`${at}/initiatives/0`, 'serves', '"A" does not say'],
      [`${at}/initiatives/1`, 'serves', '"B" does not say'],
    ],
  },
]);
