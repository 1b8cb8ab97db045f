/** What people choose of a rendering: its format and part, the paper, and whose it looks like. */
import type { Accent } from './charts/accent.ts';

/** Formats that are text. PDF is the HTML page, printed by a browser. */
export const textFormats = ['html', 'markdown', 'text', 'json', 'yaml', 'csv', 'svg'] as const;

/** A format that is text: one that {@link RenderOptions} lists. */
export type TextFormat = (typeof textFormats)[number];

/** Tables that a report can be written as, a row each: a question, a gap, a finding. */
export const tables = ['questions', 'gaps', 'findings'] as const;

/** A table of a report: one that {@link RenderOptions} lists. */
export type Table = (typeof tables)[number];

/** Pictures that a report can be drawn as. */
export const charts = ['bars', 'radar', 'heat-map', 'badge'] as const;

/** A picture of a report: one that {@link RenderOptions} lists. */
export type Chart = (typeof charts)[number];

/** Paper that a report is printed on. */
export const papers = ['a4', 'letter'] as const;

/** A size of paper: one that {@link RenderOptions} lists. */
export type Paper = (typeof papers)[number];

/** Whose report it looks like. */
export interface Brand {
  /** Name of the consultant or company that hands it over. */
  readonly name?: string;
  /** The logo, embedded: a `data:` address of an image that was looked at. */
  readonly logo?: string;
  readonly accent: Accent;
}
