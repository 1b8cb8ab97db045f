import oneOffPractice from '#checks/practice/one-off-practice.ts';
import practiceWithoutFeedback from '#checks/practice/practice-without-feedback.ts';
import unpracticedSkill from '#checks/practice/unpracticed-skill.ts';
import { describeCheck } from '../support/checks/check-system.ts';

const withLeads = (leads: string, more = ''): string => `
method: {skills: [{id: diagnose}, {id: reframe}]}
execution:
  measurement: {segments: [{role: hunter, leads: [${leads}]}]}
  ${more}`;
const practice = (sessions: string): string => `execution: {practice: [${sessions}]}`;

describeCheck(unpracticedSkill, [
  { name: 'nothing declared', yaml: '', subjects: 0, finds: [] },
  {
    name: 'a skill without active leads, and an undeclared one',
    yaml: withLeads('{id: a, skill: diagnose, status: planned}, {id: b, skill: haggle, status: active}'),
    subjects: 0,
    finds: [],
  },
  {
    name: 'two skills, one of them practiced',
    yaml: withLeads(
      '{id: a, skill: reframe, status: active}, {id: b, skill: diagnose, status: active}',
      'practice: [{skill: diagnose}]',
    ),
    subjects: 2,
    finds: [
      [
        '/execution/practice',
        'reframe',
        'Sellers are working on `reframe` (`a`) but never rehearse it before a customer hears it',
      ],
    ],
  },
  {
    name: 'no practice at all',
    yaml: withLeads('{id: a, skill: reframe, status: active}'),
    subjects: 1,
    finds: [['/execution', 'practice/reframe', 'rehearse']],
  },
]);

describeCheck(practiceWithoutFeedback, [
  { name: 'no practice', yaml: '', subjects: 0, finds: [] },
  {
    name: 'sessions with different omissions; failing counts the sessions',
    yaml: practice(
      '{skill: a}, {skill: b, feedbackBy: The coach}, {skill: c, feedbackBy: The coach, standard: Three clean calls}',
    ),
    subjects: 3,
    failing: 2,
    finds: [
      ['/execution/practice/0', 'feedbackBy', '`a` has no `feedbackBy`'],
      ['/execution/practice/0', 'standard', '`a` has no `standard`'],
      ['/execution/practice/1', 'standard', '`b` has no `standard`'],
    ],
  },
]);

describeCheck(oneOffPractice, [
  { name: 'no practice', yaml: '', subjects: 0, finds: [] },
  {
    name: 'a year in every way of writing it, no rhythm, and no time',
    yaml: practice(
      ['P1Y', 'P12M', 'P52W', 'P360D', 'P0D'].map((every) => `{skill: a, every: ${every}}`).join(', ') +
        ', {skill: b}',
    ),
    subjects: 6,
    finds: [
      ...[0, 1, 2, 3, 4].map(
        (index) => [`/execution/practice/${index}/every`, undefined, '`a` is practiced every'] as const,
      ),
      ['/execution/practice/5', 'every', '`b` is practiced again'],
    ],
  },
  {
    name: 'less than a year',
    yaml: practice('{skill: a, every: P51W}, {skill: b, every: P11M}'),
    subjects: 2,
    finds: [],
  },
]);
