import { type CheckResult, defineCheck, type Failure } from '#checks/define-check.ts';
import { isOlderThan } from '#domain/calendar.ts';
import { getPastDate } from '#domain/dates.ts';

/** Maximum age of a conversation about the purpose. Our own limit: a year. */
const maxAge = 'P12M';

export default defineCheck({
  id: 'philosophy/stale-purpose-conversation',
  severity: 'info',
  practice: 'stated-purpose',
  title: 'Sellers have not been asked for their purpose lately',
  why: 'A sentence on file is no conversation. What sellers think their job is for changes with people and quarters, and only asking shows it.',
  remedy: 'Ask your sellers what their job is for, and note the day.',
  covers: [18],
  example: {
    fails: `
philosophy:
  purpose:
    statement: We help laboratories trust what they measure.
    askedSellersOn: 2020-03-02`,
    passes: `
philosophy:
  purpose:
    statement: We help laboratories trust what they measure.
    askedSellersOn: 2026-09-14`,
  },
  run: ({ organization, philosophy }, { asOf }): CheckResult => {
    const purpose = philosophy?.purpose;
    // `philosophy/missing-purpose` reports a missing purpose.
    if (purpose === undefined) return { subjects: 0, failures: [] };
    const asked = getPastDate(purpose.askedSellersOn, asOf);
    if (asked === undefined) return { subjects: 1, failures: [failNeverAsked(organization.name)] };
    const stale = isOlderThan(asked, maxAge, asOf);
    return { subjects: 1, failures: stale ? [failAskedLongAgo(organization.name, asked)] : [] };
  },
});

function failNeverAsked(organization: string): Failure {
  return {
    path: ['philosophy', 'purpose'],
    at: 'key',
    missing: 'askedSellersOn',
    message: `${organization} does not say when its sellers were last asked what their purpose is, so nobody knows what they would answer.`,
    fix: 'Ask your sellers what their job is for, and write the day into `philosophy.purpose.askedSellersOn`.',
  };
}

function failAskedLongAgo(organization: string, asked: string): Failure {
  return {
    path: ['philosophy', 'purpose', 'askedSellersOn'],
    message: `The sellers of ${organization} were last asked what their purpose is on ${asked}, more than 12 months ago; anyone who joined since has not been asked at all.`,
    fix: 'Ask your sellers again, and write the day into `philosophy.purpose.askedSellersOn`.',
    dueTo: 'date',
  };
}
