import { readFile, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { toInvalidDocumentError } from '#app/invalid-document.ts';
import type { RespondentSource } from '#app/combine/respondent.ts';
import { computeDigest } from '#app/digest.ts';
import { makeCombinedReport, makeReport, renderReportFile } from '#app/report/make-report.ts';
import type { SystemSource } from '#app/answers/source.ts';
import { readAnswers } from '#app/answers/read-answers.ts';
import { makeReportContext } from '#app/report/report-context.ts';
import { readDocument } from '#document/read/read-document.ts';
import type { Model } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { ownAccent } from '#render/report/charts/accent.ts';
import { type ReportContext, type Table, charts, renderers, tables } from '#render/report/index.ts';
import { renderSummary } from '#render/terminal/summary.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import { readFonts } from '#tools/font-files.ts';
import { loadModelFrom } from '#tools/model-files.ts';

/**
 * Makes the context in which the examples are rendered: the shipped model, no color, no brand.
 *
 * @param report the report to render; by default one of one respondent
 */
export function makeExampleContext(
  model: Model,
  report: Pick<ReportDocument, 'model' | 'voices'> = { model },
): ReportContext {
  return makeReportContext(report, model, {
    width: 100,
    theme: makeTheme(undefined, true),
    brand: { accent: ownAccent },
    table: 'questions',
    separator: 'comma',
    chart: 'bars',
    paper: undefined,
    foreign: undefined,
    isTechnical: false,
  });
}

/** Whether a table is of several respondents, and without rows in a report of one person. */
const isOfVoices = (table: Table): boolean => table === 'voices' || table === 'perception';

/** Renders a report in every text format. Returns file names and texts. */
function renderAll(report: ReportDocument, context: ReportContext): [string, string][] {
  return [
    ['report.html', renderers.html(report, context)],
    ['report.md', renderers.markdown(report, context)],
    ['report.txt', renderers.text(report, context)],
    ...tables
      .filter((table) => report.voices !== undefined || !isOfVoices(table))
      .map((table): [string, string] => [`${table}.csv`, renderers.csv(report, { ...context, table })]),
    ...charts.map((chart): [string, string] => [
      `${chart}.svg`,
      renderers.svg(report, { ...context, chart }),
    ]),
  ];
}

/** Reference date of the examples. */
const asOf = '2026-11-23';

/** Returns the README with a summary as the output of its run. */
async function insertIntoReadme(summary: string): Promise<string> {
  const readme = await readFile('README.md', 'utf8');
  return readme.replace(
    /(<!-- captured run -->\n+```text\n)[\s\S]*?(```)/,
    (_whole, before: string, after: string) => before + summary.trimEnd() + '\n' + after,
  );
}

/** Reads the declared system of a company. Returns undefined if it has none. */
async function readSystem(folder: string): Promise<SystemSource | undefined> {
  const path = `${folder}/sales-system.yaml`;
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const read = await readDocument('sales-system', path, bytes);
  if (!read.ok) throw toInvalidDocumentError(path, read);
  return { document: read.document, path: resolve(path) };
}

/** Reads the answers of each respondent in the folder `answers` of a company. Empty without that folder. */
async function readRespondents(folder: string, model: Model): Promise<readonly RespondentSource[]> {
  const names = await readdir(`${folder}/answers`).catch((): string[] => []);
  return Promise.all(
    names.toSorted().map(async (name): Promise<RespondentSource> => {
      const file = `${folder}/answers/${name}`;
      const bytes = await readFile(file);
      const document = await readAnswers(file, bytes, model);
      const source = { document, counted: document.value, path: resolve(file) };
      return { file, path: source.path, digest: computeDigest(bytes), counted: document.value, source };
    }),
  );
}

/** Scores the answers of a company, of one respondent or several. Returns undefined for a folder without answers. */
async function scoreCompany(folder: string, model: Model): Promise<ReportDocument | undefined> {
  const path = `${folder}/answers.yaml`;
  const request = { system: await readSystem(folder), folder: resolve(folder), asOf };
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes !== undefined) {
    const document = await readAnswers(path, bytes, model);
    return makeReport(model, {
      ...request,
      answers: { document, counted: document.value, path: resolve(path) },
    });
  }
  const respondents = await readRespondents(folder, model);
  return respondents.length === 0
    ? undefined
    : makeCombinedReport(model, { ...request, respondents, rules: {} });
}

/** Derives the text of every generated file of the examples, by path. */
export async function deriveExamples(): Promise<Map<string, string>> {
  const model = await loadModelFrom('src/model');
  const fonts = await readFonts();
  const derived = new Map<string, string>();
  const entries = await readdir('examples', { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    const folder = `examples/${name}`;
    const report = await scoreCompany(folder, model);
    if (report === undefined) continue;
    const context = { ...makeExampleContext(model, report), fonts };
    derived.set(`${folder}/report.yaml`, renderReportFile(report));
    for (const [file, text] of renderAll(report, context)) {
      derived.set(`${folder}/${file}`, text);
    }
    derived.set(`${folder}/summary.txt`, renderSummary(report, { ...context, width: 80, files: [] }));
  }
  derived.set(
    'README.md',
    await insertIntoReadme(derived.get('examples/harbor-instruments/summary.txt') ?? ''),
  );
  return derived;
}
