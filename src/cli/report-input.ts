import { dirname } from 'node:path';
import { findingAt, readDocument, readValue } from '#document/read.ts';
import { UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import type { Finding, ReportDocument } from '#domain/types/report.ts';
import { type Input, answersIn } from './answers-input.ts';
import type { Context } from './context.ts';
import { invalidDocument } from './invalid-document.ts';
import { makeReport } from './make-report.ts';
import { type ModelOption, modelFor } from './model-option.ts';
import { shippedModelOf } from './report-context.ts';
import { readSystem } from './system-option.ts';

/** Options of `report` that say what is rendered. */
export interface InputOptions extends ModelOption {
  readonly system?: string;
  readonly asOf?: string;
}

/** A report to render, read or computed. */
export interface Rendered {
  /**
   * The report as it reads in a file of this folder: its sources are named relative to it. Without a folder they
   * are named as somebody says who stands beside them: a page for a client tells nothing of other folders.
   */
  reportIn(folder?: string): Promise<ReportDocument>;
  /** The model whose words it is rendered in. */
  readonly model: Model;
  /** Absolute paths of the files that it is made from. */
  readonly files: readonly string[];
}

/** What is wrong with a file that is no report; undefined where it is answers. */
function faultsOf({ file, bytes }: Input, asReport: readonly Finding[]): readonly Finding[] | undefined {
  const read = readValue(file, bytes);
  if (!read.ok) {
    // Of a file that cannot be read it is not known that it is not meant to be answers.
    return asReport.some(({ path }) => path === '/kind') ? read.findings : asReport;
  }
  const { value } = read.document;
  if (typeof value === 'object' && value !== null && 'kind' in value) {
    return value.kind === 'answers' ? undefined : asReport;
  }
  return [
    findingAt(read.document, ['kind'], {
      check: 'document/invalid',
      severity: 'error',
      message: 'The file does not say which kind of document it is.',
      fix: 'Give a report, with `kind: report`, or answers, with `kind: answers`.',
    }),
  ];
}

async function asItIs(
  context: Context,
  input: Input,
  report: ReportDocument,
  options: InputOptions,
): Promise<Rendered> {
  if (options.system !== undefined) {
    throw new UsageError(
      `--system is for answers, and ${input.file} is a report, which is scored already.`,
      'Give the answers, or leave it out.',
    );
  }
  if (options.asOf !== undefined && options.asOf !== report.asOf) {
    await context.tell(
      `Note: the report speaks for ${report.asOf}, its own day; --as-of changes nothing. Give the answers to score them for another.\n`,
    );
  }
  return {
    reportIn: async () => report,
    model: options.model === undefined ? await shippedModelOf(report) : await modelFor(context, options),
    files: input.path === '-' ? [] : [input.path],
  };
}

async function scoreAnswers(context: Context, input: Input, options: InputOptions): Promise<Rendered> {
  const model = await modelFor(context, options);
  const answers = await answersIn(context, input, model);
  const system = options.system === undefined ? undefined : await readSystem(context, options.system);
  const reports = new Map<string, Promise<ReportDocument>>();
  return {
    reportIn: (folder = answers.path === '-' ? context.host.cwd : dirname(answers.path)) => {
      const made =
        reports.get(folder) ??
        makeReport(model, { answers, system, folder, asOf: context.asOf, withFindings: true });
      reports.set(folder, made);
      return made;
    },
    model,
    files: [answers.path, ...(system === undefined ? [] : [system.path])].filter((path) => path !== '-'),
  };
}

/** Reads a report, or scores answers. Throws an InvalidDocumentError where it is neither. */
export async function renderedFrom(context: Context, input: Input, options: InputOptions): Promise<Rendered> {
  // A report is large: it is parsed once, and looked at again only where it is none.
  const read = await readDocument('report', input.file, input.bytes);
  if (read.ok) return asItIs(context, input, read.document.value, options);
  const faults = faultsOf(input, read.findings);
  if (faults === undefined) return scoreAnswers(context, input, options);
  throw invalidDocument(input.file, { findings: faults, text: read.text });
}
