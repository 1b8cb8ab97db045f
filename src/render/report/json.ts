import { writeJson } from '#document/edit/write.ts';
import type { ReportDocument } from '#domain/types/report.ts';

/** The report itself, as JSON. */
export function renderReportJson(report: ReportDocument): string {
  return writeJson(report);
}
