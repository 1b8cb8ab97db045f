import { findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck, requirePresent } from '#checks/define-check.ts';

export default defineCheck({
  id: 'process/missing-stages',
  severity: 'error',
  practice: 'shared-stages',
  title: 'The process has no stages',
  why: 'Without shared stages, every seller has a process of their own, and no two deals can be compared.',
  remedy: 'The stages of a deal are listed in order.',
  covers: [5],
  example: {
    fails: `
process:
  owner: Priya Nair`,
    passes: `
process:
  owner: Priya Nair
  stages:
    - id: qualify`,
  },
  run: (system) =>
    requirePresent((system.process?.stages ?? []).length > 0, () => ({
      ...findAbsentOrEmpty(system, ['process'], 'stages'),
      message: `${system.organization.name} declares no stages for its deals, so what comes next is up to each seller.`,
      fix: 'List the stages of a deal in order under `process.stages`, each with an `id`.',
    })),
});
