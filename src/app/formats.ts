import { type TextFormat, textFormats } from '#render/report/choices.ts';

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
export type ReportFormat = TextFormat | 'pdf';

/** Formats of a report: those of the renderers, and PDF, which is the HTML page printed by a browser. */
export const reportFormats: readonly ReportFormat[] = textFormats.flatMap((format) =>
  format === 'html' ? ([format, 'pdf'] as const) : [format],
);

/** Formats that a form is written in. */
export const formFormats = ['html', 'markdown', 'xlsx'] as const;

/** A format that a form is written in. */
export type FormFormat = (typeof formFormats)[number];
