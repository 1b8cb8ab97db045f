import { findAbsent } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';
import { getActiveSkills } from '#checks/queries/skills.ts';
import { listNames } from '#checks/queries/wording.ts';

export default defineCheck({
  id: 'practice/unpracticed-skill',
  severity: 'warning',
  practice: 'designed-practice',
  title: 'A skill that is worked on is never practiced',
  why: 'Where there is no room to rehearse, customers are what sellers practice on.',
  remedy: 'Plan practice for each skill that is worked on: how, how often, and against which standard.',
  covers: [33],
  example: {
    fails: `
method:
  skills: [{ id: diagnose }]
execution:
  measurement:
    segments:
      - role: hunter
        leads: [{ id: problem-cost, skill: diagnose, status: active }]`,
    passes: `
method:
  skills: [{ id: diagnose }]
execution:
  measurement:
    segments:
      - role: hunter
        leads: [{ id: problem-cost, skill: diagnose, status: active }]
  practice:
    - { skill: diagnose, every: P2W }`,
  },
  run: (system) => {
    const skills = getActiveSkills(system);
    const practiced = new Set((system.execution?.practice ?? []).map(({ skill }) => skill));
    return {
      subjects: skills.length,
      failures: skills
        .filter(({ id }) => !practiced.has(id))
        .map(({ id, leads }) => ({
          ...findAbsent(system, ['execution', 'practice'], id),
          message: `Sellers are to get better at \`${id}\` now (${listNames(leads)}), and nowhere do they rehearse it before a customer hears it.`,
          fix: `Add to \`execution.practice\`, with your own rhythm: \`{ skill: ${id}, format: …, every: P2W, feedbackBy: …, standard: … }\`.`,
        })),
    };
  },
});
