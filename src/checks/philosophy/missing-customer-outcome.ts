import { defineCheck, requirePresent } from '#checks/define-check.ts';

export default defineCheck({
  id: 'philosophy/missing-customer-outcome',
  severity: 'warning',
  practice: 'customer-role',
  title: 'What changes for the customer is not stated',
  why: 'A purpose becomes real when one can see at a customer whether it was met. Without an outcome nobody can tell.',
  remedy: 'Name one change at the customer that one can see or count.',
  covers: [26],
  example: {
    fails: `
philosophy:
  purpose:
    statement: We help laboratories trust what they measure.`,
    passes: `
philosophy:
  purpose:
    statement: We help laboratories trust what they measure.
    customerOutcome: Fewer repeated measurements`,
  },
  run: ({ organization, philosophy }) => {
    // `philosophy/missing-purpose` reports a missing purpose.
    if (philosophy?.purpose === undefined) return { subjects: 0, failures: [] };
    return requirePresent(philosophy.purpose.customerOutcome !== undefined, () => ({
      path: ['philosophy', 'purpose'],
      at: 'key',
      missing: 'customerOutcome',
      message: `The purpose of ${organization.name} does not say what a customer has afterwards, so nobody can see whether it was met.`,
      fix: 'Add `philosophy.purpose.customerOutcome`: one change at the customer that one can see or count.',
    }));
  },
});
