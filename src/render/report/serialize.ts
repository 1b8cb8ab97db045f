import { writeJson, writeYaml } from '#document/edit/write.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from './context.ts';

/** Renders the report document as JSON. */
export function renderReportJson(report: ReportDocument): string {
  return writeJson(report);
}

/** Renders the report document as YAML, the same as the file written by `score`. */
export function renderReportYaml(report: ReportDocument, { schema }: Pick<ReportContext, 'schema'>): string {
  // What many people answered has many small maps: on lines of their own they would be most of the file.
  return writeYaml(report, { schema, compactBelow: ['voices'] });
}
