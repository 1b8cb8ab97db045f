import type { TextFormat } from '#render/report/index.ts';

export { checkFormats } from '#render/check/choices.ts';

/** Formats that `questions` lists in. */
export const questionFormats = ['text', 'json', 'yaml', 'csv', 'markdown'] as const;

/** A format that `questions` lists in. */
export type QuestionFormat = (typeof questionFormats)[number];

/** Formats that `score` writes a report in. */
export const scoreFormats = ['yaml', 'json', 'text'] as const;

/** A format that `score` writes a report in. */
export type ScoreFormat = (typeof scoreFormats)[number];

/** Formats of a report: those of the renderers, and PDF, which is the HTML page printed by a browser. */
export const reportFormats = [
  'html',
  'pdf',
  'markdown',
  'text',
  'json',
  'yaml',
  'csv',
  'svg',
] as const satisfies readonly (TextFormat | 'pdf')[];

/** A format of a report. */
export type ReportFormat = (typeof reportFormats)[number];
