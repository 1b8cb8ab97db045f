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
      fix: 'Resolve what it accepted and remove the waiver, or extend `until` with a reason.',
    },
  ];
}

export default defineCheck({
  id: 'waiver/expired',
  severity: 'error',
  practice: null,
  title: 'A waiver has expired',
  why: 'A waiver buys time. One that outlives its end date is a decision nobody made.',
  remedy: 'The finding is resolved, or the waiver is extended with a reason.',
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
