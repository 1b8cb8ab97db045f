import { defineCheck, type Failure } from '#checks/define-check.ts';
import { nameWaiver } from '#checks/queries/waivers.ts';
import { countDaysBetween } from '#domain/calendar.ts';
import type { Waiver } from '#domain/types/sales-system.ts';

/** Days before the end of a waiver when the reminder starts: two weeks, a sprint of most teams. */
const remindedAhead = 14;

function findFailures(waiver: Waiver, index: number, asOf: string): Failure[] {
  const { until } = waiver;
  if (until === undefined) return [];
  const left = countDaysBetween(asOf, until);
  if (left < 0 || left > remindedAhead) return [];
  const days = left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days`;
  return [
    {
      path: ['waivers', index, 'until'],
      dueTo: 'date',
      message: `${nameWaiver(waiver)} ends ${days}, on ${until}; after that, what it accepts counts again.`,
      fix: 'Resolve it by then, or extend `until` with a reason.',
    },
  ];
}

export default defineCheck({
  id: 'waiver/ending',
  severity: 'info',
  practice: null,
  title: 'A waiver is about to end',
  why: 'A reminder leaves time to resolve the finding. No preset fails the gate on it: the waiver is still valid.',
  remedy: 'The finding is resolved by then, or the waiver is extended with a reason.',
  subjectRequired: false,
  example: {
    fails: `
waivers:
  - rule: process/seller-only-exit
    path: /process/stages/offer/exit
    reason: Being redrawn with six customers
    owner: Priya Nair
    until: 2026-11-30`,
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
