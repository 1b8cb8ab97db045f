import { defineCheck } from '#checks/define-check.ts';
import { namesCustomer, findOwnInterest } from '#checks/queries/philosophy.ts';

export default defineCheck({
  id: 'philosophy/quota-purpose',
  severity: 'warning',
  practice: 'stated-purpose',
  title: 'The purpose is about your own number',
  why: 'A purpose that only counts sales gives sellers nothing to say to customers, and no reason to ask a question that could cost the deal.',
  remedy: 'The purpose says which customers you help and what changes for them.',
  covers: [19],
  example: {
    fails: `
philosophy:
  purpose:
    statement: We are here to make quota, every quarter.`,
    passes: `
philosophy:
  purpose:
    statement: We help laboratories trust what they measure, so that they decide faster.`,
  },
  run: ({ organization, philosophy }) => {
    const statement = philosophy?.purpose?.statement;
    // `philosophy/missing-purpose` reports a missing statement.
    if (statement === undefined) return { subjects: 0, failures: [] };
    const own = namesCustomer(statement, organization.name) ? undefined : findOwnInterest(statement);
    if (own === undefined) return { subjects: 1, failures: [] };
    return {
      subjects: 1,
      failures: [
        {
          path: ['philosophy', 'purpose', 'statement'],
          message: `The purpose of ${organization.name} mentions "${own}" but no customer, so sellers hear that the number is what they are there for.`,
          fix: 'Reword `philosophy.purpose.statement`: say which customers you help and what changes for them.',
        },
      ],
    };
  },
});
