import { findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck, requirePresent } from '#checks/define-check.ts';

export default defineCheck({
  id: 'process/missing-stages',
  severity: 'error',
  practice: 'shared-stages',
  title: 'The process has no stages',
  why: 'Without stages that everybody shares, each seller has a process of their own and no two deals can be compared.',
  remedy: 'Write down the stages of a deal in order.',
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
      message: `${system.organization.name} declares no stage that a deal goes through, so what to do next is up to each seller.`,
      fix: 'Add to `process.stages` the stages of a deal in order, each with an `id`.',
    })),
});
