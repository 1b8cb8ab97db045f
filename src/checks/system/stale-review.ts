import { findAbsent } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';
import { isOlderThan } from '#domain/calendar.ts';

/** Maximum age of a review. Our own limit: half a year. */
const maxReviewAge = 'P6M';

export default defineCheck({
  id: 'system/stale-review',
  severity: 'warning',
  practice: null,
  title: 'The system file has not been reviewed for a while',
  why: 'A file that nobody rereads describes last year’s company.',
  remedy: 'Someone has reviewed the system file with the people it describes, and recorded the date.',
  example: {
    fails: `
reviewedOn: 2026-02-01`,
    passes: `
reviewedOn: 2026-11-01`,
  },
  run: (system, { asOf }) => {
    const { reviewedOn } = system;
    if (reviewedOn === undefined) {
      const failure = {
        ...findAbsent(system, [], 'reviewedOn'),
        message: `Nothing says when ${system.organization.name} last reviewed this file, so nobody can tell whether it is still true.`,
        fix: 'Review it with the people it describes, and add the date as `reviewedOn`.',
      };
      return { subjects: 1, failures: [failure] };
    }
    const failure = {
      path: ['reviewedOn'],
      dueTo: 'date' as const,
      message: `${system.organization.name} last reviewed this file on ${reviewedOn}; it may be out of date.`,
      fix: 'Review it with the people it describes, and set `reviewedOn` to the new date.',
    };
    return { subjects: 1, failures: isOlderThan(reviewedOn, maxReviewAge, asOf) ? [failure] : [] };
  },
});
