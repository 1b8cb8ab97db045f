import { writeJson, writeYaml } from '#document/edit/write.ts';
import { getDecimals } from '#domain/report/digits.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from './context.ts';

/** The report itself, as JSON. */
export function renderReportJson(report: ReportDocument): string {
  return writeJson(report);
}

/** The report itself, as the YAML file that `score` writes. */
export function renderReportYaml(report: ReportDocument, { schema }: Pick<ReportContext, 'schema'>): string {
  return writeYaml(report, { schema, decimals: getDecimals });
}
