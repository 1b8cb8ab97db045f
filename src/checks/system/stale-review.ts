import { findAbsent } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';
import { isOlderThan } from '#domain/calendar.ts';

/** Maximum age of a review. Our own limit: half a year. */
const maxReviewAge = 'P6M';

export default defineCheck({
  id: 'system/stale-review',
  severity: 'warning',
  practice: null,
  title: 'Nobody has reviewed this file for a while',
  why: 'A declaration that nobody rereads describes the company of last year.',
  remedy: 'Read the declared system through with those it speaks of, and note the day.',
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
        fix: 'Read it through with those it speaks of, and add `reviewedOn` with that day.',
      };
      return { subjects: 1, failures: [failure] };
    }
    const failure = {
      path: ['reviewedOn'],
      dueTo: 'date' as const,
      message: `${system.organization.name} last reviewed this file on ${reviewedOn}; what it declares may no longer be so.`,
      fix: 'Read it through with those it speaks of, and set `reviewedOn` to that day.',
    };
    return { subjects: 1, failures: isOlderThan(reviewedOn, maxReviewAge, asOf) ? [failure] : [] };
  },
});
