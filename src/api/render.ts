import type { Model } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Brand, Chart, Paper, Table, TextFormat } from '#render/report/choices.ts';

/** How a report is rendered. */
export interface RenderOptions {
  readonly format: TextFormat;
  /** The model whose words are used; where it is absent, the one of the package that the report was made with. */
  readonly model?: Model | undefined;
  /** Whose report it looks like, as `makeBrand` gives it. Our colors and no name where it is absent. */
  readonly brand?: Brand | undefined;
  /** The table that `csv` writes. `questions` where it is absent. */
  readonly table?: Table | undefined;
  /** The picture that `svg` draws. `bars` where it is absent. */
  readonly chart?: Chart | undefined;
  /** Paper that `html` is printed on. Where it is absent, whoever prints chooses. */
  readonly paper?: Paper | undefined;
  /** Columns of `text`, 20 to 100. 100 where it is absent. */
  readonly width?: number | undefined;
  /** Whether `text` has the colors of a terminal. Not where it is absent. */
  readonly color?: boolean | undefined;
}

/**
 * Renders a report in a format that is text. What people wrote is escaped as the format asks. The same report and
 * options give the same text. A PDF is the HTML page, printed by a browser: `sales-audit report` does that.
 *
 * @param report as `score` or `readReport` gives it
 * @returns the whole file; it ends in a newline where its format lets it
 * @throws RangeError where there is no such format
 */
export async function render(report: ReportDocument, options: RenderOptions): Promise<string> {
  const { format, brand, table = 'questions', chart = 'bars', paper, width = 100, color = false } = options;
  const [
    { renderers },
    { findForeignSentences, reportContext, findShippedModel },
    { ownAccent },
    { makeTheme },
  ] = await Promise.all([
    import('#render/report/index.ts'),
    import('#app/report/report-context.ts'),
    import('#render/report/charts/accent.ts'),
    import('#render/terminal/theme.ts'),
  ]);
  if (!Object.hasOwn(renderers, format)) {
    throw new RangeError(
      `There is no format ${JSON.stringify(format)}, but ${Object.keys(renderers).join(', ')}.`,
    );
  }
  const chalk = color ? new (await import('chalk')).Chalk({ level: 1 }) : undefined;
  const model = options.model ?? (await findShippedModel(report));
  const context = reportContext(report, model, {
    width,
    theme: makeTheme(chalk, true),
    brand: brand ?? { accent: ownAccent },
    table,
    chart,
    paper,
    foreign: format === 'html' ? await findForeignSentences(model) : undefined,
  });
  return renderers[format](report, context);
}
