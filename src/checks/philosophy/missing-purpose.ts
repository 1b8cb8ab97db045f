import { findAbsent } from '#checks/queries/absence.ts';
import { defineCheck, requirePresent } from '#checks/define-check.ts';

export default defineCheck({
  id: 'philosophy/missing-purpose',
  severity: 'error',
  practice: 'stated-purpose',
  title: 'No purpose is stated',
  why: 'Unless someone states what sellers are there for, the number becomes the purpose.',
  remedy: 'One sentence says whom you help and what changes for them.',
  covers: [17, 20],
  example: {
    fails: `
philosophy:
  purpose:
    owner: Marisa Trevino`,
    passes: `
philosophy:
  purpose:
    statement: We help laboratories trust what they measure, so that they decide faster.`,
  },
  run: (system) =>
    requirePresent(system.philosophy?.purpose?.statement !== undefined, () => ({
      ...findAbsent(system, ['philosophy', 'purpose'], 'statement'),
      message: `${system.organization.name} does not say why its sellers' job exists, so each seller has to work it out alone.`,
      fix: 'Add `philosophy.purpose.statement`: one sentence that says whom you help and what changes for them.',
    })),
});
