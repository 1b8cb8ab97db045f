import { defineCheck } from '#checks/define-check.ts';
import { describeInShort } from '#checks/queries/wording.ts';

export default defineCheck({
  id: 'leadership/uneven-expectations',
  severity: 'warning',
  practice: 'steady-expectations',
  title: 'A unit has expectations of its own, without a reason',
  why: 'Sellers compare. Where one manager asks for something else and nobody says why, every expectation looks like a matter of taste.',
  remedy: 'Write down the reason for the difference, or expect the same of everybody.',
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
          message: `"${describeInShort(entry.what)}" applies to \`${unit}\` only and nobody says why, so it depends on the manager what is asked of a seller.`,
          fix: `Add \`reason\` to this entry, or drop \`unit: ${unit}\` so that it applies to everybody.`,
        })),
    };
  },
});
