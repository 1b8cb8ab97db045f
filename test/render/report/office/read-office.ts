/** Reads office files back: the parts of the archive, paragraphs and cells. */
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import type { ReportDocument } from '#domain/types/report.ts';
import type { OfficeFormat, ReportContext } from '#render/report/context.ts';
import { renderOffice } from '#render/report/office/index.ts';
import { reportContext } from '../../../support/report/report-context.ts';

interface OfficeFile {
  readonly format: OfficeFormat;
  readonly context: ReportContext;
  readonly content: Promise<Uint8Array>;
}

/** The files of each report so far. */
const rendered = new WeakMap<ReportDocument, OfficeFile[]>();

/** Renders a report once for each format and context: several tests look at the same file. */
function renderOnce(
  format: OfficeFormat,
  report: ReportDocument,
  context: ReportContext,
): Promise<Uint8Array> {
  const files = rendered.get(report) ?? [];
  rendered.set(report, files);
  const known = files.find((file) => file.format === format && file.context === context);
  if (known !== undefined) return known.content;
  const content = renderOffice(format, report, context);
  files.push({ format, context, content });
  return content;
}

/** Renders a report, and returns the parts of the file as text. */
export async function readParts(
  format: OfficeFormat,
  report: ReportDocument,
  context = reportContext,
): Promise<ReadonlyMap<string, string>> {
  const files = unzipSync(await renderOnce(format, report, context));
  return new Map(Object.entries(files).map(([path, content]) => [path, strFromU8(content)]));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** Returns the texts of an XML part, one for each paragraph. */
export function listParagraphs(xml: string, prefix: 'a' | 'w'): string[] {
  const paragraphs = [...xml.matchAll(new RegExp(`<${prefix}:p>(.*?)</${prefix}:p>`, 'gs'))];
  return paragraphs.map(([, content = '']) =>
    [...content.matchAll(new RegExp(`<${prefix}:t(?: [^>]*)?>([^<]*)<`, 'g'))]
      .map(([, text = '']) => decode(text))
      .join(''),
  );
}

/** Renders a report as a workbook, and reads the cells of its sheets. */
export async function readSheets(report: ReportDocument, context = reportContext) {
  return readWorkbook(Buffer.from(await renderOnce('xlsx', report, context)));
}

/** Returns the texts of a slide, one for each paragraph. The first is its title. */
export const listSlideTexts = (parts: ReadonlyMap<string, string>, number: number): string[] =>
  listParagraphs(parts.get(`ppt/slides/slide${number}.xml`) ?? '', 'a');

/** Returns the texts of a Word document, one for each paragraph. */
export const listDocumentTexts = (parts: ReadonlyMap<string, string>): string[] =>
  listParagraphs((parts.get('word/document.xml') ?? '').replaceAll(/<w:p [^>]*>/g, '<w:p>'), 'w');

/** Returns the headings of a Word document, of a level. */
export const listHeadings = (parts: ReadonlyMap<string, string>, level = 1): string[] =>
  [
    ...(parts.get('word/document.xml') ?? '').matchAll(
      new RegExp(`<w:pStyle w:val="Heading${level}"/>.*?<w:t[^>]*>([^<]*)<`, 'g'),
    ),
  ].map(([, text = '']) => decode(text));
