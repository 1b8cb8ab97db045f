import { defineCheck } from '#checks/define-check.ts';
import { findReferences, judgeReferences } from '#checks/queries/references.ts';

export default defineCheck({
  id: 'system/missing-evidence-path',
  severity: 'error',
  practice: null,
  title: 'A document is not where the file says it is',
  why: 'A declaration that points to a missing page is a claim with nothing behind it.',
  remedy: 'Every document is where the file says it is.',
  subjectRequired: false,
  example: {
    fails: `
philosophy:
  pay:
    ref: docs/pay-plan-2019.md # no such file`,
    passes: `
philosophy:
  pay:
    ref: https://wiki.example.com/pay-plan`,
  },
  run: (system, { paths }) => judgeReferences(findReferences(system), paths),
});
