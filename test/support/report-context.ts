import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';
import { makeExampleContext } from '../../src/tools/derive-examples.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';

const model = await loadModelFrom('src/model');

/** What a report is rendered with in the tests: as the examples, at 80 columns. */
export const reportContext: ReportContext = { ...makeExampleContext(model), width: 80 };

/** Companies whose reports the tests render. */
const companies = ['harbor-instruments', 'tarnbeck-cooling', 'fernlatch'] as const;

/**
 * The report of a company, as it was when it was copied from `examples/`. A report stands alone, so what the tests say
 * of it to the letter stays true when the questions of the model change. A change of the schema has to be made in
 * these copies too.
 */
export function exampleReport(company: (typeof companies)[number]): ReportDocument {
  return parse(readFileSync(`test/fixtures/reports/${company}.yaml`, 'utf8')) as ReportDocument;
}

/** The reports of all these companies, by company. */
export const exampleReports: readonly (readonly [company: string, report: ReportDocument])[] = companies.map(
  (company) => [company, exampleReport(company)],
);
