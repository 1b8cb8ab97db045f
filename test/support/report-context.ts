import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';
import { exampleContext } from '../../src/tools/derive-examples.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';

const model = await loadModelFrom('src/model');

/** What a report is rendered with in the tests: as the examples, at 80 columns. */
export const reportContext: ReportContext = { ...exampleContext(model), width: 80 };

/** The companies whose reports are examples. */
export const companies = ['harbor-instruments', 'tarnbeck-cooling', 'fernlatch'] as const;

/** The report of an example. */
export function exampleReport(company: (typeof companies)[number]): ReportDocument {
  return parse(readFileSync(`examples/${company}/report.yaml`, 'utf8')) as ReportDocument;
}

/** The reports of the examples, by company. */
export const exampleReports: readonly (readonly [company: string, report: ReportDocument])[] = companies.map(
  (company) => [company, exampleReport(company)],
);
