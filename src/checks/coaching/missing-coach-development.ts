import { findAbsent } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';

export default defineCheck({
  id: 'coaching/missing-coach-development',
  severity: 'info',
  practice: 'coaching-consistency',
  title: 'Nobody makes the coaches better',
  why: 'Coaching is a skill of its own. A coach whom nobody coaches repeats what once worked.',
  remedy: 'Decide who coaches the coaches, and write it down.',
  example: {
    fails: `
execution:
  coaching:
    coaches:
      - { type: manager }`,
    passes: `
execution:
  coaching:
    coaches:
      - { type: manager }
    coachDevelopment: docs/coaching/coach-the-coach.md`,
  },
  run: (system) => {
    const coaching = system.execution?.coaching;
    // `coaching/uncoached-unit` reports a missing coach.
    if ((coaching?.coaches ?? []).length === 0) return { subjects: 0, failures: [] };
    const failure = {
      ...findAbsent(system, ['execution', 'coaching'], 'coachDevelopment'),
      message: `${system.organization.name} has coaches, and does not say how they become better at coaching.`,
      fix: 'Add `execution.coaching.coachDevelopment`: where it is written down who coaches the coaches.',
    };
    return { subjects: 1, failures: coaching?.coachDevelopment === undefined ? [failure] : [] };
  },
});
