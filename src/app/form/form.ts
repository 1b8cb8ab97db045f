import { UsageError } from '#domain/errors.ts';
import type { Outcome } from '#domain/verdict.ts';
import { type Context, parseOutput } from '#app/context.ts';
import { selectModel } from '#app/model/select-model.ts';
import type { FormFormat } from '#app/formats.ts';
import { renderForm } from './render-form.ts';
import { type FormStartOptions, startForm } from './start-form.ts';

/** Options of `form`. */
export interface FormOptions extends FormStartOptions {
  readonly format?: FormFormat;
  readonly output?: string;
}

/** Formats by the ending of a file. */
const byEnding: Readonly<Record<string, FormFormat>> = {
  html: 'html',
  htm: 'html',
  md: 'markdown',
  markdown: 'markdown',
  xlsx: 'xlsx',
};

function chooseFormat(file: string | undefined, given: FormFormat | undefined): FormFormat {
  if (given !== undefined || file === undefined) return given ?? 'html';
  const format = byEnding[/\.(\w+)$/.exec(file.toLowerCase())?.[1] ?? ''];
  if (format !== undefined) return format;
  throw new UsageError(`The extension of ${file} names no format.`, 'Give --format html, markdown or xlsx.');
}

/** Writes a form for people without a terminal. */
export async function writeForm(context: Context, options: FormOptions): Promise<Outcome> {
  const output = parseOutput(options.output);
  const format = chooseFormat(output, options.format);
  if (format === 'xlsx' && output === undefined && context.host.stdout.isTTY)
    throw new UsageError('A workbook cannot be printed to a terminal.', 'Write it to a file: -o form.xlsx.');
  const model = await selectModel(context, options);
  const form = await startForm(context, model, options);
  const render = {
    html: () => renderForm(form, model.messages['form.sendFile']),
    // Loaded late: the page needs neither.
    markdown: async () => (await import('#render/form/markdown.ts')).renderFormMarkdown(form),
    xlsx: async () => (await import('#render/form/workbook.ts')).renderFormWorkbook(form, context.asOf),
  } satisfies Record<FormFormat, () => unknown>;
  await context.write([{ file: output, text: await render[format]() }]);
  return { end: 'done' };
}
