import { findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';

const lists = [
  {
    key: 'expectations',
    message:
      'does not say what is expected of a seller besides the number, so every manager expects something else.',
    fix: 'Add `execution.leadership.expectations`: what every seller does, in words that one can see done.',
  },
  {
    key: 'boundaries',
    message: 'does not say what is off limits, so sellers find the boundary by crossing it.',
    fix: 'Add `execution.leadership.boundaries`: what a seller does not do, even to win.',
  },
] as const;

export default defineCheck({
  id: 'leadership/missing-expectations',
  severity: 'warning',
  practice: 'steady-expectations',
  title: 'Expectations or boundaries are not written down',
  why: 'People do their best work inside a frame that they can rely on: what is asked of them, and what is off limits.',
  remedy:
    'Write down what every seller is expected to do besides the number, and what is off limits even to win.',
  covers: [22, 50],
  example: {
    fails: `
execution:
  leadership:
    expectations:
      - Every offer has a named customer problem`,
    passes: `
execution:
  leadership:
    expectations:
      - Every offer has a named customer problem
    boundaries:
      - No discount without something in return`,
  },
  run: (system) => {
    const leadership = system.execution?.leadership;
    return {
      subjects: lists.length,
      failures: lists
        .filter(({ key }) => (leadership?.[key] ?? []).length === 0)
        .map(({ key, message, fix }) => ({
          ...findAbsentOrEmpty(system, ['execution', 'leadership'], key),
          message: `${system.organization.name} ${message}`,
          fix,
        })),
    };
  },
});
