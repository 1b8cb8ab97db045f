import { defineCheck } from '#checks/define-check.ts';

/** What turns repetition into practice, and what is lost without it. */
const needed = [
  { key: 'feedbackBy', lost: 'nobody says what to change, and mistakes are rehearsed as well' },
  { key: 'standard', lost: 'nobody can say what good looks like' },
] as const;

export default defineCheck({
  id: 'practice/practice-without-feedback',
  severity: 'warning',
  practice: 'practice-feedback',
  title: 'Practice has no feedback or no standard',
  why: 'Repeating something makes it a habit; only feedback against a standard makes it better.',
  covers: [33],
  example: {
    fails: `
execution:
  practice:
    - { skill: diagnose, every: P2W }`,
    passes: `
execution:
  practice:
    - { skill: diagnose, every: P2W, feedbackBy: The coach, standard: docs/playbooks/diagnose.md }`,
  },
  run: (system) => {
    const sessions = system.execution?.practice ?? [];
    const lacking = sessions.map((session) => needed.filter(({ key }) => session[key] === undefined));
    return {
      subjects: sessions.length,
      failing: lacking.filter((keys) => keys.length > 0).length,
      failures: sessions.flatMap(({ skill }, index) =>
        (lacking[index] ?? []).map(({ key, lost }, _, { length }) => ({
          path: ['execution', 'practice', index],
          missing: key,
          ...(length > 1 && { mends: 0 }),
          message: `The practice of \`${skill}\` has no \`${key}\`, so ${lost}.`,
          fix: `Add \`${key}\` to the practice of \`${skill}\`: ${key === 'standard' ? 'what it is judged against' : 'who watches and answers at once'}.`,
        })),
      ),
    };
  },
});
