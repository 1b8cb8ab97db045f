import type { Model } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { ownAccent } from '#render/report/charts/accent.ts';
import type { Commentary } from '#document/commentary/commentary.ts';
import { type Brand, type Length, type Paper, renderers } from '#render/report/index.ts';
import type { Context, Output } from '#app/context.ts';
import { loadShippedFonts } from './shipped-fonts.ts';
import { findForeignSentences, makeReportContext } from './report-context.ts';

/** What a page is made for. */
export interface PageRequest {
  readonly brand: Brand;
  /** Paper size for printing; undefined for that of the printer. */
  readonly paper: Paper | undefined;
  readonly file: Output['file'];
  /** Whether the page shows ids, files and places. */
  readonly isTechnical: boolean;
  /** How much of the report is written; all of it by default. */
  readonly length?: Length;
  readonly commentary?: Commentary | undefined;
  /** Whether a summary leaves out details that two pages have no room for. */
  readonly isBrief?: boolean;
}

/** Renders the HTML page of a report, with the messages of a model. */
export async function renderPage(
  context: Context,
  report: ReportDocument,
  model: Model,
  { file, ...request }: PageRequest,
): Promise<string> {
  return renderers.html(
    report,
    makeReportContext(report, model, {
      ...context.getOutputCanvas(file),
      ...request,
      // A page has neither.
      table: 'questions',
      separator: 'comma',
      chart: 'bars',
      fonts: await loadShippedFonts(),
      foreign: await findForeignSentences(model),
    }),
  );
}

/** Renders the HTML page of a report without a brand, for any paper. */
export async function renderPlainPage(
  context: Context,
  report: ReportDocument,
  model: Model,
  file: string,
): Promise<string> {
  return renderPage(context, report, model, {
    brand: { accent: ownAccent },
    paper: undefined,
    file,
    isTechnical: false,
  });
}
