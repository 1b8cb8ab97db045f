import { defineCheck, judgeEach } from '#checks/define-check.ts';

/** Requirements of good practice, and the effect of lacking each. */
const needed = [
  { key: 'feedbackBy', lost: 'nobody says what to change, and sellers rehearse their mistakes too' },
  { key: 'standard', lost: 'nobody can say what good looks like' },
] as const;

export default defineCheck({
  id: 'practice/practice-without-feedback',
  severity: 'warning',
  practice: 'practice-feedback',
  title: 'Practice has no feedback or no standard',
  why: 'Repetition makes a habit; only feedback against a standard makes it better.',
  remedy: 'Someone watches every practice session and gives feedback on the spot, against a standard.',
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
  run: (system) =>
    judgeEach(
      (system.execution?.practice ?? []).map((session, index) =>
        needed
          .filter(({ key }) => session[key] === undefined)
          .map(({ key, lost }) => ({
            path: ['execution', 'practice', index],
            missing: key,
            message: `The practice of \`${session.skill}\` has no \`${key}\`, so ${lost}.`,
            fix: `Add \`${key}\` to the practice of \`${session.skill}\`: ${key === 'standard' ? 'what it is judged against' : 'who watches and gives feedback on the spot'}.`,
          })),
      ),
    ),
});
