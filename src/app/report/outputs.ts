import { extname } from 'node:path';
import { suggest } from '#document/schema/suggest.ts';
import { UsageError } from '#domain/errors.ts';
import {
  type Chart,
  type Length,
  type Paper,
  type Separator,
  type Table,
  charts,
  tables,
} from '#render/report/context.ts';
import { parseOutput } from '#app/context.ts';
import { type ReportFormat, reportFormats } from '#app/formats.ts';

/** Options of `report` for its outputs. */
export interface OutputOptions {
  readonly format?: ReportFormat;
  readonly output?: readonly string[];
  readonly table?: Table;
  readonly csvSeparator?: Separator;
  readonly chart?: Chart;
  readonly paper?: Paper;
  readonly length?: Length;
  /** File with what the consultant wrote. */
  readonly commentary?: string;
  readonly browser?: string;
  /** Shows ids, files, lines and paths. */
  readonly technical?: boolean;
}

/** One rendering of a report. */
export interface ReportOutput {
  readonly format: ReportFormat;
  readonly table: Table;
  readonly chart: Chart;
  /** The file as the person called it; undefined for stdout. */
  readonly file: string | undefined;
}

/** Formats by the usual endings of their files. */
const endings: Readonly<Record<string, ReportFormat>> = {
  '.html': 'html',
  '.htm': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.pptx': 'pptx',
  '.xlsx': 'xlsx',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.json': 'json',
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.csv': 'csv',
  '.svg': 'svg',
};

/** What `--output` takes: `FORMAT=FILE`, `csv:TABLE=FILE`, `svg:CHART=FILE`, or a plain file. */
const named = /^(?<format>[a-z]+)(?::(?<part>[a-z-]*))?=(?<file>.*)$/s;

function requireOneOf<T extends string>(given: string, known: readonly T[], what: string, pair: string): T {
  const found = known.find((each) => each === given);
  if (found !== undefined) return found;
  const near = suggest(given, known);
  throw new UsageError(
    `There is no ${what} ${JSON.stringify(given)} in --output ${pair}.`,
    near === undefined
      ? `There are: ${known.join(', ')}. For a file with that name, write ./${pair}.`
      : `Did you mean ${near}?`,
  );
}

function formatByEnding(file: string): ReportFormat {
  const format = endings[extname(file).toLowerCase()];
  if (format !== undefined) return format;
  throw new UsageError(
    `The extension of ${file} does not indicate a format.`,
    `Known extensions: ${Object.keys(endings).join(', ')}. Or name the format: --output FORMAT=FILE.`,
  );
}

function parsePair(pair: string, options: OutputOptions): ReportOutput {
  const { table = 'questions', chart = 'bars' } = options;
  const { format, part, file: name } = named.exec(pair)?.groups ?? {};
  if (format === undefined || name === undefined) {
    if (pair === '') throw new UsageError('--output needs a file name.');
    const plain = parseOutput(pair);
    return {
      format: options.format ?? (plain === undefined ? 'text' : formatByEnding(plain)),
      table,
      chart,
      file: plain,
    };
  }
  const known = requireOneOf(format, reportFormats, 'format', pair);
  if (name === '') throw new UsageError(`--output ${pair} names no file.`);
  const file = parseOutput(name);
  if (part === undefined) return { format: known, table, chart, file };
  if (known === 'csv')
    return { format: known, table: requireOneOf(part, tables, 'table', pair), chart, file };
  if (known === 'svg')
    return { format: known, table, chart: requireOneOf(part, charts, 'chart', pair), file };
  throw new UsageError(
    `Only csv and svg have parts, and --output ${pair} asks for one of ${known}.`,
    `Write ${known}=${name}.`,
  );
}

/** Options of some formats only. With other formats they are an error, because they would have no effect. */
const onlyFor = {
  table: ['csv'],
  csvSeparator: ['csv'],
  chart: ['svg'],
  paper: ['html', 'pdf'],
  length: ['html', 'pdf', 'docx', 'markdown', 'text'],
  commentary: ['html', 'pdf', 'docx', 'pptx', 'markdown', 'text'],
  browser: ['pdf'],
  technical: ['html', 'pdf', 'docx', 'xlsx', 'markdown', 'text'],
} as const satisfies Partial<Record<keyof OutputOptions, readonly ReportFormat[]>>;

/**
 * Returns how much of a report an output has: what was asked for, else the summary as text on standard output, and all
 * of it anywhere else. Whether standard output is a terminal makes no difference, so that a pipe gets what was seen.
 */
export function getLength({ format, file }: ReportOutput, { length }: OutputOptions): Length {
  return length ?? (format === 'text' && file === undefined ? 'summary' : 'full');
}

/** Parses the outputs of a run of `report`. Throws a UsageError for contradictory options. */
export function parseOutputs(options: OutputOptions): ReportOutput[] {
  const { format, output: pairs = [], table = 'questions', chart = 'bars' } = options;
  const files = pairs.map((pair) => parsePair(pair, options));
  const isForFiles = pairs.some((pair) => !named.test(pair));
  const toStdout = files.length === 0 || (format !== undefined && !isForFiles);
  const outputs = toStdout ? [{ format: format ?? 'text', table, chart, file: undefined }, ...files] : files;
  if (outputs.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError('Standard output would be written twice.', 'Write all but one to files.');
  }
  for (const [option, formats] of Object.entries(onlyFor)) {
    if (options[option as keyof typeof onlyFor] === undefined) continue;
    if (outputs.some((output) => formats.some((each) => each === output.format))) continue;
    const flag = option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new UsageError(
      `--${flag} is for ${formats.join(' or ')}, but none is written.`,
      `Add --format ${formats[0]}, or omit --${flag}.`,
    );
  }
  return outputs;
}
