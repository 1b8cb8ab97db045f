import { defineCheck } from '#checks/define-check.ts';
import { describeInShort } from '#checks/queries/wording.ts';

export default defineCheck({
  id: 'leadership/uneven-expectations',
  severity: 'warning',
  practice: 'steady-expectations',
  title: 'One unit has different expectations, and nothing says why',
  why: 'Sellers compare notes. When one manager asks for something different and nobody says why, every expectation looks like a matter of taste.',
  remedy: 'The difference has a reason, or the same is expected of everyone.',
  covers: [49],
  subjectRequired: false,
  example: {
    fails: `
execution:
  leadership:
    expectations:
      - Every offer has a named customer problem
      - { what: Ten visits a week, unit: gulf }`,
    passes: `
execution:
  leadership:
    expectations:
      - Every offer has a named customer problem
      - { what: Ten visits a week, unit: gulf, reason: Customers there do not take calls }`,
  },
  run: (system) => {
    const own = (['expectations', 'boundaries'] as const).flatMap((key) =>
      (system.execution?.leadership?.[key] ?? []).flatMap((entry, index) =>
        typeof entry === 'object' && entry.unit !== undefined
          ? [{ entry, unit: entry.unit, path: ['execution', 'leadership', key, index] }]
          : [],
      ),
    );
    return {
      subjects: own.length,
      failures: own
        .filter(({ entry }) => entry.reason === undefined)
        .map(({ entry, unit, path }) => ({
          path,
          missing: 'reason',
          message: `"${describeInShort(entry.what)}" applies only to \`${unit}\`, and nothing says why, so what is expected of sellers depends on their manager.`,
          fix: `Add \`reason\` to this entry, or remove \`unit: ${unit}\` so that it applies to everyone.`,
        })),
    };
  },
});
