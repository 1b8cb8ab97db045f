import type { Commentary } from '#document/commentary/commentary.ts';
import type { Model } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import {
  type Brand,
  type Chart,
  type Length,
  type Paper,
  type Separator,
  type Table,
  type TextFormat,
  charts,
  lengths,
  papers,
  separators,
  tables,
} from '#render/report/choices.ts';
import { requireChoice, requireKind, requireModel, requireOptions, requireType } from './options.ts';

/** Options of `render`. */
export interface RenderOptions {
  readonly format: TextFormat;
  /** The model that provides the messages. Defaults to the shipped model that the report was made with. */
  readonly model?: Model | undefined;
  /** The brand of the report, from `makeBrand`. Defaults to our colors without a name. */
  readonly brand?: Brand | undefined;
  /** The table for `csv`. Defaults to `questions`. */
  readonly table?: Table | undefined;
  /** What is between the cells of `csv`. Defaults to `comma`. With `semicolon`, numbers have a decimal comma. */
  readonly separator?: Separator | undefined;
  /** The chart for `svg`. Defaults to `bars`. */
  readonly chart?: Chart | undefined;
  /** Paper size for printing `html`. Defaults to the reader's choice when printing. */
  readonly paper?: Paper | undefined;
  /** How much of the report is written, in `html`, `markdown` and `text`. Defaults to `full`. */
  readonly length?: Length | undefined;
  /**
   * Your own words in Markdown, as in a `commentary.md`, for `html`, `markdown` and `text`: headings with one `#` name
   * an element or an action. HTML, images and addresses other than http, https and mailto are refused.
   */
  readonly commentary?: string | undefined;
  /** Width of `text` in columns, 20 to 100. Defaults to 100. */
  readonly width?: number | undefined;
  /** Whether `text` uses terminal colors. Defaults to false. */
  readonly color?: boolean | undefined;
  /**
   * Whether `html`, `markdown` and `text` show ids of checks and questions, and the file, line and path of each finding.
   * Defaults to false.
   */
  readonly technical?: boolean | undefined;
}

const optionNames = [
  'format',
  'model',
  'brand',
  'table',
  'separator',
  'chart',
  'paper',
  'length',
  'commentary',
  'width',
  'color',
  'technical',
] as const satisfies readonly (keyof RenderOptions)[];

/** Throws a RangeError for a width that no text has. */
function requireWidth(width: number): void {
  if (Number.isInteger(width) && width >= 20 && width <= 100) return;
  throw new RangeError(`\`width\` takes a whole number from 20 to 100, not ${JSON.stringify(width)}.`);
}

/** Throws a TypeError unless a brand was made, which chooses the colors and checks the logo. */
function requireBrand(brand: Brand | undefined): void {
  if (brand === undefined || typeof (brand as Partial<Brand> | null)?.accent === 'object') return;
  throw new TypeError('`brand` takes what `makeBrand` made: pass `made.brand` if `made.ok`.');
}

/** Parses a commentary on a report. Throws a RangeError that names the line of what cannot be shown. */
async function parseOwnWords(text: string, report: ReportDocument, model: Model): Promise<Commentary> {
  const [{ parseCommentary }, { CommentaryFault }] = await Promise.all([
    import('#document/commentary/parse-commentary.ts'),
    import('#document/commentary/convert-markdown.ts'),
  ]);
  try {
    return parseCommentary(text, report, model.messages);
  } catch (error) {
    if (!(error instanceof CommentaryFault)) throw error;
    throw new RangeError(`Line ${error.line} of \`commentary\`: ${error.message} ${error.fix}`);
  }
}

/**
 * Renders a report in a text format. Text written by people is escaped for the format. The same report and
 * options give the same output. For a PDF, use the command `sales-audit report`, which prints the HTML page
 * with a browser.
 *
 * @param report from `score` or `readReport`
 * @returns the content of the file, with a final newline if the format allows it
 * @throws RangeError if the format, table, separator, chart, paper or length does not exist, the width is out of range,
 *   or the commentary has something that cannot be shown; TypeError if an option does not exist, or the report, the model or the brand is none
 */
export async function render(report: ReportDocument, options: RenderOptions): Promise<string> {
  requireKind('report', report, 'report');
  if (options === undefined) throw new TypeError('`render` takes options: name at least the `format`.');
  requireOptions('options', options, optionNames);
  const { format, brand, table = 'questions', separator = 'comma', chart = 'bars', paper } = options;
  const { length = 'full', width = 100, color = false, technical = false } = options;
  requireChoice('table', table, tables);
  requireChoice('separator', separator, separators);
  requireChoice('chart', chart, charts);
  if (paper !== undefined) requireChoice('paper', paper, papers);
  requireChoice('length', length, lengths);
  requireType('commentary', options.commentary, 'string');
  requireType('color', color, 'boolean');
  requireType('technical', technical, 'boolean');
  requireWidth(width);
  requireBrand(brand);
  if (options.model !== undefined) requireModel(options.model);
  const [
    { renderers },
    { findForeignSentences, makeReportContext, findShippedModel },
    { ownAccent },
    { makeTheme },
    { loadShippedFonts },
  ] = await Promise.all([
    import('#render/report/index.ts'),
    import('#app/report/report-context.ts'),
    import('#render/report/charts/accent.ts'),
    import('#render/terminal/theme.ts'),
    import('#app/report/shipped-fonts.ts'),
  ]);
  if (!Object.hasOwn(renderers, format)) {
    throw new RangeError(
      `There is no format ${JSON.stringify(format)}, but ${Object.keys(renderers).join(', ')}.`,
    );
  }
  const chalk = color ? new (await import('chalk')).Chalk({ level: 1 }) : undefined;
  const model = options.model ?? (await findShippedModel(report));
  const own = options.commentary;
  const commentary = own === undefined ? undefined : await parseOwnWords(own, report, model);
  const confidential = commentary?.confidential ?? brand?.confidential;
  const context = makeReportContext(report, model, {
    width,
    theme: makeTheme(chalk, true),
    brand: { ...(brand ?? { accent: ownAccent }), ...(confidential !== undefined && { confidential }) },
    table,
    separator,
    chart,
    paper,
    isTechnical: technical,
    length,
    commentary,
    ...(format === 'html' && { fonts: await loadShippedFonts() }),
    foreign: format === 'html' ? await findForeignSentences(model) : undefined,
  });
  return renderers[format](report, context);
}
