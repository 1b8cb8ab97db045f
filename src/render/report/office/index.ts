/** Office files of a report. Each format loads its library when it is asked for, and no other module loads one. */
import type { ReportDocument } from '#domain/types/report.ts';
import type { OfficeFormat, ReportContext } from '#render/report/context.ts';
import { escapeCommentary, escapeTexts } from '#render/report/escape-texts.ts';
import { settleArchive } from './settle-archive.ts';

/** Renders a report as an office file: the same report and context give the same content. */
type OfficeRenderer = (report: ReportDocument, context: ReportContext) => Promise<Uint8Array>;

const loaders = {
  docx: async () => (await import('#render/report/docx/index.ts')).renderDocx,
  pptx: async () => (await import('#render/report/pptx/index.ts')).renderPptx,
  xlsx: async () => (await import('#render/report/xlsx/index.ts')).renderXlsx,
} satisfies Record<OfficeFormat, () => Promise<OfficeRenderer>>;

/**
 * Renders a report as an office file. Characters that could hide or reorder text, and those that XML forbids, are made
 * visible. The same report and context give the same bytes: dates in the file are the day of the report.
 */
export async function renderOffice(
  format: OfficeFormat,
  report: ReportDocument,
  context: ReportContext,
): Promise<Uint8Array> {
  const render = await loaders[format]();
  const { commentary } = context;
  const file = await render(escapeTexts(report), {
    ...context,
    commentary: commentary && escapeCommentary(commentary),
    messages: escapeTexts(context.messages),
    checks: new Map(escapeTexts([...context.checks])),
  });
  return settleArchive(file, report.asOf);
}
