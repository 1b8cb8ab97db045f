import { InterruptedError, UsageError } from '#domain/errors.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Outcome } from '#domain/verdict.ts';
import { printPdf } from '#io/browser/print-pdf.ts';
import { listenForEnding } from '#io/interruption.ts';
import { findBrowser } from '#io/browser/find-browser.ts';
import { readLetters } from '#io/browser/read-letters.ts';
import { showProgress } from '#io/terminal/progress.ts';
import { requireApart } from '#io/write/write-targets.ts';
import { type Brand, type ReportContext, renderers } from '#render/report/index.ts';
import { settlePdf } from '#render/report/pdf.ts';
import { findMissingScripts } from '#render/report/scripts.ts';
import { readInput } from '#app/answers/input.ts';
import { type BrandOptions, readBrand } from './brand.ts';
import { type ConfigOption, readConfigFile } from '#app/config-file.ts';
import type { CommonOptions, Context, Output } from '#app/context.ts';
import { type InputOptions, type Rendered, loadReport } from './input.ts';
import { type OutputOptions, type ReportOutput, parseOutputs } from './outputs.ts';
import { getReportFolder } from './make-report.ts';
import { findForeignSentences, makeReportContext } from './report-context.ts';
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

async function contextFor(run: Run, output: ReportOutput, report: ReportDocument): Promise<ReportContext> {
  const { context, options, brand } = run;
  const { model } = run.rendered;
  const isPage = output.format === 'html' || output.format === 'pdf';
  return makeReportContext(report, model, {
    ...context.outputCanvas(output.file),
    brand,
    table: output.table,
    separator: options.csvSeparator ?? 'comma',
    chart: output.chart,
    paper: options.paper ?? (output.format === 'pdf' ? 'a4' : undefined),
    isTechnical: options.technical === true,
    foreign: isPage ? await findForeignSentences(model) : undefined,
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

async function render(run: Run, output: ReportOutput): Promise<string | Uint8Array> {
  const { format, file } = output;
  // The report itself has to find its sources from its own folder.
  const isReport = format === 'yaml' || format === 'json';
  const report = run.rendered.reportIn(isReport ? getReportFolder(run.context, file) : undefined);
  const context = await contextFor(run, output, report);
  if (output.format !== 'pdf') return renderers[output.format](report, context);
  return print(run, renderers.html(report, context), report.asOf);
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

/** Renders a report, or answers, in one format or several. */
export async function runReport(context: Context, file: string, options: ReportOptions): Promise<Outcome> {
  const { host } = context;
  const outputs = parseOutputs(options);
  if (host.stdout.isTTY && outputs.some((each) => each.format === 'pdf' && each.file === undefined)) {
    throw new UsageError('A PDF cannot be printed to a terminal.', 'Write it to a file: -o report.pdf.');
  }
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
