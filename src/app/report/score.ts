import { UsageError } from '#domain/errors.ts';
import type { Outcome } from '#domain/verdict.ts';
import { requireApart } from '#io/write/write-targets.ts';
import { renderReportJson } from '#render/report/serialize.ts';
import { renderSummary } from '#render/terminal/summary.ts';
import { readAnswersSource, readInput } from '#app/answers/input.ts';
import { type CommonOptions, type Context, parseOutput, formatPath } from '#app/context.ts';
import type { ScoreFormat } from '#app/formats.ts';
import { getReportFolder, makeReport, renderReportFile } from './make-report.ts';
import { readSystem } from '#app/answers/input.ts';
import { selectModel, type ModelOption } from '#app/model/select-model.ts';

/** Options of `score`. */
export interface ScoreOptions extends CommonOptions, ModelOption {
  readonly format: ScoreFormat;
  readonly output?: string;
  readonly system?: string;
}

/** Scores answers and writes the report, without a terminal. */
export async function score(
  context: Context,
  files: readonly string[],
  options: ScoreOptions,
): Promise<Outcome> {
  const { host } = context;
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) {
    throw new UsageError('score takes one answers file.', 'Score each file separately.');
  }
  const model = await selectModel(context, options);
  const answers = await readAnswersSource(context, await readInput(context, file), model);
  const system = options.system === undefined ? undefined : await readSystem(context, options.system);
  const output = parseOutput(options.output);
  if (output !== undefined) {
    const inputs = [answers.path, system?.path].filter((path) => path !== undefined);
    await requireApart([{ path: context.path(output), name: output }], inputs);
  }
  const report = await makeReport(model, {
    answers,
    system,
    folder: getReportFolder(context, output),
    asOf: context.asOf,
  });

  const render = {
    yaml: () => renderReportFile(report),
    json: () => renderReportJson(report),
    text: () =>
      renderSummary(report, {
        ...context.outputCanvas(output),
        messages: model.messages,
        files: [],
      }),
  } satisfies Record<ScoreFormat, () => string>;
  await context.write([{ file: output, text: render[options.format]() }]);
  if (output === undefined) return { end: 'done' };
  const path = formatPath(host, context.path(output));
  const written = [{ name: model.messages['summary.fileReport'], path }];
  await context.show(
    renderSummary(report, { ...context.canvas('stderr'), messages: model.messages, files: written }),
  );
  return { end: 'done' };
}
