import { InterruptedError, UsageError } from '#domain/errors.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Outcome } from '#domain/verdict.ts';
import { printPdf } from '#io/browser/print-pdf.ts';
import { listenForEnding } from '#io/interruption.ts';
import { findBrowser } from '#io/browser/find-browser.ts';
import { readLetters } from '#io/browser/read-letters.ts';
import { showProgress } from '#io/terminal/progress.ts';
import { requireApart } from '#io/write/write-targets.ts';
import {
  type Brand,
  type OfficeFormat,
  type ReportContext,
  officeFormats,
  renderers,
} from '#render/report/index.ts';
import { settlePdf } from '#render/report/pdf.ts';
import { findMissingScripts } from '#render/report/scripts.ts';
import { readInput } from '#app/answers/input.ts';
import { type BrandOptions, readBrand } from './brand.ts';
import { type ConfigOption, readConfigFile } from '#app/config-file.ts';
import type { CommonOptions, Context, Output } from '#app/context.ts';
import { type ReportFormat, binaryFormats } from '#app/formats.ts';
import { type InputOptions, type Rendered, loadReport } from './input.ts';
import { type OutputOptions, type ReportOutput, parseOutputs } from './outputs.ts';
import { getReportFolder } from './make-report.ts';
import { renderPage } from './render-page.ts';
import { makeReportContext } from './report-context.ts';
import { version } from '#app/version.ts';

/** Options of `report`. */
export interface ReportOptions
  extends CommonOptions, ConfigOption, BrandOptions, InputOptions, OutputOptions {}

/** The state of a run of `report`. */
interface Run {
  readonly context: Context;
  readonly options: ReportOptions;
  readonly rendered: Rendered;
  readonly brand: Brand;
}

function makeOutputContext(run: Run, output: ReportOutput, report: ReportDocument): ReportContext {
  const { context, options, brand } = run;
  return makeReportContext(report, run.rendered.model, {
    ...context.outputCanvas(output.file),
    brand,
    table: output.table,
    separator: options.csvSeparator ?? 'comma',
    chart: output.chart,
    paper: undefined,
    foreign: undefined,
    isTechnical: options.technical === true,
  });
}

/** Warns of text that the browser could only print as boxes, because no installed font has its letters. */
async function warnOfBoxes(context: Context, missing: readonly string[]): Promise<void> {
  if (missing.length === 0) return;
  await context.notify(
    `Warning: no installed font has the letters of ${missing.join(', ')}, so the PDF shows boxes instead.\n` +
      'Install a font for them, such as Noto, or write the page with -o report.html.\n',
  );
}

/** Prints a page in a browser, and sets the metadata of the PDF. */
async function print(run: Run, html: string, asOf: string): Promise<Uint8Array> {
  const { context, options } = run;
  const { host } = context;
  const browser = await findBrowser(options.browser, {
    env: host.env,
    path: context.path,
  });
  const ending = listenForEnding(host, false);
  try {
    const pdf = await showProgress(host.stderr, 'Printing the PDF', () =>
      printPdf(html, { browser, signal: ending.signal }),
    );
    await warnOfBoxes(context, findMissingScripts(html, readLetters(pdf)));
    const settled = settlePdf(Buffer.from(pdf).toString('latin1'), {
      asOf,
      creator: `sales-audit ${version}`,
    });
    return Buffer.from(settled, 'latin1');
  } finally {
    ending.dispose();
  }
}

function isOffice(format: ReportFormat): format is OfficeFormat {
  return officeFormats.some((each) => each === format);
}

async function render(run: Run, output: ReportOutput): Promise<string | Uint8Array> {
  const { format, file } = output;
  const { context, options, rendered, brand } = run;
  // The report itself has to find its sources from its own folder.
  const isReport = format === 'yaml' || format === 'json';
  const report = rendered.reportIn(isReport ? getReportFolder(context, file) : undefined);
  if (isOffice(format)) {
    const { renderOffice } = await import('#render/report/office/index.ts');
    return renderOffice(format, report, makeOutputContext(run, output, report));
  }
  if (format !== 'html' && format !== 'pdf') {
    return renderers[format](report, makeOutputContext(run, output, report));
  }
  const paper = options.paper ?? (format === 'pdf' ? 'a4' : undefined);
  const page = await renderPage(context, report, rendered.model, {
    brand,
    paper,
    file,
    isTechnical: options.technical === true,
  });
  return format === 'html' ? page : print(run, page, report.asOf);
}

async function writeAll(run: Run, outputs: readonly ReportOutput[]): Promise<void> {
  const { context } = run;
  const rendered: Output[] = [];
  for (const output of outputs) rendered.push({ file: output.file, text: await render(run, output) });
  const files = rendered.filter(({ file }) => file !== undefined);
  await context.write(files);
  for (const { file } of files) await context.notify(`Wrote ${file}\n`);
  await context.write(rendered.filter(({ file }) => file === undefined));
}

/** Throws a UsageError if one of the outputs for the terminal is not text. */
function refuseBytes(outputs: readonly ReportOutput[]): void {
  const format = outputs.find(({ file }) => file === undefined)?.format ?? 'text';
  const name = binaryFormats.get(format);
  if (name === undefined) return;
  const article = format === 'xlsx' ? 'An' : 'A';
  throw new UsageError(
    `${article} ${name} cannot be printed to a terminal.`,
    `Write it to a file: -o report.${format}.`,
  );
}

/** Renders a report, or answers, in one format or several. */
export async function runReport(context: Context, file: string, options: ReportOptions): Promise<Outcome> {
  const { host } = context;
  const outputs = parseOutputs(options);
  if (host.stdout.isTTY) refuseBytes(outputs);
  const config = await readConfigFile(context, options);
  const { brand, files } = await readBrand(context, options, config);
  const rendered = await loadReport(context, await readInput(context, file), options);
  await requireApart(
    outputs.flatMap(({ file: name }) => (name === undefined ? [] : [{ path: context.path(name), name }])),
    [...rendered.files, ...files, ...(config === undefined ? [] : [config.path])],
  );
  try {
    await writeAll({ context, options, rendered, brand }, outputs);
    return { end: 'done' };
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    await context.notify('Nothing was written.\n');
    return { end: 'interrupted', by: error.by };
  }
}
