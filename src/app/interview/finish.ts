import type { Model } from '#domain/model.ts';
import { renderSummary } from '#render/terminal/summary.ts';
import { type Context, formatPath, parseOutput } from '#app/context.ts';
import { getReportFolder, makeReport, renderReportFile } from '#app/report/make-report.ts';
import type { CarriedAnswers } from '#app/answers/read-answers.ts';
import { type RunOptions, listAsked, renderResumeCommand } from './options.ts';
import { readSystem } from '#app/answers/input.ts';

/** Writes the report of answers and prints the summary. */
export async function finish(
  context: Context,
  options: RunOptions,
  model: Model,
  answers: CarriedAnswers,
): Promise<void> {
  const { host } = context;
  const answersPath = context.path(options.answers);
  const output = parseOutput(options.report);
  const { document, counted } = answers;
  const report = await makeReport(model, {
    answers: { document, counted, path: answersPath },
    system: options.system === undefined ? undefined : await readSystem(context, options.system),
    folder: getReportFolder(context, output),
    asOf: context.asOf,
  });
  await context.write([{ file: output, text: renderReportFile(report) }]);
  const rest = listAsked(model, counted, 'full').length - listAsked(model, counted).length;
  const summary = renderSummary(report, {
    ...context.canvas(output === undefined ? 'stderr' : 'stdout'),
    messages: model.messages,
    files: [
      { name: model.messages['summary.fileAnswers'], path: formatPath(host, answersPath) },
      ...(output === undefined
        ? []
        : [{ name: model.messages['summary.fileReport'], path: formatPath(host, context.path(output)) }]),
    ],
    ...(rest > 0 && { goOn: renderResumeCommand(context, options) }),
  });
  // Standard output is for the report alone, if it goes there.
  await (output === undefined ? context.show(`\n${summary}`) : context.print(`\n${summary}`));
}
