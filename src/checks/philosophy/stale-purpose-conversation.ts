import { type CheckResult, defineCheck, type Failure } from '#checks/define-check.ts';
import { isOlderThan } from '#domain/calendar.ts';
import { getPastDate } from '#domain/dates.ts';

/** Maximum age of a conversation about the purpose. Our own limit: a year. */
const maxAge = 'P12M';

export default defineCheck({
  id: 'philosophy/stale-purpose-conversation',
  severity: 'info',
  practice: 'stated-purpose',
  title: 'Nobody has asked sellers about their purpose lately',
  why: 'A sentence on file is not a conversation. What sellers think their job is for changes over time, and the only way to know is to ask.',
  remedy: 'Someone has asked your sellers what their job is for, and recorded the date.',
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
    message: `${organization} does not say when sellers were last asked what their purpose is, so nobody knows what they would say.`,
    fix: 'Ask your sellers what their job is for, and record the date as `philosophy.purpose.askedSellersOn`.',
  };
}

function failAskedLongAgo(organization: string, asked: string): Failure {
  return {
    path: ['philosophy', 'purpose', 'askedSellersOn'],
    message: `The sellers of ${organization} were last asked what their purpose is on ${asked}, more than 12 months ago; nobody who joined since has been asked.`,
    fix: 'Ask your sellers again, and record the date as `philosophy.purpose.askedSellersOn`.',
    dueTo: 'date',
  };
}
