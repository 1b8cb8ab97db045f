import { UsageError } from '#domain/errors.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Model } from '#domain/model.ts';
import type { Outcome } from '#domain/verdict.ts';
import { inspect } from '#io/globs.ts';
import { openFile } from '#io/open-file.ts';
import { type CommandPart, renderCommand } from '#render/shell.ts';
import type { Context } from '#app/context.ts';
import type { RunOptions } from '#app/interview/options.ts';
import { isFree } from '#app/report/page-file.ts';
import { renderForm } from './render-form.ts';
import { startForm } from './start-form.ts';

/** A word in the command that scores the saved file, in place of its name. */
const savedFile = 'SAVED-FILE';

/** Renders the command that scores the saved file. */
function renderNext({ host }: Context, options: RunOptions): string {
  const parts: CommandPart[] = [...host.invocation, 'run', '--no-input', '--answers', savedFile];
  if (options.report !== 'report.yaml') parts.push('--report', { file: options.report });
  if (options.system !== undefined) parts.push('--system', { file: options.system });
  for (const model of options.model ?? []) parts.push('--model', { file: model });
  return renderCommand(parts, host.shell);
}

/**
 * Asks on a page instead of in the terminal: writes it beside the answers file, with the answers of that file if there
 * is one, and opens it where somebody sits at a terminal.
 */
export async function runOnPage(context: Context, model: Model, options: RunOptions): Promise<Outcome> {
  const { host } = context;
  const { messages } = model;
  const { answers, role = 'leader', ...rest } = options;
  const isThere = inspect(context.resolvePath(answers)) === 'file';
  const form = await startForm(context, model, {
    ...rest,
    ...(isThere ? { answers } : { role }),
    ...(isThere && options.role !== undefined && { role }),
  });
  const { start } = form;
  const name = options.respondent;
  const named =
    name === undefined ? form : { ...form, start: { ...start, respondent: { ...start.respondent, name } } };
  const file = `${answers.replace(/\.ya?ml$/i, '')}.form.html`;
  if (!(await isFree(context.resolvePath(file), file)))
    throw new UsageError(
      `${file} is not a page of this tool, so it is not replaced.`,
      'Move it away, or name other answers with --answers FILE.',
    );
  const command = renderNext(context, options);
  const after = formatMessage(messages, 'form.runFile', { command: command.replace(savedFile, '{file}') });
  await context.write([{ file, text: renderForm(named, after) }]);
  const isOpen = host.stderr.isTTY && (await openFile(context.resolvePath(file), host.env));
  await context.notify(`${formatMessage(messages, isOpen ? 'form.opened' : 'form.openIt', { file })}\n`);
  await context.notify(`${formatMessage(messages, 'form.thenRun', { command })}\n`);
  return { end: 'done' };
}
