import { findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck, requirePresent } from '#checks/define-check.ts';

export default defineCheck({
  id: 'method/missing-buyer-feedback',
  severity: 'info',
  practice: 'joint-work',
  title: 'Customers are not heard on how they were treated',
  why: 'Whether something was worked out with customers or done to them, only customers can say.',
  remedy:
    'Ask customers how they were sold to, of deals won and lost, and keep their words where all can read them.',
  covers: [14, 31],
  example: {
    fails: `
method:
  name: Problem First`,
    passes: `
method:
  name: Problem First
  buyerFeedback: https://wiki.example.com/sales/customer-calls`,
  },
  run: (system) =>
    requirePresent(system.method?.buyerFeedback !== undefined, () => ({
      ...findAbsentOrEmpty(system, ['method'], 'buyerFeedback'),
      message: `${system.organization.name} names no place where customers say in their own words how they were sold to, so it knows its method from one side only.`,
      fix: 'Add `method.buyerFeedback`: where the notes of such conversations are, of deals won and lost.',
    })),
});
