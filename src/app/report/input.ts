import { dirname } from 'node:path';
import { type Read, readAnyDocument } from '#document/read/read-document.ts';
import { UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type Input, makeAnswersSource, readSystem } from '#app/answers/input.ts';
import type { Context } from '#app/context.ts';
import { toInvalidDocumentError } from '#app/invalid-document.ts';
import { makeNamer } from './make-report.ts';
import { type ModelOption, selectModel } from '#app/model/select-model.ts';
import { dropOutdated } from '#app/answers/read-answers.ts';
import { validateAnswers } from '#app/read-document.ts';
import { findShippedModel } from './report-context.ts';
import { scoreSources } from './score-sources.ts';

/** Options of `report` for its input. */
export interface InputOptions extends ModelOption {
  readonly system?: string;
  readonly asOf?: string;
}

/** A report to render, either read or computed. */
export interface Rendered {
  /**
   * Returns the report with paths of sources relative to a folder. The default is the folder of the answers, so that a
   * page for a client reveals no other folders.
   */
  reportIn(folder?: string): ReportDocument;
  /** The model whose messages are used. */
  readonly model: Model;
  /** Absolute paths of the source files. */
  readonly files: readonly string[];
}

async function takeReport(
  context: Context,
  input: Input,
  report: ReportDocument,
  options: InputOptions,
): Promise<Rendered> {
  if (options.system !== undefined) {
    throw new UsageError(
      `--system is for answers, but ${input.file} is a report, which is already scored.`,
      'Pass the answers, or omit --system.',
    );
  }
  if (options.asOf !== undefined && options.asOf !== report.asOf) {
    await context.notify(
      `Note: the report is as of ${report.asOf}; --as-of has no effect. To score as of another date, pass the answers.\n`,
    );
  }
  return {
    reportIn: () => report,
    model: options.model === undefined ? await findShippedModel(report) : await selectModel(context, options),
    files: input.path === '-' ? [] : [input.path],
  };
}

async function scoreAnswers(
  context: Context,
  { file, path }: Input,
  read: Read<AnswersDocument>,
  options: InputOptions,
): Promise<Rendered> {
  const model = await selectModel(context, options);
  const checked = validateAnswers(read, model);
  if (!checked.ok) throw toInvalidDocumentError(file, checked);
  const answers = await makeAnswersSource(context, path, dropOutdated(checked.document, model), model);
  const system = await readSystem(context, options.system, answers.document.value.organization.name);
  const build = await scoreSources(model, answers, system, context.asOf);
  const ownFolder = answers.path === undefined ? context.host.cwd : dirname(answers.path);
  return {
    reportIn: (folder = ownFolder) => build(makeNamer(folder)),
    model,
    files: [answers.path, system?.path].filter((source) => source !== undefined),
  };
}

/** Reads a report, or scores answers. Throws an InvalidDocumentError if the input is neither. */
export async function loadReport(context: Context, input: Input, options: InputOptions): Promise<Rendered> {
  const { kind, read } = await readAnyDocument(input.file, input.bytes, ['report', 'answers']);
  if (kind === 'answers') return scoreAnswers(context, input, read as Read<AnswersDocument>, options);
  if (read.ok) return takeReport(context, input, read.document.value as ReportDocument, options);
  throw toInvalidDocumentError(input.file, read);
}
