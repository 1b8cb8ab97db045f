import { defineCheck } from '#checks/define-check.ts';
import { isOlderThan } from '#domain/calendar.ts';
import { getPastDate } from '#domain/dates.ts';

/** A replaced method counts for three years. Our own limit. */
const lookBack = 'P36M';

/** Minimum number of replaced methods for churn. Our own limit. */
const churn = 2;

/** Maximum number of methods that a message names. */
const mostNamed = 3;

export default defineCheck({
  id: 'method/method-churn',
  severity: 'warning',
  practice: 'few-initiatives',
  title: 'The method has been replaced too often',
  why: 'Every method takes longer to learn than to buy. Sellers who have seen several come and go wait for the next one instead of learning this one.',
  remedy: 'The current method stays, and sellers are coached in it.',
  covers: [3],
  // `method/missing-method` reports a missing method.
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
    const recent = (method.replaced ?? []).flatMap(({ name, on }) => {
      const date = getPastDate(on, asOf);
      return date === undefined || isOlderThan(date, lookBack, asOf) ? [] : [{ name, date }];
    });
    if (recent.length < churn) return { subjects: 1, failures: [] };
    const named = recent.slice(0, mostNamed).map(({ name, date }) => `"${name}" (${date})`);
    return {
      subjects: 1,
      failures: [
        {
          path: ['method', 'replaced'],
          at: 'key',
          subjects: recent.map(({ name }) => name),
          message: `${recent.length} methods were replaced within 36 months: ${named.join(', ')}${recent.length > mostNamed ? ', …' : ''}. Sellers learn to wait for the next one.`,
          fix: `Keep ${method.name === undefined ? 'the current method' : `"${method.name}"`} and coach it: this check passes once fewer than two entries of \`method.replaced\` are less than 36 months old.`,
        },
      ],
    };
  },
});
