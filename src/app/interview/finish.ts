import type { Model } from '#domain/model.ts';
import { renderSummary } from '#render/terminal/summary.ts';
import { type Context, formatPath } from '#app/context.ts';
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
  const reportPath = context.path(options.report);
  const { document, counted } = answers;
  const report = await makeReport(model, {
    answers: { document, counted, path: answersPath },
    system: options.system === undefined ? undefined : await readSystem(context, options.system),
    folder: getReportFolder(context, options.report),
    asOf: context.asOf,
  });
  await context.write([{ file: options.report, text: renderReportFile(report) }]);
  const rest = listAsked(model, counted, 'full').length - listAsked(model, counted).length;
  await context.print(
    `\n${renderSummary(report, {
      ...context.canvas('stdout'),
      messages: model.messages,
      files: [
        { name: model.messages['summary.fileAnswers'], path: formatPath(host, answersPath) },
        { name: model.messages['summary.fileReport'], path: formatPath(host, reportPath) },
      ],
      ...(rest > 0 && { goOn: renderResumeCommand(context, options) }),
    })}`,
  );
}
