import { findAbsent } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';
import { getActiveSkills } from '#checks/queries/skills.ts';
import { listNames } from '#checks/queries/wording.ts';

export default defineCheck({
  id: 'coaching/skill-without-playbook',
  severity: 'error',
  practice: 'coaching-consistency',
  title: 'A skill sellers are working on has no playbook',
  why: 'Without a shared page, every coach teaches something different under the same name.',
  remedy: 'Every skill sellers are working on has a one-page playbook, and all coaches use it.',
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
          message: `Sellers are working on \`${id}\` (${listNames(leads)}), but there is no playbook for coaching it.`,
          fix: `Add to \`execution.coaching.playbooks\`: \`{ skill: ${id}, url: … }\` with the page coaches open.`,
        })),
    };
  },
});
