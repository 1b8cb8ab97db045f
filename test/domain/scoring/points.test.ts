import { describe, expect, it } from 'vitest';
import { checks } from '#checks/index.ts';
import { runChecks } from '#checks/run-checks.ts';
import { computePoints } from '#domain/scoring/points.ts';
import { type CheckOutcome, scoreDeclaredLens } from '#domain/scoring/declared-lens.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';
import { plainFacts, parseSystem } from '../../support/checks/check-system.ts';

const model = await loadShippedModel();

/**
 * Runs all checks; tests then change the outcome of one check only, because fixing one thing may uncover
 * another.
 */
function runAll(yaml: string): ReturnType<typeof runChecks> {
  return runChecks(checks, parseSystem(yaml), plainFacts);
}

const practice = (...entries: string[]): string =>
  `execution:\n  practice:\n${entries.map((entry) => `    - { skill: ${entry} }\n`).join('')}`;
const insights = (...entries: string[]): string =>
  `method:\n  insights:\n${entries.map((entry) => `    - { id: ${entry} }\n`).join('')}`;
const playbooks = (...entries: string[]): string =>
  `execution:\n  coaching:\n    playbooks:\n${entries.map((entry) => `      - { skill: ${entry} }\n`).join('')}`;
const whole = 'a, feedbackBy: The coach, standard: Ours';
const units = 'units: [{ id: gulf }, { id: plains }]\nroles: [{ id: hunter }, { id: farmer }]\n';
const cadence = (...entries: string[]): string =>
  `${units}execution:\n  coaching:\n    cadence:\n${entries.map((entry) => `      - { ${entry}, every: P2W }\n`).join('')}`;

/** A finding, and a file in which only this finding is fixed. */
const fixes: readonly (readonly [name: string, check: string, before: string, after: string])[] = [
  [
    'one of two entries',
    'practice/practice-without-feedback',
    practice(whole, 'b, standard: Ours'),
    practice(whole, whole.replace('a', 'b')),
  ],
  [
    'one of two absences of an entry',
    'practice/practice-without-feedback',
    practice(whole, 'b'),
    practice(whole, 'b, feedbackBy: The coach'),
  ],
  [
    'an insight without a source',
    'method/unsourced-insight',
    insights('a, reviewedOn: 2026-11-01'),
    insights('a, reviewedOn: 2026-11-01, source: Ours'),
  ],
  [
    'an insight with nothing but an id',
    'method/unsourced-insight',
    insights('a'),
    insights('a, source: Ours'),
  ],
  [
    'a playbook without a url',
    'coaching/offline-playbook',
    playbooks('a, reviewedOn: 2026-11-01'),
    playbooks('a, reviewedOn: 2026-11-01, url: https://example.com'),
  ],
  [
    'a playbook with nothing but a skill',
    'coaching/offline-playbook',
    playbooks('a'),
    playbooks('a, url: https://example.com'),
  ],
  [
    'one role of a unit',
    'coaching/missing-cadence',
    cadence('unit: gulf', 'unit: plains, role: hunter'),
    cadence('unit: gulf', 'unit: plains'),
  ],
  [
    'every role of a unit',
    'coaching/missing-cadence',
    cadence('unit: gulf'),
    cadence('unit: gulf', 'unit: plains'),
  ],
  [
    'a goal without a baseline',
    'measurement/missing-goal',
    'execution:\n  measurement:\n    goal: { lag: win rate }\n',
    'execution:\n  measurement:\n    goal: { lag: win rate, baseline: 24 }\n',
  ],
  [
    'no goal',
    'measurement/missing-goal',
    'execution:\n  measurement: {}\n',
    'execution:\n  measurement:\n    goal: { lag: win rate, baseline: 24 }\n',
  ],
  [
    'no stages',
    'process/missing-stages',
    'process: { owner: Ada }\n',
    'process: { owner: Ada, stages: [{ id: demo }] }\n',
  ],
  [
    'a check without subjects that requires none',
    'coaching/over-capacity',
    units,
    `${units}execution: { coaching: { coaches: [{ type: manager, sellers: 1, hoursPerMonth: 99 }], cadence: [{ every: P2W, minutes: 45 }] } }\n`,
  ],
];

describe('points of a finding', () => {
  it.each(fixes)('match the gain of fixing it alone: %s', (_, id, before, after) => {
    const { outcomes, found } = runAll(before);
    const fixed = runAll(after).outcomes.find(({ check }) => check === id) as CheckOutcome;
    const element = computePoints(model, outcomes, id)?.element ?? '';
    const getScore = (some: readonly CheckOutcome[]): number =>
      scoreDeclaredLens(model, some).elements.get(element) ?? 0;
    const gained = getScore(outcomes.map((each) => (each.check === id ? fixed : each))) - getScore(outcomes);
    const failure = found.find(({ check }) => check.id === id)?.failure;
    expect(computePoints(model, outcomes, id, failure?.mends)?.points).toBeCloseTo(gained, 6);
  });

  it('are undefined for a check that never counts, or that is unknown', () => {
    const { outcomes } = runAll('openQuestions: []\n');
    expect(computePoints(model, outcomes, 'system/missing-open-questions')).toBeUndefined();
    expect(computePoints(model, outcomes, 'no/such-check')).toBeUndefined();
  });
});
