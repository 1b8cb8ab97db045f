import { findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';

const lists = [
  {
    key: 'expectations',
    message:
      'does not say what it expects of sellers besides the number, so every manager expects something different.',
    fix: 'Add `execution.leadership.expectations`: what every seller does, described so that you can see it done.',
  },
  {
    key: 'boundaries',
    message: 'does not say what is off limits, so sellers find the boundaries by crossing them.',
    fix: 'Add `execution.leadership.boundaries`: what sellers do not do, even to win a deal.',
  },
] as const;

export default defineCheck({
  id: 'leadership/missing-expectations',
  severity: 'warning',
  practice: 'steady-expectations',
  title: 'Expectations or boundaries are not written down',
  why: 'People do their best work within limits they can rely on: what is expected of them, and what is off limits.',
  remedy: 'It is written down what you expect besides the number, and what is off limits.',
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
