import { findAbsent } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';
import { getActiveSkills } from '#checks/queries/skills.ts';
import { listNames } from '#checks/queries/wording.ts';

export default defineCheck({
  id: 'coaching/skill-without-playbook',
  severity: 'error',
  practice: 'coaching-consistency',
  title: 'A skill that is worked on has no playbook',
  why: 'Without a page that every coach opens, each one coaches something else by the same name.',
  remedy: 'Write one page for each skill that is worked on, and let every coach open the same one.',
  covers: [61],
  example: {
    fails: `
method:
  skills: [{ id: diagnose }]
execution:
  measurement:
    segments:
      - role: hunter
        leads: [{ id: problem-cost, skill: diagnose, status: active }]
  coaching: {}`,
    passes: `
method:
  skills: [{ id: diagnose }]
execution:
  measurement:
    segments:
      - role: hunter
        leads: [{ id: problem-cost, skill: diagnose, status: active }]
  coaching:
    playbooks:
      - { skill: diagnose, url: docs/playbooks/diagnose.md }`,
  },
  run: (system) => {
    const skills = getActiveSkills(system);
    const covered = new Set((system.execution?.coaching?.playbooks ?? []).map(({ skill }) => skill));
    return {
      subjects: skills.length,
      failures: skills
        .filter(({ id }) => !covered.has(id))
        .map(({ id, leads }) => ({
          ...findAbsent(system, ['execution', 'coaching', 'playbooks'], id),
          message: `Sellers work on \`${id}\` now (${listNames(leads)}), and there is no playbook to coach it by.`,
          fix: `Add to \`execution.coaching.playbooks\`: \`{ skill: ${id}, url: … }\` with the page that coaches open.`,
        })),
    };
  },
});
