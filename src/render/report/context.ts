import type { Model } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Messages } from '#domain/messages.ts';
import type { Font } from './html/style/fonts.ts';
import type { Theme } from '#render/terminal/theme.ts';
import type { Commentary } from '#document/commentary/commentary.ts';
import type { Brand, Chart, Length, Paper, Separator, Table } from './choices.ts';

export * from './choices.ts';

/** What a report says about a check. */
export interface CheckTexts {
  /** The failing state in a few words. */
  readonly title: string;
  /** Why it matters. Empty in another language than that of the checks. */
  readonly why: string;
  /** What to do about it, without keys, ids and paths. */
  readonly remedy: string;
}

/** Settings of a rendering. */
export interface ReportContext {
  /** Width in columns; only `text` uses it. */
  readonly width: number;
  readonly theme: Theme;
  readonly messages: Messages;
  /** Language of the messages and the model, as a BCP 47 tag. */
  readonly language: string;
  /** Sentences that an overlay took over in another language; undefined for none. */
  readonly foreign: { readonly language: string; readonly sentences: ReadonlySet<string> } | undefined;
  /** The model that the report was scored with, if available: its thresholds can then be named. */
  readonly model: Model | undefined;
  /** The texts of the checks by id. */
  readonly checks: ReadonlyMap<string, CheckTexts>;
  /** Whether ids, files, lines and paths are shown, for those who edit the files. */
  readonly isTechnical: boolean;
  readonly brand: Brand;
  readonly table: Table;
  /** Between the cells of `csv`. */
  readonly separator: Separator;
  readonly chart: Chart;
  /** Paper size; undefined leaves it to the printer. */
  readonly paper: Paper | undefined;
  /** How much of the report is written; all of it by default. */
  readonly length?: Length;
  /** What the consultant wrote beside the report. */
  readonly commentary?: Commentary | undefined;
  /** Fonts that a page may embed; none by default. */
  readonly fonts?: readonly Font[];
  /** Whether a summary leaves out details that two pages have no room for. */
  readonly isBrief?: boolean;
  /** Returns the SHA-256 of a text in Base64. */
  readonly sha256: (text: string) => string;
  /** URL of the report schema, for editors. */
  readonly schema: string;
}

/** Renders a report in one format. Pure: the same report and context give the same text. */
export type ReportRenderer = (report: ReportDocument, context: ReportContext) => string;
