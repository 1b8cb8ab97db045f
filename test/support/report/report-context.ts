import type { MessageKey } from '#domain/messages.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';
import { makeExampleContext } from '../../../src/tools/docs/derive-examples.ts';
import { loadShippedModel } from '../model/shipped-model.ts';
import { readYamlFile } from './read-yaml.ts';

const model = await loadShippedModel();

/** Context for rendering in tests: like the examples, with 80 columns. */
export const reportContext: ReportContext = { ...makeExampleContext(model), width: 80 };

/**
 * Makes an expression that matches a message of `reportContext`, with these values in its placeholders and any text in
 * the others.
 */
export function matchMessage(
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): RegExp {
  const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const parts = reportContext.messages[key].split(/\{(\w+)\}/);
  return new RegExp(
    parts
      .map((part, index) => {
        if (index % 2 === 0) return escape(part);
        if (Object.hasOwn(values, part)) return escape(String(values[part]));
        // One character is enough at the start. Any number of them would take seconds in a page of one line.
        return index === 1 && parts[0] === '' ? '.' : '.+?';
      })
      .join(''),
  );
}

/** Companies with reports in `test/fixtures`. */
const companies = ['harbor-instruments', 'tarnbeck-cooling', 'fernlatch', 'sablewick-filtration'] as const;

type Company = (typeof companies)[number];

const reports: ReadonlyMap<Company, ReportDocument> = new Map(
  companies.map((company) => [
    company,
    readYamlFile(`test/fixtures/reports/${company}.yaml`) as ReportDocument,
  ]),
);

/** The reports of all companies. All tests of a worker share them: change only copies. */
export const exampleReports: readonly (readonly [company: string, report: ReportDocument])[] = [...reports];

/** Returns the report of a company, as in `exampleReports`. */
export function getExampleReport(company: Company): ReportDocument {
  const report = reports.get(company);
  if (report === undefined) throw new Error(`There is no report of ${company}.`);
  return report;
}

/**
 * Returns the report of a company, a copy from `examples/` at some point, for a test that may change it. A report is
 * self-contained, so tests can compare it literally, even after the questions of the model change. If the schema
 * changes, change these copies too.
 */
export function readExampleReport(company: Company): ReportDocument {
  return structuredClone(getExampleReport(company));
}
