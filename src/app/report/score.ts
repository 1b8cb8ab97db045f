import type { Outcome } from '#domain/verdict.ts';
import { chooseMessages } from '#domain/voices/several-messages.ts';
import { requireApart } from '#io/write/write-targets.ts';
import { renderReportJson } from '#render/report/serialize.ts';
import { renderSummary } from '#render/terminal/summary.ts';
import { type CommonOptions, type Context, parseOutput, formatPath } from '#app/context.ts';
import type { ScoreFormat } from '#app/formats.ts';
import { refuseDifference } from '#app/combine/refuse-difference.ts';
import { type VoicesOptions, parseRules, readVoices } from '#app/combine/combine.ts';
import { getReportFolder, renderReportFile } from './make-report.ts';
import { requireReadable } from './require-readable.ts';
import { readSystem } from '#app/answers/input.ts';
import { selectModel, type ModelOption } from '#app/model/select-model.ts';

/** Options of `score` and `combine`. */
export interface ScoreOptions extends CommonOptions, ModelOption, VoicesOptions {
  readonly format: ScoreFormat;
  readonly output?: string;
  readonly system?: string;
}

/** Scores the answers of one respondent or several and writes the report, without a terminal. */
export async function score(
  context: Context,
  files: readonly string[],
  options: ScoreOptions,
): Promise<Outcome> {
  const { host } = context;
  const rules = parseRules(options);
  const model = await selectModel(context, options);
  const voices = await readVoices(context, files, model, rules);
  const system = await readSystem(context, options.system, voices.organization);
  const output = parseOutput(options.output);
  if (output !== undefined) {
    const inputs = [...voices.paths, ...(system?.path === undefined ? [] : [system.path])];
    await requireApart([{ path: context.resolvePath(output), name: output }], inputs);
  }
  const report = await voices.makeReport(system, getReportFolder(context, output));
  if (output !== undefined) await refuseDifference(context.resolvePath(output), output, report);
  const messages = chooseMessages(report, model.messages);

  const render = {
    yaml: () => renderReportFile(report),
    json: () => renderReportJson(report),
    text: () =>
      renderSummary(report, {
        ...context.getOutputCanvas(output),
        messages,
        files: [],
      }),
  } satisfies Record<ScoreFormat, () => string>;
  const text = render[options.format]();
  if (options.format === 'yaml') await requireReadable(report, text);
  await context.write([{ file: output, text }]);
  if (output === undefined) return { end: 'done' };
  const path = formatPath(host, context.resolvePath(output));
  const written = [{ name: messages['summary.fileReport'], path }];
  await context.show(renderSummary(report, { ...context.getCanvas('stderr'), messages, files: written }));
  return { end: 'done' };
}
