/** Choices for rendering a report: format, table or chart, paper, branding. */
import type { Accent } from './charts/accent.ts';

/** Text formats. PDF is the HTML page, printed by a browser. */
export const textFormats = ['html', 'markdown', 'text', 'json', 'yaml', 'csv', 'svg'] as const;

/** One of the text formats of {@link RenderOptions}. */
export type TextFormat = (typeof textFormats)[number];

/** Formats of office programs. Each is written by a library that no other format loads. */
export const officeFormats = ['docx', 'pptx', 'xlsx'] as const;

/** One of the formats of office programs. */
export type OfficeFormat = (typeof officeFormats)[number];

/**
 * Tables that a report can be written as, with one row per question, gap or finding; of several respondents also per
 * question and group, and per practice. Those two have no rows in a report of one person.
 */
export const tables = ['questions', 'gaps', 'findings', 'voices', 'perception'] as const;

/** One of the tables of {@link RenderOptions}. */
export type Table = (typeof tables)[number];

/** Charts that a report can be drawn as. `perception` has rows only in a report of several respondents. */
export const charts = ['bars', 'heat-map', 'perception', 'badge'] as const;

/** One of the charts of {@link RenderOptions}. */
export type Chart = (typeof charts)[number];

/** Paper sizes for print. */
export const papers = ['a4', 'letter'] as const;

/** One of the paper sizes of {@link RenderOptions}. */
export type Paper = (typeof papers)[number];

/** Lengths of a report: two pages, or all of it. */
export const lengths = ['summary', 'full'] as const;

/** One of the lengths of {@link RenderOptions}. */
export type Length = (typeof lengths)[number];

/** What is between the cells of a row of CSV. */
export const separators = ['comma', 'semicolon', 'tab'] as const;

/** One of the separators of {@link RenderOptions}. */
export type Separator = (typeof separators)[number];

/** Branding of a report. */
export interface Brand {
  /** Name of the consultant or company that delivers the report. */
  readonly name?: string;
  /** The logo as a `data:` URL of a verified image. */
  readonly logo?: string;
  /** Line of confidentiality. */
  readonly confidential?: string;
  readonly accent: Accent;
}
