import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';
import { makeExampleContext } from '../../../src/tools/docs/derive-examples.ts';
import { loadModelFrom } from '../../../src/tools/model-files.ts';

const model = await loadModelFrom('src/model');

/** Context for rendering in tests: like the examples, with 80 columns. */
export const reportContext: ReportContext = { ...makeExampleContext(model), width: 80 };

/** Companies with reports in `test/fixtures`. */
const companies = ['harbor-instruments', 'tarnbeck-cooling', 'fernlatch'] as const;

/**
 * Reads the report of a company, a copy from `examples/` at some point. A report is self-contained, so tests can compare
 * it literally, even after the questions of the model change. If the schema changes, change these copies too.
 */
export function readExampleReport(company: (typeof companies)[number]): ReportDocument {
  return parse(readFileSync(`test/fixtures/reports/${company}.yaml`, 'utf8')) as ReportDocument;
}

/** The reports of all companies. */
export const exampleReports: readonly (readonly [company: string, report: ReportDocument])[] = companies.map(
  (company) => [company, readExampleReport(company)],
);
