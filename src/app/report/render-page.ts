import type { Model } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { ownAccent } from '#render/report/charts/accent.ts';
import { type Brand, type Paper, renderers } from '#render/report/index.ts';
import type { Context, Output } from '#app/context.ts';
import { findForeignSentences, makeReportContext } from './report-context.ts';

/** What a page is made for. */
export interface PageRequest {
  readonly brand: Brand;
  /** Paper size for printing; undefined for that of the printer. */
  readonly paper: Paper | undefined;
  readonly file: Output['file'];
  /** Whether the page shows ids, files and places. */
  readonly isTechnical: boolean;
}

/** Renders the HTML page of a report, with the messages of a model. */
export async function renderPage(
  context: Context,
  report: ReportDocument,
  model: Model,
  { brand, paper, file, isTechnical }: PageRequest,
): Promise<string> {
  return renderers.html(
    report,
    makeReportContext(report, model, {
      ...context.outputCanvas(file),
      brand,
      // A page has neither.
      table: 'questions',
      separator: 'comma',
      chart: 'bars',
      paper,
      isTechnical,
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
