import { findDateFailures } from '#checks/queries/dates.ts';
import { type Sourced, makeFindingAt } from '#document/read/sourced.ts';
import { listReportDates } from '#domain/dates.ts';
import type { Finding, ReportDocument } from '#domain/types/report.ts';

/** Finds the dates of a report that lie outside the range of their meaning on the day of the run. */
export function findReportDates(document: Sourced<ReportDocument>, asOf: string): Finding[] {
  return findDateFailures(listReportDates(document.value), asOf).map(({ path, message, fix }) =>
    makeFindingAt(document, path, { check: 'report/out-of-range-date', severity: 'error', message, fix }),
  );
}
