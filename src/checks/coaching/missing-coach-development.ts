import { findAbsent } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';

export default defineCheck({
  id: 'coaching/missing-coach-development',
  severity: 'info',
  practice: 'coaching-consistency',
  title: 'Nobody coaches the coaches',
  why: 'Coaching is a skill of its own. Coaches whom nobody coaches repeat what once worked.',
  remedy: 'It is written down who coaches the coaches.',
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
      message: `${system.organization.name} has coaches but does not say how they get better at coaching.`,
      fix: 'Add `execution.coaching.coachDevelopment`: the page that says who coaches the coaches.',
    };
    return { subjects: 1, failures: coaching?.coachDevelopment === undefined ? [failure] : [] };
  },
});
