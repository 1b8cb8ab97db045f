import { defineCheck } from '#checks/define-check.ts';
import { countValues, sections } from '#checks/queries/system.ts';

export default defineCheck({
  id: 'system/empty-element',
  severity: 'error',
  practice: null,
  title: 'One of the four elements is empty',
  why: 'The four elements depend on each other. When one is missing, the other three have nothing to lean on.',
  remedy: 'Every element says what is true today, however little.',
  covers: [2, 7, 62],
  example: {
    fails: `
philosophy: { purpose: { statement: We help laboratories trust what they measure. } }
process: { stages: [{ id: qualify }] }
method: { name: Problem First }
execution: {}`,
    passes: `
philosophy: { purpose: { statement: We help laboratories trust what they measure. } }
process: { stages: [{ id: qualify }] }
method: { name: Problem First }
execution: { practice: [{ skill: diagnose }] }`,
  },
  run: (system) => ({
    subjects: sections.length,
    failures: sections
      .filter(({ id }) => countValues(system[id]) === 0)
      .map(({ id, asks }) => ({
        // The identity is the same for a missing and an empty section.
        ...(system[id] === undefined ? { path: [], missing: id } : { path: [id], at: 'key' as const }),
        message: `${system.organization.name} declares nothing under \`${id}\`: ${asks} is left to each seller.`,
        fix: `Start \`${id}\` with what is true today, however little; the other checks say what comes next.`,
      })),
  }),
});
