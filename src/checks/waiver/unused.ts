import { defineCheck } from '#checks/define-check.ts';

export default defineCheck({
  id: 'waiver/unused',
  severity: 'error',
  practice: null,
  title: 'A waiver accepts something that is not there',
  why: 'A waiver that outlives its finding stays open like an unlocked door: the next such finding walks through.',
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
  // A document alone does not tell what the other checks find in it. Whoever runs them all asks
  // `unusedWaivers` (src/checks/helpers/waivers.ts) for the failures; this entry gives them their name.
  run: ({ waivers = [] }) => ({ subjects: waivers.length, failures: [] }),
});
