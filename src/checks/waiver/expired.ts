import { defineCheck, type Failure } from '#checks/define-check.ts';
import { countDaysBetween } from '#domain/calendar.ts';
import type { Waiver } from '#domain/types/sales-system.ts';

/** Days before the end of a waiver when the reminder starts: two weeks, a sprint of most teams. */
const remindedAhead = 14;

function nameWaiver({ rule, owner }: Waiver): string {
  const what = rule === undefined ? 'A waiver' : `The waiver of \`${rule}\``;
  return owner === undefined ? what : `${what} that ${owner} answers for`;
}

function findFailures(waiver: Waiver, index: number, asOf: string): Failure[] {
  const { until } = waiver;
  if (until === undefined) return [];
  const left = countDaysBetween(asOf, until);
  if (left > remindedAhead) return [];
  const place = { path: ['waivers', index, 'until'], dueTo: 'date' as const };
  if (left < 0) {
    return [
      {
        ...place,
        message: `${nameWaiver(waiver)} ended on ${until}, so what it accepted counts again.`,
        fix: 'Fix what it accepted and remove the waiver; or agree on a new `until`, with the reason.',
      },
    ];
  }
  const days = left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days`;
  return [
    {
      ...place,
      severity: 'info',
      isReminder: true,
      message: `${nameWaiver(waiver)} ends ${days}, on ${until}; from the day after, what it accepts counts again.`,
      fix: 'Fix what it accepts before then; or agree on a new `until`, with the reason.',
    },
  ];
}

export default defineCheck({
  id: 'waiver/expired',
  severity: 'error',
  practice: null,
  title: 'A waiver has ended, or is about to',
  why: 'A waiver buys time. One that outlives its date is a decision that nobody made.',
  subjectRequired: false,
  example: {
    fails: `
waivers:
  - rule: process/seller-only-exit
    path: /process/stages/offer/exit
    reason: Being redrawn with six customers
    owner: Priya Nair
    until: 2026-10-31`,
    passes: `
waivers:
  - rule: process/seller-only-exit
    path: /process/stages/offer/exit
    reason: Being redrawn with six customers
    owner: Priya Nair
    until: 2027-01-31`,
  },
  run: ({ waivers = [] }, { asOf }) => ({
    subjects: waivers.filter(({ until }) => until !== undefined).length,
    failures: waivers.flatMap((waiver, index) => findFailures(waiver, index, asOf)),
  }),
});
