import { defineCheck, type Failure } from '#checks/define-check.ts';
import { nameWaiver } from '#checks/queries/waivers.ts';
import { countDaysBetween } from '#domain/calendar.ts';
import type { Waiver } from '#domain/types/sales-system.ts';

function findFailures(waiver: Waiver, index: number, asOf: string): Failure[] {
  const { until } = waiver;
  if (until === undefined || countDaysBetween(asOf, until) >= 0) return [];
  return [
    {
      path: ['waivers', index, 'until'],
      dueTo: 'date',
      message: `${nameWaiver(waiver)} ended on ${until}, so what it accepted counts again.`,
      fix: 'Fix what it accepted and remove the waiver; or agree on a new `until`, with the reason.',
    },
  ];
}

export default defineCheck({
  id: 'waiver/expired',
  severity: 'error',
  practice: null,
  title: 'A waiver has ended',
  why: 'A waiver buys time. One that outlives its date is a decision that nobody made.',
  remedy: 'Fix what was accepted, or agree on a new end and give the reason.',
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
