import { defineCheck } from '#checks/define-check.ts';
import { findMissing } from '#checks/queries/waivers.ts';
import { listNames } from '#checks/queries/wording.ts';

export default defineCheck({
  id: 'waiver/incomplete',
  severity: 'error',
  practice: null,
  title: 'A waiver is incomplete',
  why: 'A waiver without a reason, an owner and an end date is not a decision; it only looks away.',
  remedy: 'The waiver is complete, or removed.',
  subjectRequired: false,
  example: {
    fails: `
waivers:
  - rule: process/seller-only-exit
    path: /process/stages/offer/exit
    reason: Being redrawn with six customers`,
    passes: `
waivers:
  - rule: process/seller-only-exit
    path: /process/stages/offer/exit
    reason: Being redrawn with six customers
    owner: Priya Nair
    until: 2027-01-31`,
  },
  run: ({ waivers = [] }) => ({
    subjects: waivers.length,
    failures: waivers.flatMap((waiver, index) => {
      const keys = findMissing(waiver);
      if (keys.length === 0) return [];
      const what = waiver.rule === undefined ? 'This waiver' : `The waiver of \`${waiver.rule}\``;
      return [
        {
          path: ['waivers', index],
          missing: keys.join(', '),
          message: `${what} is missing ${listNames(keys)} and accepts nothing until it is complete.`,
          fix: `Add ${listNames(keys)} to the waiver, or remove it.`,
        },
      ];
    }),
  }),
});
