import { formatMessage } from '#domain/messages.ts';
import type { Model } from '#domain/model.ts';
import { getOpener } from '#io/host.ts';
import { renderSummary } from '#render/terminal/summary.ts';
import { renderCommand } from '#render/shell.ts';
import { type Context, formatPath, parseOutput } from '#app/context.ts';
import { findPage } from '#app/report/page-file.ts';
import { getReportFolder, makeReport, renderReportFile } from '#app/report/make-report.ts';
import type { CarriedAnswers } from '#app/answers/read-answers.ts';
import { type RunOptions, listAsked, renderResumeCommand } from './options.ts';
import { readSystem } from '#app/answers/input.ts';

/** Writes the report of answers and its page, all or none, and prints the summary. */
export async function finish(
  context: Context,
  options: RunOptions,
  model: Model,
  answers: CarriedAnswers,
): Promise<void> {
  const { host } = context;
  const { messages } = model;
  const answersPath = context.resolvePath(options.answers);
  const output = parseOutput(options.report);
  const { document, counted } = answers;
  const report = await makeReport(model, {
    answers: { document, counted, path: answersPath },
    system: await readSystem(context, options.system, counted.organization.name),
    folder: getReportFolder(context, output),
    asOf: context.asOf,
  });
  const page = options.page !== false ? await findPage(context, output) : undefined;
  const outputs = [{ file: output, text: renderReportFile(report) }];
  if (page?.isFree) {
    // Loaded late: the first question does not wait for it.
    const { renderPlainPage } = await import('#app/report/render-page.ts');
    outputs.push({ file: page.file, text: await renderPlainPage(context, report, model, page.file) });
  }
  await context.write(outputs);
  const rest = listAsked(model, counted, 'full').length - listAsked(model, counted).length;
  const nameFile = (name: string, file: string): { name: string; path: string } => ({
    name,
    path: formatPath(host, context.resolvePath(file)),
  });
  const summary = renderSummary(report, {
    ...context.getCanvas(output === undefined ? 'stderr' : 'stdout'),
    messages,
    files: [
      nameFile(messages['summary.fileAnswers'], options.answers),
      ...(output === undefined ? [] : [nameFile(messages['summary.fileReport'], output)]),
      ...(page?.isFree ? [nameFile(messages['summary.filePage'], page.file)] : []),
    ],
    ...(rest > 0 && { goOn: renderResumeCommand(context, options) }),
    ...(page?.isFree && {
      open: renderCommand([...getOpener(host.shell), { file: page.file }], host.shell),
    }),
  });
  // Standard output is for the report alone, if it goes there.
  await (output === undefined ? context.show(`\n${summary}`) : context.print(`\n${summary}`));
  if (output !== undefined && page?.isFree === false) {
    const command = renderCommand(
      [...host.invocation, 'report', { file: output }, '-o', 'FILE.html'],
      host.shell,
    );
    await context.notify(`${formatMessage(messages, 'summary.noPage', { file: page.file, command })}\n`);
  }
}
