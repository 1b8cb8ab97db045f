import { defineCheck } from '#checks/define-check.ts';

export default defineCheck({
  id: 'waiver/unused',
  severity: 'error',
  practice: null,
  title: 'A waiver accepts a finding that no longer exists',
  why: 'A waiver that outlives its finding is an unlocked door: the next such finding walks right through.',
  remedy: 'The waiver is removed.',
  subjectRequired: false,
  example: {
    fails: `
process:
  stages:
    - id: offer
      exit:
        - { evidence: The customer has named who signs, by: buyer }
waivers:
  - rule: process/seller-only-exit
    path: /process/stages/offer/exit
    reason: Being redrawn with six customers
    owner: Priya Nair
    until: 2027-01-31`,
    passes: `
process:
  stages:
    - id: offer
      exit:
        - { evidence: Offer sent, by: seller }
waivers:
  - rule: process/seller-only-exit
    path: /process/stages/offer/exit
    reason: Being redrawn with six customers
    owner: Priya Nair
    until: 2027-01-31`,
  },
  // Whether a waiver is unused depends on the findings of all other checks. The caller that runs them gets
  // the failures from `findUnusedWaivers` (src/checks/queries/waivers.ts); this entry provides their
  // metadata.
  run: ({ waivers = [] }) => ({ subjects: waivers.length, failures: [] }),
});
