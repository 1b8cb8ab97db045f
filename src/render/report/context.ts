import type { Model } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Words } from '#domain/words.ts';
import type { Theme } from '#render/theme.ts';
import type { Accent } from './accent.ts';

/** Tables that a report can be written as, a row each: a question, a gap, a finding. */
export const tables = ['questions', 'gaps', 'findings'] as const;

/** A table of a report. */
export type Table = (typeof tables)[number];

/** Pictures that a report can be drawn as. */
export const charts = ['bars', 'radar', 'heat-map', 'badge'] as const;

/** A picture of a report. */
export type Chart = (typeof charts)[number];

/** Paper that a report is printed on. */
export const papers = ['a4', 'letter'] as const;

/** A size of paper. */
export type Paper = (typeof papers)[number];

/** Whose report it looks like. */
export interface Brand {
  /** Name of the consultant or company that hands it over. */
  readonly name?: string;
  /** The logo, embedded: a `data:` address of an image that was looked at. */
  readonly logo?: string;
  readonly accent: Accent;
}

/** What a rendering needs beside the report. */
export interface ReportContext {
  /** Columns to lay out in; only `text` looks at it. */
  readonly width: number;
  readonly theme: Theme;
  readonly words: Words;
  /** Language of the words and the model, as a BCP 47 tag. */
  readonly language: string;
  /** The model that the report was scored with, where it is at hand: its rules can then be named. */
  readonly model: Model | undefined;
  readonly brand: Brand;
  readonly table: Table;
  readonly chart: Chart;
  /** Paper that pages are laid out for; undefined leaves it to whoever prints. */
  readonly paper: Paper | undefined;
  /** SHA-256 of a text, in Base64. */
  readonly sha256: (text: string) => string;
  /** Address of the schema of a report, for editors. */
  readonly schema: string;
}

/** Writes a report in one format. Pure: the same report and context give the same text. */
export type ReportRenderer = (report: ReportDocument, context: ReportContext) => string;
