import { defineCheck, requirePresent } from '#checks/define-check.ts';

export default defineCheck({
  id: 'philosophy/missing-customer-outcome',
  severity: 'warning',
  practice: 'customer-role',
  title: 'The purpose does not say what changes for customers',
  why: 'A purpose becomes real when you can look at a customer and see whether it came true. Without an outcome, nobody can tell.',
  remedy: 'The purpose names one change for customers that you can see or count.',
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
      message: `The purpose of ${organization.name} does not say what customers gain, so nobody can tell whether it came true.`,
      fix: 'Add `philosophy.purpose.customerOutcome`: one change for customers that you can see or count.',
    }));
  },
});
