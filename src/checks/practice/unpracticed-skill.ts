import { findAbsent } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';
import { getActiveSkills } from '#checks/queries/skills.ts';
import { listNames } from '#checks/queries/wording.ts';

export default defineCheck({
  id: 'practice/unpracticed-skill',
  severity: 'warning',
  practice: 'designed-practice',
  title: 'A skill sellers are working on is never practiced',
  why: 'Without room to rehearse, sellers practice on customers.',
  remedy: 'Every skill sellers are working on is rehearsed: how, how often and against which standard.',
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
          message: `Sellers are working on \`${id}\` (${listNames(leads)}) but never rehearse it before a customer hears it.`,
          fix: `Add to \`execution.practice\`, with a schedule of your own: \`{ skill: ${id}, format: …, every: P2W, feedbackBy: …, standard: … }\`.`,
        })),
    };
  },
});
