import { defineCheck, type Failure, judgeEach } from '#checks/define-check.ts';
import { getPastDate } from '#domain/dates.ts';
import type { Insight } from '#domain/types/sales-system.ts';

export default defineCheck({
  id: 'method/unsourced-insight',
  severity: 'warning',
  practice: 'insight',
  subjectRequired: false,
  title: 'An insight has no source or no review date',
  why: 'Customers who ask where an insight comes from and get no answer stop believing the next one too. An insight that nobody reviews will one day be wrong.',
  remedy: 'Every insight says where its facts come from and when someone last checked them.',
  covers: [12],
  example: {
    fails: `
method:
  insights:
    - id: hidden-repeats`,
    passes: `
method:
  insights:
    - id: hidden-repeats
      source: Own service records 2025, 412 repairs
      reviewedOn: 2026-08-03`,
  },
  run: ({ method }, { asOf }) =>
    judgeEach((method?.insights ?? []).map((insight, index) => findFailures(insight, index, asOf))),
});

/**
 * Finds the failures of an insight. Two absences are two failures, so that fixing one leaves the other
 * unchanged in a baseline.
 */
function findFailures({ id, source, reviewedOn }: Insight, index: number, asOf: string): Failure[] {
  const path = ['method', 'insights', index];
  const failures: Failure[] = [];
  if (source === undefined) {
    failures.push({
      path,
      missing: 'source',
      message: `The insight \`${id}\` has no source, so sellers cannot say where it comes from.`,
      fix: `Add \`source\` to \`${id}\`: where its facts come from.`,
    });
  }
  if (getPastDate(reviewedOn, asOf) === undefined) {
    failures.push({
      path,
      missing: 'reviewedOn',
      message: `The insight \`${id}\` has no review date, so nobody knows whether it is still true.`,
      fix: `Check that \`${id}\` is still true, and add the date as \`reviewedOn\`.`,
    });
  }
  return failures;
}
