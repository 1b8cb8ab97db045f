import { defineCheck } from '#checks/define-check.ts';
import { isOlderThan } from '#domain/calendar.ts';

/** How far back a replaced method counts: three years, our own limit. */
const lookBack = 'P36M';

/** From how many replaced methods on it is churn: our own limit. */
const churn = 2;

/** How many of them a message names. */
const named = 3;

export default defineCheck({
  id: 'method/method-churn',
  severity: 'warning',
  practice: 'few-initiatives',
  title: 'Methods were replaced too often',
  why: 'Every method takes longer to learn than to buy. Sellers who have seen several go wait for the next one instead of learning this one.',
  covers: [3],
  // Whether there is a method at all is `method/missing-method`.
  subjectRequired: false,
  example: {
    fails: `
method:
  name: Problem First
  replaced:
    - { name: Spark Selling, on: 2025-02-01 }
    - { name: Value Path, on: 2026-05-01 }`,
    passes: `
method:
  name: Problem First
  replaced:
    - { name: Spark Selling, on: 2019-02-01 }
    - { name: Value Path, on: 2026-05-01 }`,
  },
  run: ({ method }, { asOf }) => {
    if (method?.name === undefined && method?.replaced === undefined) return { subjects: 0, failures: [] };
    const recent = (method.replaced ?? []).flatMap(({ name, on }) =>
      on === undefined || isOlderThan(on, lookBack, asOf) ? [] : [`"${name}" (${on})`],
    );
    if (recent.length < churn) return { subjects: 1, failures: [] };
    return {
      subjects: 1,
      failures: [
        {
          path: ['method', 'replaced'],
          at: 'key',
          message: `Within 36 months ${recent.length} methods were replaced: ${recent.slice(0, named).join(', ')}${recent.length > named ? ', …' : ''}. Sellers learn to wait for the next one.`,
          fix: `Keep ${method.name === undefined ? 'the present method' : `"${method.name}"`} and coach it: this passes once fewer than two entries of \`method.replaced\` are younger than 36 months.`,
        },
      ],
    };
  },
});
