import { type OfficeFormat, type TextFormat, officeFormats, textFormats } from '#render/report/choices.ts';

export { checkFormats } from '#render/check/index.ts';

/** Formats that `questions` lists in. */
export const questionFormats = ['text', 'json', 'yaml', 'csv', 'markdown'] as const;

/** A format that `questions` lists in. */
export type QuestionFormat = (typeof questionFormats)[number];

/** Formats that `score` writes a report in. */
export const scoreFormats = ['yaml', 'json', 'text'] as const;

/** A format that `score` writes a report in. */
export type ScoreFormat = (typeof scoreFormats)[number];

/** A format of a report. */
export type ReportFormat = TextFormat | OfficeFormat | 'pdf';

/** Formats of a report: those of the renderers, PDF, which is the HTML page printed by a browser, and office files. */
export const reportFormats: readonly ReportFormat[] = textFormats.flatMap((format) =>
  format === 'html' ? ([format, 'pdf', ...officeFormats] as const) : [format],
);

/** Formats that a form is written in. */
export const formFormats = ['html', 'markdown', 'xlsx'] as const;

/** A format that a form is written in. */
export type FormFormat = (typeof formFormats)[number];

/** Formats of bytes, which no terminal can show, with their names for people. */
export const binaryFormats: ReadonlyMap<ReportFormat, string> = new Map([
  ['pdf', 'PDF'],
  ['docx', 'Word document'],
  ['pptx', 'PowerPoint presentation'],
  ['xlsx', 'Excel workbook'],
]);
