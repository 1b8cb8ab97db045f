import type { Model } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Words } from '#domain/messages.ts';
import type { Theme } from '#render/terminal/theme.ts';
import type { Brand, Chart, Paper, Table } from './choices.ts';

export * from './choices.ts';

/** What a rendering needs beside the report. */
export interface ReportContext {
  /** Columns to lay out in; only `text` looks at it. */
  readonly width: number;
  readonly theme: Theme;
  readonly words: Words;
  /** Language of the words and the model, as a BCP 47 tag. */
  readonly language: string;
  /** Sentences in another language that the report may hold, since its model took them over; undefined for none. */
  readonly foreign: { readonly language: string; readonly sentences: ReadonlySet<string> } | undefined;
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
