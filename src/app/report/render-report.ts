import { InterruptedError, UsageError } from '#domain/errors.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Outcome } from '#domain/verdict.ts';
import { requireApart } from '#io/write/write-targets.ts';
import {
  type Brand,
  type OfficeFormat,
  type ReportContext,
  officeFormats,
  renderers,
} from '#render/report/index.ts';
import type { Commentary } from '#document/commentary/commentary.ts';
import { findUncovered } from '#render/report/html/style/fonts.ts';
import { findScripts } from '#render/report/scripts.ts';
import { readInput } from '#app/answers/input.ts';
import { type BrandOptions, readBrand } from './brand/brand.ts';
import { type ConfigOption, readConfigFile } from '#app/config-file.ts';
import type { CommonOptions, Context, Output } from '#app/context.ts';
import { type ReportFormat, binaryFormats } from '#app/formats.ts';
import { type InputOptions, type Rendered, loadReport } from './input.ts';
import { type OutputOptions, type ReportOutput, getLength, parseOutputs } from './outputs.ts';
import { getReportFolder } from './make-report.ts';
import { loadCommentary, readCommentaryFile } from './commentary.ts';
import { printReport } from './print-report.ts';
import { loadShippedFonts } from './shipped-fonts.ts';
import { renderPage } from './render-page.ts';
import { makeReportContext } from './report-context.ts';

/** Options of `report`. */
export interface ReportOptions
  extends CommonOptions, ConfigOption, BrandOptions, InputOptions, OutputOptions {}

/** The state of a run of `report`. */
interface Run {
  readonly context: Context;
  readonly options: ReportOptions;
  readonly rendered: Rendered;
  readonly brand: Brand;
  readonly commentary: Commentary | undefined;
}

function makeOutputContext(run: Run, output: ReportOutput, report: ReportDocument): ReportContext {
  const { context, options, brand } = run;
  return makeReportContext(report, run.rendered.model, {
    ...context.getOutputCanvas(output.file),
    brand,
    table: output.table,
    separator: options.csvSeparator ?? 'comma',
    chart: output.chart,
    paper: undefined,
    foreign: undefined,
    isTechnical: options.technical === true,
    length: getLength(output, options),
    commentary: run.commentary,
  });
}

/** Says which letters the fonts in a page do not have, so that it can look different elsewhere. */
async function noteUncovered(context: Context, page: string): Promise<void> {
  const scripts = findScripts(findUncovered(page, await loadShippedFonts()));
  if (scripts.length === 0) return;
  await context.notify(
    `Note: the embedded fonts do not cover ${scripts.join(', ')}. Readers see it in fonts of their own machine.\n`,
  );
}

function isOffice(format: ReportFormat): format is OfficeFormat {
  return officeFormats.some((each) => each === format);
}

async function render(run: Run, output: ReportOutput): Promise<string | Uint8Array> {
  const { format, file } = output;
  const { context, options, rendered, brand, commentary } = run;
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
  const length = getLength(output, options);
  const request = {
    brand,
    commentary,
    length,
    paper: options.paper ?? (format === 'pdf' ? 'a4' : undefined),
    file,
    isTechnical: options.technical === true,
  } as const;
  const draw = (isBrief: boolean): Promise<string> =>
    renderPage(context, report, rendered.model, {
      ...request,
      isBrief,
    });
  if (format === 'html') {
    const page = await draw(false);
    await noteUncovered(context, page);
    return page;
  }
  return printReport(context, draw, { browser: options.browser, length, asOf: report.asOf });
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
  const loaded = await readBrand(context, options, config);
  const input = await readInput(context, file);
  const rendered = await loadReport(context, input, options);
  const own = await readCommentaryFile(context, options.commentary, input.path);
  const commentary = own && (await loadCommentary(own, rendered.reportIn(), rendered.model.messages));
  const confidential = commentary?.confidential ?? loaded.brand.confidential;
  const brand = { ...loaded.brand, ...(confidential !== undefined && { confidential }) };
  await requireApart(
    outputs.flatMap(({ file: name }) =>
      name === undefined ? [] : [{ path: context.resolvePath(name), name }],
    ),
    [...rendered.files, ...loaded.files, ...[config, own].flatMap((each) => each?.path ?? [])],
  );
  try {
    await writeAll({ context, options, rendered, brand, commentary }, outputs);
    return { end: 'done' };
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    await context.notify('Nothing was written.\n');
    return { end: 'interrupted', by: error.by };
  }
}
