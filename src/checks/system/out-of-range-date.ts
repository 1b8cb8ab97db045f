import { defineCheck } from '#checks/define-check.ts';
import { findDateFailures, findReversedInitiatives } from '#checks/queries/dates.ts';
import { listSystemDates } from '#domain/dates.ts';

export default defineCheck({
  id: 'system/out-of-range-date',
  severity: 'error',
  practice: null,
  title: 'A date cannot be right, or the goal is overdue',
  why: 'Nothing can have been reviewed in the future, and a deadline a lifetime away binds nobody. A wrong date hides everything that is out of date.',
  remedy: 'The date is right, and the goal has a deadline in the future.',
  subjectRequired: false,
  example: {
    fails: `
waivers:
  - rule: process/seller-only-exit
    path: /process/stages/offer/exit
    reason: Being redrawn with six customers
    owner: Priya Nair
    until: 9999-12-31
reviewedOn: 2062-11-01`,
    passes: `
waivers:
  - rule: process/seller-only-exit
    path: /process/stages/offer/exit
    reason: Being redrawn with six customers
    owner: Priya Nair
    until: 2027-01-31
reviewedOn: 2026-11-01`,
  },
  run: (system, { asOf }) => {
    const dates = listSystemDates(system);
    return {
      subjects: dates.length,
      failures: [...findDateFailures(dates, asOf), ...findReversedInitiatives(system)],
    };
  },
});
