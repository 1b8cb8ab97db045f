import { UsageError } from '#domain/errors.ts';
import type { Outcome } from '#domain/verdict.ts';
import { writeAtomically } from '#io/files.ts';
import { renderReportJson } from '#render/report/serialize.ts';
import { renderSummary } from '#render/terminal/summary.ts';
import { readAnswersSource, readInput } from '#app/answers/input.ts';
import { type CommonOptions, type Context, shownPath } from '#app/context.ts';
import type { ScoreFormat } from '#app/formats.ts';
import { getFolder, makeReport, renderReportFile } from './make-report.ts';
import { readSystem } from '#app/answers/read-system.ts';
import { selectModel, type ModelOption } from '#app/model/select-model.ts';

/** Options of `score`. */
export interface ScoreOptions extends CommonOptions, ModelOption {
  readonly format: ScoreFormat;
  readonly output?: string;
  readonly system?: string;
}

/** Answers to a report, without a terminal. */
export async function score(
  context: Context,
  files: readonly string[],
  options: ScoreOptions,
): Promise<Outcome> {
  const { host } = context;
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) {
    throw new UsageError('score takes one file of answers.', 'Score each file on its own.');
  }
  const model = await selectModel(context, options);
  const answers = await readAnswersSource(context, await readInput(context, file), model);
  const output = options.output === undefined ? undefined : context.path(options.output);
  if (output === answers.path)
    throw new UsageError(`The report would overwrite the answers in ${file}.`, 'Name another file.');
  const folder = output === undefined ? host.cwd : getFolder(output);
  const system = options.system === undefined ? undefined : await readSystem(context, options.system);
  const report = await makeReport(model, {
    answers,
    system,
    folder,
    asOf: context.asOf,
  });

  const render = {
    yaml: () => renderReportFile(report),
    json: () => renderReportJson(report),
    text: () =>
      renderSummary(report, {
        ...context.canvas(output === undefined ? 'stdout' : 'stderr'),
        words: model.words,
        files: [],
      }),
  } satisfies Record<ScoreFormat, () => string>;
  const text = render[options.format]();
  if (output === undefined) {
    await context.print(text);
    return { end: 'done' };
  }
  await writeAtomically(output, text, options.output);
  const written = [{ name: model.words['summary.fileReport'], path: shownPath(host, output) }];
  await context.tell(
    renderSummary(report, { ...context.canvas('stderr'), words: model.words, files: written }),
  );
  return { end: 'done' };
}
